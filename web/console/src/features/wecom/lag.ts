import type { TFunction } from 'i18next';

/** A delay in the unit in which one feels it. */
export function lag(ms: number, t: TFunction): string {
  if (ms < 1000) {
    return t('wecom.lagMs', { count: Math.round(ms) });
  }
  return ms < 60_000
    ? t('wecom.lagSeconds', { count: Math.round(ms / 100) / 10 })
    : t('wecom.lagMinutes', { count: Math.round(ms / 60_000) });
}
