import { type Alert, api, ask, usePages } from '@tilth/api';
import {
  Chips,
  type Column,
  DataTable,
  Empty,
  Initial,
  MemberName,
  Moment,
  Page,
  Split,
  Tag,
  type Tone,
  useAddress,
} from '@tilth/ui';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertPanel } from './AlertPanel';

const SHOWN = ['OPEN', 'ALL'] as const;

/** Customers who read something, and whose turn it is to speak with them. */
export function AlertsPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const open = get('open');
  const state = get('state') === 'ALL' ? 'ALL' : 'OPEN';
  const pages = usePages(['alerts', 'list', state], (cursor) =>
    ask(api.GET('/api/v1/alerts', { params: { query: { state, ...(cursor ? { cursor } : {}) } } })),
  );
  const all = () => set({ state: 'ALL', open: null }, { replace: true });
  return (
    <Page wide title={t('alerts.title')} lede={t('alerts.lede')}>
      {tabs}
      <Split panel={open ? <AlertPanel key={open} id={open} onClose={() => set({ open: null })} /> : null}>
        <div className="toolbar">
          <Chips
            label={t('alerts.state')}
            value={state}
            options={SHOWN.map((value) => ({ value, label: t(`alerts.states.${value}`) }))}
            onChange={(value) => set({ state: value || 'OPEN', open: null }, { replace: true })}
          />
        </div>
        <DataTable<Alert>
          label={t('alerts.title')}
          columns={useColumns(open !== '')}
          pages={pages}
          rowKey={(row) => row.id}
          openKey={open}
          onOpen={(row) => set({ open: row.id })}
          empty={
            state === 'OPEN' ? (
              <Empty title={t('alerts.noneOpen')} action={<Button onClick={all}>{t('alerts.showAll')}</Button>}>
                {t('alerts.noneOpenHelp')}
              </Empty>
            ) : (
              <Empty title={t('alerts.none')}>{t('alerts.noneHelp')}</Empty>
            )
          }
        />
      </Split>
    </Page>
  );
}

function useColumns(narrow: boolean): Column<Alert>[] {
  const { t } = useTranslation();
  const columns: Column<Alert>[] = [
    {
      key: 'customer',
      title: t('alerts.customer'),
      render: (row) => (
        <div className="with-initial">
          <Initial name={row.customer.name} />
          <div>
            <Reader alert={row} /> <Level alert={row} />
            <div className="quiet small">{t('alerts.score', { score: row.customer.score })}</div>
          </div>
        </div>
      ),
    },
    {
      key: 'material',
      title: t('alerts.material'),
      render: (row) => (
        <div>
          {row.material.title}
          <div className="quiet small">
            <Cause alert={row} />
          </div>
        </div>
      ),
    },
  ];
  const rest: Column<Alert>[] = [
    { key: 'member', title: t('alerts.member'), spare: true, render: (row) => <MemberName member={row.member} /> },
    { key: 'state', title: t('alerts.state'), width: 96, render: (row) => <Became alert={row} /> },
    { key: 'at', title: t('alerts.at'), width: 132, render: (row) => <Moment at={row.at} /> },
  ];
  return narrow ? columns : [...columns, ...rest];
}

/** Somebody identified by a guess is never called by their name alone. */
export function Reader({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  return alert.certainty === 'LIKELY' ? t('alerts.maybe', { name: alert.customer.name }) : alert.customer.name;
}

export function Level({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  return <Tag tone={alert.level === 'IMMEDIATE' ? 'clay' : 'quiet'}>{t(`alerts.levels.${alert.level}`)}</Tag>;
}

export function Cause({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  return t(`alerts.causes.${alert.cause}`, { page: alert.page ?? 1, days: alert.quietDays ?? 0 });
}

const TONES: Record<Alert['state'], Tone> = { OPEN: 'clay', HANDED: 'clay', CONTACTED: 'leaf', EXPIRED: 'quiet' };

export function Became({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  return <Tag tone={TONES[alert.state]}>{t(`alerts.became.${alert.state}`)}</Tag>;
}
