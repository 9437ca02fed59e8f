import { useEffect, useState } from 'react';
import { useLive } from '../app/live';

export interface Clock {
  now: string;
  /** Millis by which the sandbox's clock is ahead of the world's. */
  ahead: number;
}

/** The sandbox's present, as an instant; moves on by itself. */
export function useNow(): string {
  const { data } = useLive<Clock>('/clock');
  const ahead = data?.ahead ?? 0;
  const [tick, setTick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  // A message that arrived since the last tick is never in the future.
  return new Date(Math.max(tick, Date.now()) + ahead).toISOString();
}
