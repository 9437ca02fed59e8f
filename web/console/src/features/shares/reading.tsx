import { useTranslation } from 'react-i18next';

const MINUTE = 60;
const HOUR = 3600;

/** How long somebody read, as people say it. */
export function useDuration(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) => {
    if (seconds < MINUTE) {
      return t('shares.duration.seconds', { seconds });
    }
    if (seconds < HOUR) {
      const [minutes, rest] = [Math.floor(seconds / MINUTE), seconds % MINUTE];
      return rest === 0
        ? t('shares.duration.wholeMinutes', { minutes })
        : t('shares.duration.minutes', { minutes, seconds: rest });
    }
    const [hours, minutes] = [Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / MINUTE)];
    return t('shares.duration.hours', { hours, minutes });
  };
}
