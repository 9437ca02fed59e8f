import { useQuery } from '@tanstack/react-query';
import { problemOf, type WecomCompany } from '@tilth/api';
import { Failed, Section, Skeleton } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { syncsQuery } from './queries';
import { SyncParts } from './SyncParts';

/** How far the first sync has come, and why its numbers are what they are. */
export function FirstSync({ company }: { company: WecomCompany }) {
  const { t } = useTranslation();
  const syncs = useQuery(syncsQuery(company.id));
  if (syncs.error && !syncs.data) {
    return <Failed problem={problemOf(syncs.error)} retry={() => void syncs.refetch()} />;
  }
  const latest = syncs.data?.[0];
  if (!syncs.data) {
    return <Skeleton lines={4} />;
  }
  const first = syncs.data.find((sync) => sync.kind === 'FIRST');
  const shown = latest?.state === 'RUNNING' ? latest : (first ?? latest);
  if (!shown) {
    return null;
  }
  return (
    <Section
      title={t(`wecom.first.${shown.state}`)}
      lede={t(shown.state === 'DONE' ? 'wecom.firstDoneLede' : 'wecom.firstLede')}
      action={<Link to={`/console/settings/wecom/${company.id}/health`}>{t('wecom.toHealth')}</Link>}
    >
      <div className="stack">
        <SyncParts sync={shown} />
        <div className="note">
          <div className="prose">
            <p>{t('wecom.existingWhy')}</p>
            <p>{t('wecom.fewerWhy')}</p>
          </div>
        </div>
      </div>
    </Section>
  );
}
