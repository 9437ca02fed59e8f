import { api, ask, type TimelineEntry, usePages } from '@tilth/api';
import { Failed, MemberName, Moment, Skeleton } from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** What happened with a customer, newest first. */
export function Timeline({ id }: { id: string }) {
  const { t } = useTranslation();
  const pages = usePages(['customers', 'timeline', id], (cursor) =>
    ask(api.GET('/api/v1/customers/{id}/timeline', { params: { path: { id }, query: cursor ? { cursor } : {} } })),
  );
  if (pages.problem && pages.rows.length === 0) {
    return <Failed problem={pages.problem} retry={pages.retry} />;
  }
  if (pages.loading) {
    return <Skeleton lines={3} />;
  }
  if (pages.rows.length === 0) {
    return <p className="quiet">{t('customers.timelineNone')}</p>;
  }
  return (
    <>
      <ol className="timeline">
        {pages.rows.map((entry) => (
          <li key={entry.id}>
            <Line entry={entry} />
            <div className="quiet small">
              {entry.member ? (
                <>
                  <MemberName member={entry.member} /> ·{' '}
                </>
              ) : null}
              <Moment at={entry.at} />
            </div>
          </li>
        ))}
      </ol>
      {pages.hasMore ? (
        <Button loading={pages.loadingMore} onClick={pages.loadMore}>
          {t('customers.timelineMore')}
        </Button>
      ) : null}
    </>
  );
}

function Line({ entry }: { entry: TimelineEntry }) {
  const { t, i18n } = useTranslation();
  const key = `customers.happened.${entry.kind.replaceAll(/[.-]/g, '_')}`;
  const said = Object.entries(entry.detail ?? {})
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([, value]) => String(value));
  return (
    <div>
      {i18n.exists(key) ? t(key) : <span className="mono">{entry.kind}</span>}
      {said.length > 0 ? <span className="quiet"> {said.join(' · ')}</span> : null}
    </div>
  );
}
