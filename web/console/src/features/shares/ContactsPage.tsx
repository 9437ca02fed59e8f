import { api, ask, type LeftContact, usePages } from '@tilth/api';
import { type Column, DataTable, Empty, MemberName, Moment, Page } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { TrackingTabs } from './TrackingTabs';

/** Readers who want to be called: what they typed proves nothing, but it is the warmest there is. */
export function ContactsPage() {
  const { t } = useTranslation();
  const pages = usePages(['left-contacts'], (cursor) =>
    ask(api.GET('/api/v1/left-contacts', { params: { query: cursor ? { cursor } : {} } })),
  );
  const columns: Column<LeftContact>[] = [
    {
      key: 'name',
      title: t('shares.contacts.name'),
      render: (row) => (
        <>
          {row.name || t('shares.visitor')}
          {row.customer ? <div className="quiet small">{row.customer.name}</div> : null}
        </>
      ),
    },
    {
      key: 'phone',
      title: t('shares.contacts.phone'),
      width: 160,
      render: (row) => (row.phone.includes('*') ? row.phone : <a href={`tel:${row.phone}`}>{row.phone}</a>),
    },
    {
      key: 'material',
      title: t('shares.contacts.material'),
      spare: true,
      render: (row) => row.material?.title ?? <span className="quiet">{t('shares.gone')}</span>,
    },
    {
      key: 'member',
      title: t('shares.contacts.member'),
      width: 128,
      render: (row) => (row.member ? <MemberName member={row.member} /> : null),
    },
    { key: 'at', title: t('shares.contacts.at'), width: 132, render: (row) => <Moment at={row.at} /> },
  ];
  return (
    <Page wide title={t('shares.title')} lede={t('shares.contacts.lede')}>
      <TrackingTabs />
      <DataTable<LeftContact>
        label={t('shares.contacts.tab')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        empty={<Empty title={t('shares.contacts.none')}>{t('shares.contacts.noneHelp')}</Empty>}
      />
    </Page>
  );
}
