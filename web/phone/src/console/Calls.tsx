import { useState } from 'react';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { Nothing } from '../device/Screen';
import { Hour } from './Hour';
import type { ApiCall } from './types';

/** What apps asked the platform, and what it answered. */
export function Calls() {
  const { say } = useText();
  const [refused, setRefused] = useState(false);
  const { data } = useLive<ApiCall[]>('/console/calls');
  const shown = data?.filter((one) => !refused || one.code !== 0);
  return (
    <>
      <p className="drawer-lead">{say('calls.lead')}</p>
      <label className="tick">
        <input type="checkbox" checked={refused} onChange={(event) => setRefused(event.target.checked)} />
        {say('calls.refused')}
      </label>
      {shown?.length === 0 && <Nothing icon="link">{say('calls.none')}</Nothing>}
      <ol className="log">
        {shown?.map((one) => (
          <li key={one.id} data-state={one.code === 0 ? 'GOOD' : 'BAD'}>
            <div>
              <span className={`state state-${one.code === 0 ? 'good' : 'bad'}`}>{one.code}</span>
              <code>{one.path}</code>
              <Hour at={one.at} />
              <span className="log-note">
                {[one.app, one.code === 0 ? '' : one.message, one.millis > 0 ? `${one.millis} ms` : '']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
