import { useQuery } from '@tanstack/react-query';
import { problemOf, type Sync, type WecomCompany } from '@tilth/api';
import { Failed, Moment, Section, Skeleton, Tag } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Differences } from './HealthParts';
import { syncsQuery } from './queries';
import { SyncParts } from './SyncParts';

const TONES = { RUNNING: 'leaf', DONE: 'quiet', FAILED: 'red' } as const;

/** The last twenty, the running one first and open. */
export function SyncHistory({ company }: { company: WecomCompany }) {
  const { t } = useTranslation();
  const syncs = useQuery(syncsQuery(company.id));
  return (
    <Section title={t('wecom.syncs')} lede={t('wecom.syncsLede')}>
      {syncs.data ? (
        syncs.data.length > 0 ? (
          <ul className="syncs">
            {syncs.data.map((sync, index) => (
              <li key={sync.id}>
                <details open={index === 0 && sync.state === 'RUNNING'}>
                  <summary>
                    <SyncLine sync={sync} />
                  </summary>
                  <div className="stack sync-detail">
                    <SyncParts sync={sync} />
                    <SyncDifferences sync={sync} />
                  </div>
                </details>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t('wecom.syncsNone')}</p>
        )
      ) : syncs.error ? (
        <Failed problem={problemOf(syncs.error)} retry={() => void syncs.refetch()} />
      ) : (
        <Skeleton lines={3} />
      )}
    </Section>
  );
}

function SyncLine({ sync }: { sync: Sync }) {
  const { t } = useTranslation();
  const found = Object.values(sync.differences ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <span className="sync-line">
      <span>
        {t(`wecom.syncKind.${sync.kind}`)} <Tag tone={TONES[sync.state]}>{t(`wecom.syncState.${sync.state}`)}</Tag>
      </span>
      <span className="quiet small">
        <Moment at={sync.startedAt} />
        {sync.state === 'DONE' && sync.kind !== 'FIRST'
          ? ` · ${t(found > 0 ? 'wecom.syncFound' : 'wecom.syncSame', { count: found })}`
          : null}
      </span>
    </span>
  );
}

function SyncDifferences({ sync }: { sync: Sync }) {
  const { t } = useTranslation();
  const found = Object.entries(sync.differences ?? {}).filter(([, count]) => count > 0);
  if (found.length === 0 || sync.kind === 'FIRST') {
    return null;
  }
  return (
    <div>
      <p>{t('wecom.differences')}</p>
      <Differences found={found} />
    </div>
  );
}
