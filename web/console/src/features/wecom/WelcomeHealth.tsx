import { useQuery } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';
import { Section } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Welcomes of the last seven days; what was missed says which of its causes is likely. */
export function WelcomeHealth() {
  const { t } = useTranslation();
  const figures = useQuery({
    queryKey: ['welcomes', 'figures'],
    queryFn: () => ask(api.GET('/api/v1/welcomes/figures')),
  });
  if (!figures.data) {
    return null;
  }
  const { sent, missed, reasons } = figures.data;
  return (
    <Section
      title={t('wecom.welcomes')}
      lede={t('wecom.welcomesLede')}
      action={<Link to="/console/reach/welcomes">{t('wecom.seeWelcomes')}</Link>}
    >
      <p>{t('wecom.welcomesWeek', { sent, missed })}</p>
      {reasons.length > 0 ? (
        <ul className="bullets">
          {reasons.map((one) => (
            <li key={one.reason}>{t('wecom.welcomesReason', { count: one.welcomes, why: one.why })}</li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
