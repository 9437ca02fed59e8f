import { useQuery } from '@tanstack/react-query';
import { api, ask, type Customer, useMay, usePages } from '@tilth/api';
import {
  Chips,
  type Column,
  DataTable,
  Empty,
  Initial,
  MemberName,
  MemberSelect,
  Moment,
  Page,
  SearchField,
  Split,
  Tag,
  useAddress,
} from '@tilth/ui';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerPanel } from './CustomerPanel';
import { tagGroupsQuery } from './queries';
import './customers.css';

type State = 'FOLLOWED' | 'LOST';
const FILTERS = { q: null, member: null, tag: null, state: null };

/** Everybody who is or was somebody's customer, as far as the reader may see. */
export function CustomersPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const { get, set } = useAddress();
  const open = get('open');
  const shown = { q: get('q'), member: get('member'), tag: get('tag'), state: get('state') };
  const pages = usePages(['customers', 'list', shown], (cursor) =>
    ask(api.GET('/api/v1/customers', { params: { query: queryOf(shown, cursor) } })),
  );
  const change = (changes: Record<string, string | null>) => set({ ...changes, open: null }, { replace: true });
  const narrowed = Object.values(shown).some(Boolean);
  return (
    <Page wide title={t('customers.title')} lede={t('customers.lede')}>
      {tabs}
      <Split panel={open ? <CustomerPanel key={open} id={open} onClose={() => set({ open: null })} /> : null}>
        <div className="toolbar">
          <SearchField label={t('customers.search')} value={shown.q} onChange={(q) => change({ q })} />
          {may('member:read') ? (
            <MemberSelect
              className="toolbar-select-wide"
              label={t('customers.follower')}
              placeholder={t('customers.anyFollower')}
              allowClear
              value={shown.member}
              onChange={(member) => change({ member })}
            />
          ) : null}
          <TagFilter tag={shown.tag} onChange={(tag) => change({ tag })} />
          <Chips
            label={t('customers.state')}
            value={shown.state}
            options={(['FOLLOWED', 'LOST'] as const).map((value) => ({ value, label: t(`customers.states.${value}`) }))}
            onChange={(state) => change({ state })}
          />
        </div>
        <DataTable<Customer>
          label={t('customers.title')}
          columns={useColumns(open !== '')}
          pages={pages}
          rowKey={(row) => row.id}
          openKey={open}
          onOpen={(row) => set({ open: row.id })}
          empty={
            narrowed ? (
              <Empty
                title={t('customers.noneFound')}
                action={<Button onClick={() => change(FILTERS)}>{t('customers.showAll')}</Button>}
              >
                {t('customers.noneFoundHelp')}
              </Empty>
            ) : (
              <Empty title={t('customers.none')}>{t('customers.noneHelp')}</Empty>
            )
          }
        />
      </Split>
    </Page>
  );
}

function TagFilter({ tag, onChange }: { tag: string; onChange: (tag: string | null) => void }) {
  const { t } = useTranslation();
  const groups = useQuery(tagGroupsQuery);
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      className="toolbar-select"
      aria-label={t('customers.tag')}
      placeholder={t('customers.anyTag')}
      loading={groups.isPending}
      value={tag || null}
      onChange={(value) => onChange(value ?? null)}
      options={(groups.data ?? []).map((group) => ({
        label: group.name,
        options: group.tags.map((one) => ({ value: one.id, label: one.name })),
      }))}
    />
  );
}

function useColumns(narrow: boolean): Column<Customer>[] {
  const { t } = useTranslation();
  const columns: Column<Customer>[] = [
    {
      key: 'name',
      title: t('customers.name'),
      render: (row) => (
        <div className="with-initial">
          <Initial name={row.name} />
          <div>
            {row.name} {row.lostAt ? <Tag>{t('customers.states.LOST')}</Tag> : null}
            <CustomerOrigin customer={row} />
          </div>
        </div>
      ),
    },
    { key: 'followers', title: t('customers.followers'), render: (row) => <Followers customer={row} /> },
  ];
  const rest: Column<Customer>[] = [
    {
      key: 'tags',
      title: t('customers.tags'),
      spare: true,
      render: (row) => (
        <span className="tag-row">
          {row.tags.slice(0, 3).map((tag) => (
            <Tag key={tag.id}>{tag.name}</Tag>
          ))}
          {row.tags.length > 3 ? <span className="quiet small">+{row.tags.length - 3}</span> : null}
        </span>
      ),
    },
    {
      key: 'added',
      title: t('customers.addedAt'),
      width: 132,
      render: (row) => <Moment at={row.addedAt} as="date" />,
    },
  ];
  return narrow ? columns : [...columns, ...rest];
}

/** A WeChat friend needs no word; a colleague at another company is told with it. */
export function CustomerOrigin({ customer }: { customer: Pick<Customer, 'type' | 'corpName'> }) {
  return customer.corpName ? <div className="quiet small">@{customer.corpName}</div> : null;
}

function Followers({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const [first] = customer.followers;
  if (!first) {
    return <span className="quiet">–</span>;
  }
  const more = customer.followers.length - 1;
  return (
    <div>
      <MemberName member={first.member} />
      {more > 0 ? <span className="quiet small"> {t('customers.moreFollowers', { count: more })}</span> : null}
      {first.remark ? <div className="quiet small clip">{first.remark}</div> : null}
    </div>
  );
}

function queryOf({ q, member, tag, state }: Record<'q' | 'member' | 'tag' | 'state', string>, cursor?: string) {
  return {
    ...(q ? { q } : {}),
    ...(member ? { member } : {}),
    ...(tag ? { tag } : {}),
    ...(state ? { state: state as State } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
