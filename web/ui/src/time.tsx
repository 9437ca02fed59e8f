import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const ZoneContext = createContext('Asia/Shanghai');

/** Below it, times are told in this zone: the tenant's, wherever the reader sits. */
export function Zone({ name, children }: { name: string; children: ReactNode }) {
  return <ZoneContext.Provider value={name}>{children}</ZoneContext.Provider>;
}

export function useZone(): string {
  return useContext(ZoneContext);
}

export function dateTime(at: string, zone: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    ...dayParts(language),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}

export function date(at: string, zone: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone: zone, ...dayParts(language) }).format(new Date(at));
}

/** English names the month: 06/07 is June to some and July to others. */
function dayParts(language: string) {
  const named = language === 'en';
  return { year: 'numeric', month: named ? 'short' : '2-digit', day: named ? 'numeric' : '2-digit' } as const;
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 hours ago"; further away than a month the date says more. */
export function ago(at: string, now: number, zone: string, language: string, justNow: string): string {
  const distance = new Date(at).getTime() - now;
  if (Math.abs(distance) > 30 * 86_400_000) {
    return date(at, zone, language);
  }
  const step = STEPS.find(([, size]) => Math.abs(distance) >= size);
  if (!step) {
    return justNow;
  }
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(distance / step[1]), step[0]);
}

/** Whole days from now until then, negative when past. */
export function daysUntil(at: string, now = Date.now()): number {
  return Math.ceil((new Date(at).getTime() - now) / 86_400_000);
}

/** The last second of a calendar day in a zone, as the server keeps moments. */
export function endOfDay(day: string, zone: string): string {
  const asUtc = new Date(`${day}T23:59:59Z`);
  return new Date(asUtc.getTime() - offset(asUtc, zone)).toISOString();
}

export function startOfDay(day: string, zone: string): string {
  const asUtc = new Date(`${day}T00:00:00Z`);
  return new Date(asUtc.getTime() - offset(asUtc, zone)).toISOString();
}

/** The calendar day of a moment in a zone, as yyyy-mm-dd. */
export function dayOf(at: string, zone: string): string {
  const format = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-CA', format).format(new Date(at));
}

function offset(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - at.getTime();
}

interface MomentProps {
  at: string;
  /** `ago` for what just happened, `date` for terms, `full` for records. */
  as?: 'ago' | 'date' | 'full';
}

/** A moment in the tenant's zone; the exact one is in its title. */
export function Moment({ at, as = 'full' }: MomentProps) {
  const { i18n, t } = useTranslation();
  const zone = useZone();
  const now = useNow(as === 'ago' ? 30_000 : null);
  const full = dateTime(at, zone, i18n.language);
  const text =
    as === 'full'
      ? full
      : as === 'date'
        ? date(at, zone, i18n.language)
        : ago(at, now, zone, i18n.language, t('ui.justNow'));
  return (
    <time dateTime={at} title={`${full} · ${zone}`}>
      {text}
    </time>
  );
}

export function useNow(every: number | null): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (every === null) {
      return;
    }
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
