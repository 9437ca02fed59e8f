import { useQuery } from '@tanstack/react-query';
import { api, ask, problemOf, useMay, usePages, type Visit } from '@tilth/api';
import { Facts, Failed, MemberName, Meter, Moment, Section, SidePanel, Skeleton, Tag } from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Chain } from './Chain';
import { useDuration } from './reading';
import { ShareState } from './SharesPage';

/** One link: who read it, page by page, and whom they handed it on to. */
export function SharePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const query = useQuery({
    queryKey: ['shares', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/shares/{id}', { params: { path: { id } } })),
  });
  const share = query.data;
  if (!share) {
    return (
      <SidePanel title={t('shares.one')} onClose={onClose}>
        {query.error ? <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} /> : <Skeleton />}
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={share.material.title || t('shares.gone')}
      subtitle={<ShareState share={share} />}
      onClose={onClose}
    >
      <Section title={t('shares.facts')}>
        <Facts
          rows={[
            [t('shares.member'), <MemberName key="member" member={share.member} />],
            [
              t('shares.meant'),
              share.customer ? <Customer key="customer" customer={share.customer} /> : t('shares.nobody'),
            ],
            [t('shares.way.label'), t(`shares.way.${share.way}`)],
            [
              share.sentAt ? t('shares.sentAt') : t('shares.madeAt'),
              <Moment key="at" at={share.sentAt ?? share.madeAt} />,
            ],
            [t('shares.readers'), share.readers],
            [t('shares.forwards'), share.forwards],
            [t('shares.seconds'), duration(share.seconds)],
          ]}
        />
      </Section>
      {share.forwards > 0 ? <Chain share={share} /> : null}
      <Visits id={id} />
    </SidePanel>
  );
}

function Visits({ id }: { id: string }) {
  const { t } = useTranslation();
  const pages = usePages(['shares', 'visits', id], (cursor) =>
    ask(api.GET('/api/v1/shares/{id}/visits', { params: { path: { id }, query: cursor ? { cursor } : {} } })),
  );
  return (
    <Section title={t('shares.visitsOf')}>
      {pages.problem && pages.rows.length === 0 ? <Failed problem={pages.problem} retry={pages.retry} /> : null}
      {pages.loading ? <Skeleton lines={3} /> : null}
      {!pages.loading && !pages.problem && pages.rows.length === 0 ? (
        <p className="quiet">{t('shares.noVisits')}</p>
      ) : null}
      <ul className="rows rows-plain">
        {pages.rows.map((visit) => (
          <li key={visit.id}>
            <OneVisit visit={visit} />
          </li>
        ))}
      </ul>
      {pages.hasMore ? (
        <Button loading={pages.loadingMore} onClick={pages.loadMore}>
          {t('shares.more')}
        </Button>
      ) : null}
    </Section>
  );
}

function OneVisit({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const words = visit.deeds.filter((deed) => t(`shares.deed.${deed}`, { defaultValue: '' }) !== '');
  return (
    <div>
      <Who reader={visit.reader} certainty={visit.certainty} />{' '}
      {visit.endedAt ? null : <Tag tone="clay">{t('shares.reading')}</Tag>}{' '}
      {visit.forwarded ? <Tag>{t('shares.forwarded')}</Tag> : null}{' '}
      {words.map((deed) => (
        <Tag key={deed} tone="clay">
          {t(`shares.deed.${deed}`)}
        </Tag>
      ))}
      <div className="quiet small">
        {t('shares.read', { time: duration(visit.seconds), percent: visit.percent })} · <Moment at={visit.openedAt} />
      </div>
      <Pages seconds={visit.pages} />
    </div>
  );
}

/** Where in a document somebody stayed: a bar for each page that was seen. */
function Pages({ seconds }: { seconds: number[] }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const most = Math.max(...seconds, 1);
  const seen = seconds.map((time, index) => ({ page: index + 1, time })).filter(({ time }) => time > 0);
  return seen.length === 0 ? null : (
    <ol className="share-pages" aria-label={t('shares.pages')}>
      {seen.map(({ page, time }) => (
        <li key={page}>
          <span className="small">{t('shares.page', { number: page, time: duration(time) })}</span>
          <Meter label={t('shares.page', { number: page, time: duration(time) })} value={time} of={most} />
        </li>
      ))}
    </ol>
  );
}

export function Who({ reader, certainty }: Pick<Visit, 'reader' | 'certainty'>) {
  const { t } = useTranslation();
  if (!reader) {
    return <span>{t('shares.visitor')}</span>;
  }
  return certainty === 'LIKELY' ? (
    <span>{t('shares.maybe', { name: reader.name })}</span>
  ) : (
    <Customer customer={reader} />
  );
}

function Customer({ customer }: { customer: { id: string; name: string } }) {
  const { t } = useTranslation();
  const may = useMay();
  const name = customer.name || t('shares.customer');
  return may('customer:read') ? <Link to={`/console/customers?open=${customer.id}`}>{name}</Link> : name;
}
