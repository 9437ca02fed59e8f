const MORNING = 9;

/** Nine o'clock tomorrow, where the phone is. */
export function tomorrow(now = new Date()): string {
  const then = new Date(now);
  then.setDate(then.getDate() + 1);
  then.setHours(MORNING, 0, 0, 0);
  return then.toISOString();
}
