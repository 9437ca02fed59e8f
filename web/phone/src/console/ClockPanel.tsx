import { useState } from 'react';
import { useText } from '../app/text';
import { useDeeds } from '../device/deeds';
import { useNow } from '../device/now';

const STEPS = [
  { key: 'clock.minute', minutes: 1 },
  { key: 'clock.quarter', minutes: 15 },
  { key: 'clock.hour', minutes: 60 },
  { key: 'clock.hours', minutes: 12 * 60 },
  { key: 'clock.day', minutes: 24 * 60 },
  { key: 'clock.week', minutes: 7 * 24 * 60 },
] as const;

/** Moves the platform's clock: codes expire, hand-overs come true. */
export function ClockPanel() {
  const { say, language } = useText();
  const { act } = useDeeds();
  const now = useNow();
  const [days, setDays] = useState('30');
  const move = (minutes: number) => act('/console/clock', { minutes });
  return (
    <>
      <p className="drawer-lead">{say('clock.lead')}</p>
      <p className="big-clock">
        <time dateTime={now}>{new Date(now).toLocaleString(language, { dateStyle: 'full', timeStyle: 'short' })}</time>
      </p>
      <div className="steps">
        {STEPS.map(({ key, minutes }) => (
          <button key={key} type="button" className="press" onClick={() => move(minutes)}>
            {say(key)}
          </button>
        ))}
      </div>
      <form
        className="inline"
        onSubmit={(event) => {
          event.preventDefault();
          void move(Math.round(Number(days) * 24 * 60));
        }}
      >
        <label>
          <span>{say('clock.days')}</span>
          <input type="number" min="1" max="400" value={days} onChange={(event) => setDays(event.target.value)} />
        </label>
        <button type="submit" className="send">
          {say('clock.move')}
        </button>
      </form>
      <p className="quiet">{say('clock.note')}</p>
    </>
  );
}
