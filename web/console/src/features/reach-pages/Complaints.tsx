import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type Complaint, problemOf, useMay, usePages } from '@tilth/api';
import { type Column, DataTable, Empty, Moment, problemText, Section } from '@tilth/ui';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** What readers found wrong, for those who run the pages. */
export function Complaints() {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const pages = usePages(['complaints'], (cursor) =>
    ask(api.GET('/api/v1/complaints', { params: { query: cursor ? { cursor } : {} } })),
  );
  const settle = (id: string) =>
    ask(api.POST('/api/v1/complaints/{id}/settled', { params: { path: { id } } }))
      .then(() => queries.invalidateQueries({ queryKey: ['complaints'] }))
      .catch((error) => void message.error(problemText(problemOf(error), t)));
  const columns: Column<Complaint>[] = [
    {
      key: 'what',
      title: t('reachPages.complaints.what'),
      render: (row) => (
        <>
          {t(`reachPages.complaints.reason.${row.reason}`)}
          {row.text ? <div className="quiet small">{row.text}</div> : null}
        </>
      ),
    },
    { key: 'reach', title: t('reachPages.complaints.reach'), spare: true, width: 160, render: (row) => row.reach },
    { key: 'at', title: t('reachPages.complaints.at'), width: 132, render: (row) => <Moment at={row.at} /> },
    {
      key: 'settled',
      title: t('reachPages.complaints.state'),
      width: 120,
      render: (row) =>
        row.settledAt ? (
          <span className="quiet">{t('reachPages.complaints.settled')}</span>
        ) : may('reach-setting:write') ? (
          <Button size="small" onClick={() => void settle(row.id)}>
            {t('reachPages.complaints.settle')}
          </Button>
        ) : (
          t('reachPages.complaints.open')
        ),
    },
  ];
  return (
    <Section title={t('reachPages.complaints.title')} lede={t('reachPages.complaints.lede')}>
      <DataTable<Complaint>
        label={t('reachPages.complaints.title')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.id}
        empty={<Empty title={t('reachPages.complaints.none')}>{t('reachPages.complaints.noneHelp')}</Empty>}
      />
    </Section>
  );
}
