import type { Language } from './text';

/** How a messenger writes moments: the hour today, 昨天, the weekday within a week, else the date. */
export function moment(at: string, now: string, language: Language): string {
  const then = new Date(at);
  const today = new Date(now);
  const days = Math.round((midnight(today) - midnight(then)) / 86_400_000);
  const hour = clock(then);
  if (days === 0) {
    return hour;
  }
  if (days === 1) {
    return `${language === 'zh-CN' ? '昨天' : 'Yesterday'} ${hour}`;
  }
  if (days > 1 && days < 7) {
    return `${then.toLocaleDateString(language, { weekday: language === 'zh-CN' ? 'long' : 'short' })} ${hour}`;
  }
  const year = then.getFullYear() === today.getFullYear() ? undefined : 'numeric';
  return `${then.toLocaleDateString(language, { year, month: 'short', day: 'numeric' })} ${hour}`;
}

/** Short for lists: only the day when it was not today. */
export function shortMoment(at: string, now: string, language: Language): string {
  const whole = moment(at, now, language);
  const parts = whole.split(' ');
  return parts.length > 1 ? parts.slice(0, -1).join(' ') : whole;
}

export function clock(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** A moment is written above a message when five minutes have passed since the one before. */
export function startsPause(before: string | undefined, at: string): boolean {
  return before === undefined || Date.parse(at) - Date.parse(before) > 300_000;
}

function midnight(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
