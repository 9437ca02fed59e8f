import { useTranslation } from 'react-i18next';
import type { Alert } from '../data/alerts';

/** What the sentence is about; a shop's alert has it, too. */
type Done = Pick<Alert, 'deed' | 'visits' | 'page' | 'seconds'> & { material: { title: string } };

/** How long, as people say it: 2 分 10 秒. */
export function useLength(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) =>
    seconds < 60
      ? t('alerts.seconds', { count: seconds })
      : t('alerts.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

const TAPS = new Set(['CALL_TAPPED', 'FIND_ME_TAPPED', 'PHONE_LEFT']);

/** What the customer did, in one line. */
export function useHappened(): (alert: Done) => string {
  const { t } = useTranslation();
  const length = useLength();
  return (alert) => {
    const title = alert.material.title;
    if (TAPS.has(alert.deed)) {
      return t(`alerts.did.${alert.deed}`, { title });
    }
    const parts = [t(alert.visits > 1 ? 'alerts.readAgain' : 'alerts.read', { title, times: alert.visits })];
    if (alert.page !== null) {
      parts.push(t('alerts.page', { page: alert.page }));
    }
    parts.push(length(alert.seconds));
    return parts.join(' · ');
  };
}
