import { useQuery } from '@tanstack/react-query';
import { api, ask, type Customer, type CustomerQuery, useMay, usePages } from '@tilth/api';
import {
  Chips,
  type Column,
  DataTable,
  Empty,
  FilterSheet,
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
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkBar } from './BulkBar';
import { CustomerPanel } from './CustomerPanel';
import { journeyQuery, tagGroupsQuery } from './queries';
import { ScoreTag } from './Score';
import './customers.css';

const STATES = ['FOLLOWED', 'LOST'] as const;
const CHIPS = ['READ_TODAY', 'HIGH', 'TODO', 'NEW_7D', 'FADING'] as const;
const GRADES = ['HIGH', 'MIDDLE', 'LOW', 'ASLEEP'] as const;
const KEYS = ['q', 'member', 'tag', 'state', 'grade', 'stage', 'channel', 'chip'] as const;
const FILTERS = Object.fromEntries(KEYS.map((key) => [key, null]));
/** What stands in the sheet on a phone. */
const SHEET = ['member', 'tag', 'stage', 'grade', 'state'] as const;
const MOST_MARKED = 200;

/** Everybody who is or was somebody's customer, as far as the reader may see. */
export function CustomersPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const { get, set } = useAddress();
  const open = get('open');
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const shown = Object.fromEntries(KEYS.map((key) => [key, get(key)])) as Record<(typeof KEYS)[number], string>;
  const pages = usePages(['customers', 'list', shown], (cursor) =>
    ask(api.GET('/api/v1/customers', { params: { query: queryOf(shown, cursor) } })),
  );
  const change = (changes: Record<string, string | null>) => {
    setMarked(new Set());
    set({ ...changes, open: null }, { replace: true });
  };
  const narrowed = Object.values(shown).some(Boolean);
  return (
    <Page wide title={t('customers.title')} lede={t('customers.lede')}>
      {tabs}
      <Split panel={open ? <CustomerPanel key={open} id={open} onClose={() => set({ open: null })} /> : null}>
        <div className="toolbar">
          <SearchField label={t('customers.search')} value={shown.q} onChange={(q) => change({ q })} />
          <FilterSheet used={SHEET.filter((key) => shown[key]).length}>
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
            <StageFilter stage={shown.stage} onChange={(stage) => change({ stage })} />
            <Select
              allowClear
              className="toolbar-select"
              aria-label={t('customers.grade')}
              placeholder={t('customers.anyGrade')}
              value={shown.grade || null}
              onChange={(grade) => change({ grade: grade ?? null })}
              options={GRADES.map((value) => ({ value, label: t(`customers.grades.${value}`) }))}
            />
            <Chips
              label={t('customers.state')}
              value={shown.state}
              options={STATES.map((value) => ({ value, label: t(`customers.states.${value}`) }))}
              onChange={(state) => change({ state })}
            />
          </FilterSheet>
          <Chips
            label={t('customers.quick')}
            value={shown.chip}
            options={CHIPS.map((value) => ({ value, label: t(`customers.chips.${value}`) }))}
            onChange={(chip) => change({ chip })}
          />
        </div>
        <DataTable<Customer>
          label={t('customers.title')}
          columns={useColumns(open !== '')}
          pages={pages}
          rowKey={(row) => row.id}
          openKey={open}
          {...(may('customer:write')
            ? { selected: marked, onSelect: (some: Set<string>) => setMarked(new Set([...some].slice(0, MOST_MARKED))) }
            : {})}
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
        {marked.size > 0 ? <BulkBar ids={[...marked]} onDone={() => setMarked(new Set())} /> : null}
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

function StageFilter({ stage, onChange }: { stage: string; onChange: (stage: string | null) => void }) {
  const { t } = useTranslation();
  const journey = useQuery(journeyQuery);
  return (
    <Select
      allowClear
      className="toolbar-select"
      aria-label={t('customers.stage')}
      placeholder={t('customers.anyStage')}
      loading={journey.isPending}
      value={stage || null}
      onChange={(value) => onChange(value ?? null)}
      options={(journey.data?.stages ?? []).map((one) => ({ value: one.id, label: one.name }))}
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
          <Initial name={row.name} picture={row.avatar} />
          <div>
            {row.name} {row.lostAt ? <Tag>{t('customers.states.LOST')}</Tag> : null}{' '}
            {row.handover ? <Tag tone="clay">{t('customers.handing')}</Tag> : null}
            <CustomerOrigin customer={row} />
          </div>
        </div>
      ),
    },
    {
      key: 'score',
      title: t('customers.score'),
      width: 112,
      render: (row) => <ScoreTag score={row.score} grade={row.grade} />,
    },
    { key: 'followers', title: t('customers.followers'), render: (row) => <Followers customer={row} /> },
  ];
  const rest: Column<Customer>[] = [
    { key: 'stage', title: t('customers.stage'), width: 108, render: (row) => row.stage?.name ?? <Nothing /> },
    {
      key: 'channel',
      title: t('customers.channel'),
      spare: true,
      width: 132,
      render: (row) => row.channel?.name ?? <Nothing />,
    },
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

function Nothing() {
  return <span className="quiet">–</span>;
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

function queryOf(shown: Record<string, string>, cursor?: string): CustomerQuery {
  const wanted = Object.entries(shown).filter(([, value]) => value);
  return { ...Object.fromEntries(wanted), ...(cursor ? { cursor } : {}) } as CustomerQuery;
}
