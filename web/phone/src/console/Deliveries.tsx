import { useState } from 'react';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { Nothing } from '../device/Screen';
import { Hour } from './Hour';
import type { Delivery } from './types';

/** Callbacks as they were delivered, each with its tries and what was answered. */
export function Deliveries() {
  const { say } = useText();
  const { data } = useLive<Delivery[]>('/console/deliveries');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <p className="drawer-lead">{say('deliveries.lead')}</p>
      {data?.length === 0 && <Nothing icon="send">{say('deliveries.none')}</Nothing>}
      <ol className="log">
        {data?.map((one) => (
          <li key={one.id} data-state={one.state}>
            <button
              type="button"
              aria-expanded={open === one.id}
              onClick={() => setOpen((was) => (was === one.id ? null : one.id))}
            >
              <span className={`state state-${one.state.toLowerCase()}`}>{say(`delivery.${one.state}`)}</span>
              <code>{one.event}</code>
              <Hour at={one.at} />
              <span className="log-note">
                {one.app} · {one.tries.at(-1)?.answer ?? say('between.waiting')}
              </span>
            </button>
            {open === one.id && (
              <div className="log-more">
                <ol>
                  {one.tries.map((attempt, at) => (
                    <li key={attempt.at}>
                      {say('delivery.try', { count: at + 1 })} <Hour at={attempt.at} /> {attempt.answer} ·{' '}
                      {attempt.millis} ms
                    </li>
                  ))}
                </ol>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
                <pre tabIndex={0}>{one.body}</pre>
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
