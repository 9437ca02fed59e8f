import { useState } from 'react';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import type { Key } from '../app/zh';
import { useDeeds } from '../device/deeds';
import type { FaultSet } from './types';

/** What goes wrong how often; the same seed makes the same run. */
export function Faults() {
  const { say } = useText();
  const { act, tell } = useDeeds();
  const { data } = useLive<FaultSet>('/console/faults');
  const [draft, setDraft] = useState<FaultSet | null>(null);
  const faults = draft ?? data;
  if (!faults) {
    return <p className="drawer-lead">{say('loading')}</p>;
  }
  const store = async (next: FaultSet, sentence: Key) => {
    const { kinds: _, ...wanted } = next;
    if ((await act('/console/faults', wanted)) !== null) {
      setDraft(null);
      tell(say(sentence));
    }
  };
  const some = Object.values(faults.rates).some((rate) => rate > 0);
  return (
    <form
      className="stacked"
      onSubmit={(event) => {
        event.preventDefault();
        void store(faults, 'faults.saved');
      }}
    >
      <p className="drawer-lead">{say('faults.lead')}</p>
      <ul className="faults">
        {faults.kinds.map((kind) => (
          <Rate
            key={kind}
            kind={kind}
            rate={faults.rates[kind] ?? 0}
            set={(rate) => setDraft({ ...faults, rates: { ...faults.rates, [kind]: rate } })}
          />
        ))}
      </ul>
      <div className="pair">
        <Whole label={say('faults.seed')} value={faults.seed} set={(seed) => setDraft({ ...faults, seed })} />
        <Whole
          label={say('faults.slow')}
          value={faults.slowMillis}
          set={(slowMillis) => setDraft({ ...faults, slowMillis })}
        />
        <Whole
          label={say('faults.late')}
          value={faults.lateMillis}
          set={(lateMillis) => setDraft({ ...faults, lateMillis })}
        />
      </div>
      <label>
        <span>{say('faults.path')}</span>
        <input
          value={faults.path}
          placeholder="/cgi-bin/externalcontact/"
          onChange={(event) => setDraft({ ...faults, path: event.target.value })}
        />
      </label>
      <div className="pair">
        <button type="submit" className="send" disabled={draft === null}>
          {say('save')}
        </button>
        {some && (
          <button type="button" className="press" onClick={() => store({ ...faults, rates: {} }, 'faults.off')}>
            {say('faults.none')}
          </button>
        )}
      </div>
    </form>
  );
}

function Rate({ kind, rate, set }: { kind: string; rate: number; set: (rate: number) => void }) {
  const { say } = useText();
  const percent = Math.round(rate * 100);
  return (
    <li>
      <label>
        <span>{say(`fault.${kind}` as Key)}</span>
        <input
          type="range"
          min="0"
          max="100"
          step="1"
          value={percent}
          aria-valuetext={`${percent} %`}
          onChange={(event) => set(Number(event.target.value) / 100)}
        />
        <output className={percent > 0 ? 'rate-on' : ''}>{percent} %</output>
      </label>
    </li>
  );
}

function Whole({ label, value, set }: { label: string; value: number; set: (value: number) => void }) {
  return (
    <label>
      <span>{label}</span>
      <input type="number" min="0" value={value} onChange={(event) => set(Math.trunc(Number(event.target.value)))} />
    </label>
  );
}
