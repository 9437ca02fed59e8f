import { type AnonymousVisitor, api, ask, usePages } from '@tilth/api';
import { type Column, Count, DataTable, Empty, MemberName, Moment, Page } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { useDuration } from './reading';
import { TrackingTabs } from './TrackingTabs';

/** Who reads and is not known; nobody is told of them. */
export function VisitorsPage() {
  const { t } = useTranslation();
  const pages = usePages(['visitors'], (cursor) =>
    ask(api.GET('/api/v1/visitors', { params: { query: cursor ? { cursor } : {} } })),
  );
  return (
    <Page wide title={t('shares.title')} lede={t('shares.visitors.lede')}>
      <TrackingTabs />
      <DataTable<AnonymousVisitor>
        label={t('shares.visitors.tab')}
        columns={useColumns()}
        pages={pages}
        rowKey={(row) => row.id}
        empty={<Empty title={t('shares.visitors.none')}>{t('shares.visitors.noneHelp')}</Empty>}
      />
    </Page>
  );
}

function useColumns(): Column<AnonymousVisitor>[] {
  const { t } = useTranslation();
  const duration = useDuration();
  return [
    {
      key: 'who',
      title: t('shares.visitors.who'),
      render: (row) => (
        <>
          {t('shares.visitor')}
          <div className="quiet small">{row.shares > 1 ? t('shares.visitors.links', { count: row.shares }) : null}</div>
        </>
      ),
    },
    {
      key: 'material',
      title: t('shares.visitors.lastMaterial'),
      render: (row) => row.material.title || <span className="quiet">{t('shares.gone')}</span>,
    },
    {
      key: 'member',
      title: t('shares.visitors.via'),
      spare: true,
      width: 128,
      render: (row) => <MemberName member={row.member} />,
    },
    {
      key: 'visits',
      title: t('shares.visits'),
      end: true,
      spare: true,
      width: 72,
      render: (row) => <Count of={row.visits} />,
    },
    {
      key: 'seconds',
      title: t('shares.seconds'),
      end: true,
      width: 112,
      render: (row) => duration(row.seconds),
    },
    {
      key: 'first',
      title: t('shares.visitors.first'),
      spare: true,
      width: 132,
      render: (row) => <Moment at={row.firstAt} />,
    },
    { key: 'last', title: t('shares.last'), width: 132, render: (row) => <Moment at={row.lastAt} /> },
  ];
}
