import { useQuery } from '@tanstack/react-query';
import { api, ask, problemOf, useMay, usePages, type WecomOverviewRow } from '@tilth/api';
import {
  Chips,
  type Column,
  Count,
  DataTable,
  daysUntil,
  Empty,
  Moment,
  Page,
  Tag,
  useAddress,
  WarnIcon,
} from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Further behind than this, callbacks wait noticeably. */
const SLOW = 60_000;
/** Fuller than this, somebody should look before it is used up. */
const NEARLY_FULL = 80;

/** How the connections of all companies are; the alarm on top concerns everybody at once. */
export function OverviewPage() {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const filter = get('filter') === 'TROUBLE' ? 'TROUBLE' : '';
  const pages = usePages(['wecom-health', filter], (cursor) =>
    ask(api.GET('/api/v1/operator/wecom', { params: { query: queryOf(filter, cursor) } })),
  );
  return (
    <Page wide title={t('wecomHealth.title')} lede={t('wecomHealth.lede')}>
      <SuiteAlarm />
      <div className="toolbar">
        <Chips
          label={t('wecomHealth.filter')}
          value={filter}
          options={[{ value: 'TROUBLE', label: t('wecomHealth.trouble') }]}
          onChange={(value) => set({ filter: value }, { replace: true })}
        />
      </div>
      <DataTable<WecomOverviewRow>
        label={t('wecomHealth.title')}
        columns={useColumns()}
        pages={pages}
        rowKey={(row) => row.company.id}
        empty={
          filter ? (
            <Empty
              title={t('wecomHealth.noTrouble')}
              action={<Button onClick={() => set({ filter: null })}>{t('wecomHealth.showAll')}</Button>}
            />
          ) : (
            <Empty title={t('wecomHealth.none')}>{t('wecomHealth.noneHelp')}</Empty>
          )
        }
      />
    </Page>
  );
}

/** Without the suite ticket nothing works for anybody: the platform sends it every ten minutes. */
function SuiteAlarm() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['wecom-health', 'suite'],
    queryFn: () => ask(api.GET('/api/v1/operator/wecom', { params: { query: {} } })),
    refetchInterval: 60_000,
  });
  const suite = query.data?.suite;
  if (query.error && problemOf(query.error).status !== 0) {
    return null;
  }
  if (!suite) {
    return null;
  }
  return suite.late ? (
    <div className="note note-red" role="alert">
      <WarnIcon />
      <div>
        <p>
          <strong>{t('wecomHealth.ticketLate')}</strong>
        </p>
        <p>
          {t('wecomHealth.ticketLateWhy')} {t('wecomHealth.ticketAt')}{' '}
          {suite.ticketAt ? <Moment at={suite.ticketAt} /> : t('wecomHealth.ticketNever')}
        </p>
      </div>
    </div>
  ) : (
    <p className="quiet small">
      {t('wecomHealth.ticketAt')}{' '}
      {suite.ticketAt ? <Moment at={suite.ticketAt} as="ago" /> : t('wecomHealth.ticketNever')}
    </p>
  );
}

function useColumns(): Column<WecomOverviewRow>[] {
  const { t } = useTranslation();
  const may = useMay();
  return [
    {
      key: 'tenant',
      title: t('wecomHealth.tenant'),
      render: (row) => (
        <>
          {may('tenant:read') ? (
            <Link to={`/operator/tenants?open=${row.tenant.id}`}>{row.tenant.name}</Link>
          ) : (
            row.tenant.name
          )}
          {row.company.name === row.tenant.name ? null : <div className="quiet small">{row.company.name}</div>}
        </>
      ),
    },
    {
      key: 'callback',
      title: t('wecomHealth.lastCallback'),
      render: (row) =>
        row.lastCallbackAt ? <Moment at={row.lastCallbackAt} as="ago" /> : <span className="quiet">–</span>,
    },
    { key: 'queue', title: t('wecomHealth.queue'), render: (row) => <Queue row={row} /> },
    {
      key: 'token',
      title: t('wecomHealth.token'),
      width: 104,
      render: (row) =>
        row.token === 'OK' ? (
          <span className="quiet">{t('wecomHealth.tokens.OK')}</span>
        ) : (
          <Tag tone="red">{t(`wecomHealth.tokens.${row.token}`)}</Tag>
        ),
    },
    {
      key: 'quota',
      title: t('wecomHealth.quota'),
      end: true,
      width: 88,
      render: (row) => (
        <span className={row.quotaUsedPercent >= NEARLY_FULL ? 'clay-text' : undefined}>{row.quotaUsedPercent}%</span>
      ),
    },
    {
      key: 'drift',
      title: t('wecomHealth.drift'),
      end: true,
      width: 88,
      spare: true,
      render: (row) => (row.driftCount === null ? <span className="quiet">–</span> : <Count of={row.driftCount} />),
    },
    { key: 'licence', title: t('wecomHealth.licence'), spare: true, render: (row) => <Licence row={row} /> },
  ];
}

function Queue({ row }: { row: WecomOverviewRow }) {
  const { t } = useTranslation();
  const slow = row.lagMs >= SLOW;
  return (
    <div>
      {row.failed > 0 ? (
        <Tag tone="clay">{t('wecomHealth.failed', { count: row.failed })}</Tag>
      ) : row.waiting > 0 ? (
        t('wecomHealth.waiting', { count: row.waiting })
      ) : (
        <span className="quiet">{t('wecomHealth.nothingWaits')}</span>
      )}
      {slow ? (
        <div className="clay-text small">{t('wecomHealth.slow', { count: Math.round(row.lagMs / 60_000) })}</div>
      ) : null}
    </div>
  );
}

function Licence({ row }: { row: WecomOverviewRow }) {
  const soon = row.licencesExpireAt !== null && daysUntil(row.licencesExpireAt) <= 30;
  return row.licencesExpireAt ? (
    <span className={soon ? 'clay-text' : undefined}>
      <Moment at={row.licencesExpireAt} as="date" />
    </span>
  ) : (
    <span className="quiet">–</span>
  );
}

function queryOf(filter: '' | 'TROUBLE', cursor: string | undefined) {
  return { ...(filter ? { filter } : {}), ...(cursor ? { cursor } : {}) };
}
