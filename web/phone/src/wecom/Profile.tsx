import { useState } from 'react';
import type { Follow } from '../app/api';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { moment } from '../app/time';
import { useDeeds } from '../device/deeds';
import { useNow } from '../device/now';
import { Portrait } from '../device/Portrait';
import { Entries, Facts } from '../device/Rows';
import { Nothing, Screen } from '../device/Screen';
import type { Own } from './screens';

/** One customer as this member keeps them: remark, notes, tags. */
export function Profile({ own, customer }: { own: Own; customer: string }) {
  const { say } = useText();
  const path = `${own.root}/customers/${encodeURIComponent(customer)}`;
  const { data: follow, error } = useLive<Follow>(path);
  if (!follow) {
    return (
      <Screen title={say('profile')} onBack={own.stack.pop}>
        <Nothing icon="person">{error ?? say('loading')}</Nothing>
      </Screen>
    );
  }
  return (
    <Screen title={say('profile')} onBack={own.stack.pop}>
      <Head own={own} customer={customer} follow={follow} />
      {follow.bond !== 'GONE' && (
        <>
          <Notes path={path} follow={follow} />
          <Tags path={path} follow={follow} />
        </>
      )}
      <Origin follow={follow} />
      {follow.bond !== 'GONE' && <Parting path={path} own={own} follow={follow} />}
    </Screen>
  );
}

function Head({ own, customer, follow }: { own: Own; customer: string; follow: Follow }) {
  const { say } = useText();
  return (
    <div className="me">
      <Portrait face={follow.face} size={56} />
      <div>
        <b>{follow.remark || follow.nickname}</b>
        <p>
          {follow.remark && say('profile.nickname', { name: follow.nickname })}{' '}
          <span className="company">@{say('wechat')}</span>
        </p>
        {follow.bond === 'GONE' && <p className="closed">{say('bond.lost')}</p>}
      </div>
      <button type="button" className="send" onClick={() => own.stack.push({ at: 'chat', id: `c:${customer}` })}>
        {say('profile.chat')}
      </button>
    </div>
  );
}

interface Part {
  path: string;
  follow: Follow;
}

function Notes({ path, follow }: Part) {
  const { say } = useText();
  const { act, tell } = useDeeds();
  const [draft, setDraft] = useState<{ remark: string; description: string } | null>(null);
  const now = draft ?? { remark: follow.remark, description: follow.description };
  return (
    <form
      className="notes"
      onSubmit={async (event) => {
        event.preventDefault();
        if ((await act(`${path}/remark`, now)) !== null) {
          setDraft(null);
          tell(say('saved'));
        }
      }}
    >
      <label>
        <span>{say('profile.remark')}</span>
        <input
          value={now.remark}
          maxLength={20}
          onChange={(event) => setDraft({ ...now, remark: event.target.value })}
        />
      </label>
      <label>
        <span>{say('profile.description')}</span>
        <textarea
          rows={2}
          value={now.description}
          maxLength={150}
          onChange={(event) => setDraft({ ...now, description: event.target.value })}
        />
      </label>
      {draft && (
        <button type="submit" className="send">
          {say('save')}
        </button>
      )}
    </form>
  );
}

function Tags({ path, follow }: Part) {
  const { say } = useText();
  const { act } = useDeeds();
  if (follow.groups.length === 0) {
    return null;
  }
  return (
    <Entries title={say('profile.tags')}>
      {follow.groups.map((group) => (
        <li key={group.name} className="tag-group">
          <h4>{group.name}</h4>
          <div>
            {group.tags.map((tag) => (
              <button
                key={tag.id}
                type="button"
                className="tag"
                aria-pressed={tag.chosen}
                onClick={() => act(`${path}/tags`, { tag: tag.id, chosen: !tag.chosen })}
              >
                {tag.name}
              </button>
            ))}
          </div>
        </li>
      ))}
    </Entries>
  );
}

function Origin({ follow }: { follow: Follow }) {
  const { say, language } = useText();
  const now = useNow();
  return (
    <Entries>
      <li>
        <Facts
          facts={[
            [say('profile.since'), follow.since && moment(follow.since, now, language)],
            [say('profile.way'), follow.way],
            [say('profile.state'), follow.state && <code>{follow.state}</code>],
            [say('profile.mobiles'), follow.mobiles.join(say('comma'))],
            ['external_userid', <code key="external">{follow.externalUserId}</code>],
          ]}
        />
      </li>
    </Entries>
  );
}

function Parting({ path, own, follow }: Part & { own: Own }) {
  const { say } = useText();
  const { act } = useDeeds();
  const [asking, setAsking] = useState(false);
  const part = async () => {
    if (!asking) {
      setAsking(true);
    } else if ((await act(`${path}/delete`)) !== null) {
      own.stack.reset({ at: 'home', tab: 'messages' });
    }
  };
  return (
    <Entries>
      <li className="danger">
        {asking && <p>{say('delete.sure', { name: follow.face.name })}</p>}
        {asking && (
          <button type="button" className="press" onClick={() => setAsking(false)}>
            {say('cancel')}
          </button>
        )}
        <button type="button" className="press press-danger" onClick={part}>
          {say('delete.customer')}
        </button>
      </li>
    </Entries>
  );
}
