import { useQuery } from '@tanstack/react-query';
import { api, ask, type CodePlan, type ShopOfPlan, usePages } from '@tilth/api';
import { Chips, type Column, Count, DataTable, Empty, Moment, SearchField, Section, Tag, useAddress } from '@tilth/ui';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CodeTag } from '../state';
import { citiesQuery } from './queries';

interface Props {
  plan: CodePlan;
  marked: Set<string>;
  onMark: (marked: Set<string>) => void;
}

/** The shops one by one: the code, how it stands, what it brought, or why there is none. */
export function ShopsOfPlan({ plan, marked, onMark }: Props) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { get, set } = useAddress();
  const [q, city, show] = [get('q'), get('city'), get('show')];
  const cities = useQuery(citiesQuery);
  const query = {
    ...(q ? { q } : {}),
    ...(city ? { city } : {}),
    ...(show ? { show: show as 'TROUBLED' } : {}),
  };
  const pages = usePages(['code-plans', 'shops', plan.id, q, city, show], (cursor) =>
    ask(
      api.GET('/api/v1/code-plans/{id}/shops', {
        params: { path: { id: plan.id }, query: { ...query, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  );
  const printable = new Set(pages.rows.filter((row) => row.drawn).map((row) => row.codeId));
  return (
    <Section title={t('codePlans.perShop')}>
      <div className="toolbar">
        <SearchField label={t('codePlans.search')} value={q} onChange={(text) => set({ q: text }, { replace: true })} />
        <div className="toolbar-choice">
          <Select
            allowClear
            aria-label={t('codePlans.cities')}
            placeholder={t('codePlans.everyCity')}
            value={city || null}
            options={(cities.data ?? []).filter((one) => one.city).map((one) => ({ value: one.city, label: one.city }))}
            onChange={(value: string | null) => set({ city: value ?? null })}
          />
        </div>
        <Chips
          label={t('channelCodes.show')}
          value={show}
          options={(['TROUBLED', 'BLOCKED', 'EDITED', 'IDLE'] as const).map((value) => ({
            value,
            label: t(`codePlans.show.${value}`),
          }))}
          onChange={(value) => set({ show: value })}
        />
      </div>
      <DataTable<ShopOfPlan>
        label={t('codePlans.perShop')}
        columns={useColumns()}
        pages={pages}
        rowKey={(row) => row.codeId ?? row.shopCode}
        selected={marked}
        onSelect={(next) => onMark(new Set([...next].filter((key) => printable.has(key))))}
        onOpen={(row) => (row.codeId ? void go(`/console/reach/channel-codes/${row.codeId}`) : undefined)}
        empty={<Empty title={t(q || city || show ? 'codePlans.noShopFound' : 'codePlans.noShop')} />}
      />
    </Section>
  );
}

function useColumns(): Column<ShopOfPlan>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'shop',
      title: t('codePlans.shop'),
      render: (row) => (
        <>
          {row.shop || t('codePlans.closedShop')}
          <div className="quiet small">{[row.shopCode, row.city].filter(Boolean).join(' · ')}</div>
        </>
      ),
    },
    {
      key: 'code',
      title: t('codePlans.code'),
      render: (row) => (
        <>
          {row.name || <span className="quiet">–</span>}
          {row.why ? <div className="plan-why small">{row.why}</div> : null}
        </>
      ),
    },
    {
      key: 'state',
      title: t('channelCodes.state'),
      width: 132,
      render: (row) => (
        <span className="plan-tags">
          {row.state ? <CodeTag state={row.state} /> : null}
          {row.next !== 'ALIKE' ? (
            <Tag tone={row.next.startsWith('NO_') ? 'red' : 'clay'}>{t(`codePlans.pending.${row.next}`)}</Tag>
          ) : null}
          {row.own.length > 0 ? <Tag>{t('codePlans.ownEdits')}</Tag> : null}
        </span>
      ),
    },
    { key: 'today', title: t('codePlans.today'), end: true, width: 84, render: (row) => <Count of={row.today} /> },
    { key: 'fresh', title: t('codePlans.fresh'), end: true, width: 96, render: (row) => <Count of={row.fresh} /> },
    {
      key: 'last',
      title: t('channelCodes.last'),
      width: 132,
      spare: true,
      render: (row) => (row.lastAt ? <Moment at={row.lastAt} as="ago" /> : <span className="quiet">–</span>),
    },
  ];
}
