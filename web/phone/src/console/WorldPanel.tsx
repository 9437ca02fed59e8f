import { useState } from 'react';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import type { Key } from '../app/zh';
import { useDeeds } from '../device/deeds';
import type { WorldState } from './types';

/** The whole world: keep it, bring it back, begin anew. */
export function WorldPanel() {
  const { say, language } = useText();
  const { act, tell } = useDeeds();
  const { data } = useLive<WorldState>('/console/world');
  const [name, setName] = useState('');
  const [asking, setAsking] = useState<string | null>(null);
  const done = async (deed: Promise<unknown>, sentence: Key) => {
    if ((await deed) !== null) {
      setAsking(null);
      tell(say(sentence));
    }
  };
  return (
    <>
      <p className="drawer-lead">{say('world.lead')}</p>
      {data && (
        <dl className="counts">
          {Object.entries(data.counts).map(([kind, count]) => (
            <div key={kind}>
              <dt>{say(`count.${kind}` as Key)}</dt>
              <dd>{count.toLocaleString(language)}</dd>
            </div>
          ))}
        </dl>
      )}
      <form
        className="inline"
        onSubmit={(event) => {
          event.preventDefault();
          void done(act('/console/world/save', { name: name.trim() }), 'world.saved').then(() => setName(''));
        }}
      >
        <label>
          <span>{say('world.name')}</span>
          <input
            value={name}
            maxLength={40}
            placeholder="before-the-fair"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <button type="submit" className="send" disabled={name.trim() === ''}>
          {say('world.save')}
        </button>
      </form>
      {data && data.saved.length > 0 && (
        <ul className="saved">
          {data.saved.map((one) => (
            <li key={one.name}>
              <b>{one.name}</b>
              <span className="quiet">
                {new Date(one.at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })} ·{' '}
                {Math.max(1, Math.round(one.bytes / 1024)).toLocaleString(language)} KB
              </span>
              <button
                type="button"
                className="press"
                onClick={() => done(act('/console/world/load', { name: one.name }), 'world.loaded')}
              >
                {say('world.load')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="danger">
        {asking ? (
          <>
            <p>{say('world.reset.sure')}</p>
            <button type="button" className="press" onClick={() => setAsking(null)}>
              {say('cancel')}
            </button>
            <button
              type="button"
              className="press press-danger"
              onClick={() => done(act('/console/world/reset', { seed: asking }), 'world.begun')}
            >
              {say('world.reset.do')}
            </button>
          </>
        ) : (
          data?.seeds.map((seed) => (
            <button key={seed} type="button" className="press press-danger" onClick={() => setAsking(seed)}>
              {say(`world.reset.${seed}` as Key)}
            </button>
          ))
        )}
      </div>
    </>
  );
}
