import { useQuery } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { Failed, Moment, Skeleton } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { AuditActor, AuditSentence } from './sentence';

/** The last few deeds, for the home page. */
export function RecentActivity() {
  const { t } = useTranslation();
  const recent = useQuery({
    queryKey: ['audit', 'recent'],
    queryFn: () => ask(api.GET('/api/v1/audit', { params: { query: { limit: 8 } } })),
  });
  if (recent.error && !recent.data) {
    return <Failed problem={problemOf(recent.error)} retry={() => void recent.refetch()} />;
  }
  if (!recent.data) {
    return <Skeleton lines={4} />;
  }
  if (recent.data.items.length === 0) {
    return <p className="quiet">{t('audit.noneHelp')}</p>;
  }
  return (
    <ul className="rows">
      {recent.data.items.map((entry) => (
        <li key={entry.id}>
          <div>
            <AuditActor entry={entry} /> <span className="quiet">·</span> <AuditSentence entry={entry} />
          </div>
          <span className="quiet small">
            <Moment at={entry.at} as="ago" />
          </span>
        </li>
      ))}
    </ul>
  );
}
