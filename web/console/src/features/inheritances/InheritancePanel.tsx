import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type Inheritance, type InheritanceItem, useMay, usePages } from '@tilth/api';
import {
  Chips,
  Confirm,
  Empty,
  Facts,
  Failed,
  MemberName,
  MemberSelect,
  Meter,
  Moment,
  Section,
  SidePanel,
  Skeleton,
  Tag,
  type Tone,
} from '@tilth/ui';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type State = InheritanceItem['state'];
const STATES = ['QUEUED', 'WAITING', 'DONE', 'REFUSED', 'AT_LIMIT', 'FAILED'] as const;
const BACK: readonly State[] = ['REFUSED', 'AT_LIMIT', 'FAILED'];
const TONES: Record<State, Tone> = {
  QUEUED: 'quiet',
  WAITING: 'leaf',
  DONE: 'quiet',
  REFUSED: 'clay',
  AT_LIMIT: 'clay',
  FAILED: 'red',
};

/** How one handover goes, customer by customer; who came back can be given to somebody else. */
export function InheritancePanel({ inheritance, onClose }: { inheritance: Inheritance; onClose: () => void }) {
  const { t } = useTranslation();
  const { customers, groups } = inheritance;
  return (
    <SidePanel
      title={
        <>
          <MemberName member={inheritance.from} /> → <MemberName member={inheritance.to} />
        </>
      }
      subtitle={
        <>
          {t(`inheritances.kind.${inheritance.kind}`)} · {t(`inheritances.states.${inheritance.state}`)}
        </>
      }
      onClose={onClose}
    >
      <Section title={t('inheritances.progress')}>
        <div className="stack">
          <Meter label={t('inheritances.progress')} value={customers.done} of={customers.total} />
          <Facts
            rows={[
              [t('inheritances.count.total'), customers.total],
              [t('inheritances.count.done'), customers.done],
              [t('inheritances.count.waiting'), customers.waiting],
              [t('inheritances.count.refused'), customers.refused],
              [t('inheritances.count.atLimit'), customers.atLimit],
              [t('inheritances.count.failed'), customers.failed],
              [t('inheritances.count.groups'), t('inheritances.doneOf', { done: groups.done, total: groups.total })],
              [t('inheritances.createdAt'), <Moment key="created" at={inheritance.createdAt} />],
              ...(inheritance.effectiveAt
                ? [[t('inheritances.effectiveAt'), <Moment key="effective" at={inheritance.effectiveAt} />] as const]
                : []),
            ].map(([label, value]) => [label as string, value])}
          />
        </div>
      </Section>
      <Items inheritance={inheritance} />
    </SidePanel>
  );
}

function Items({ inheritance }: { inheritance: Inheritance }) {
  const { t } = useTranslation();
  const may = useMay();
  const [state, setState] = useState<State | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const pages = usePages(['inheritances', 'items', inheritance.id, state], (cursor) =>
    ask(
      api.GET('/api/v1/inheritances/{id}/items', {
        params: {
          path: { id: inheritance.id },
          query: { ...(state ? { state } : {}), ...(cursor ? { cursor } : {}) },
        },
      }),
    ),
  );
  const toggle = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) {
      next.add(id);
    }
    setMarked(next);
  };
  return (
    <Section title={t('inheritances.items')}>
      <div className="stack">
        <Chips
          label={t('inheritances.itemState')}
          value={state ?? ''}
          options={STATES.map((value) => ({ value, label: t(`inheritances.item.${value}`) }))}
          onChange={(value) => {
            setMarked(new Set());
            setState(value as State | null);
          }}
        />
        {pages.problem ? (
          <Failed problem={pages.problem} retry={pages.retry} />
        ) : pages.loading ? (
          <Skeleton lines={4} />
        ) : pages.rows.length === 0 ? (
          <Empty title={t('inheritances.itemsNone')} />
        ) : (
          <ul className="rows rows-plain">
            {pages.rows.map((item) => (
              <li key={item.id}>
                <ItemLine
                  item={item}
                  {...(may('inheritance:write') && BACK.includes(item.state)
                    ? { marked: marked.has(item.id), onMark: () => toggle(item.id) }
                    : {})}
                />
              </li>
            ))}
          </ul>
        )}
        {pages.hasMore ? (
          <div>
            <Button loading={pages.loadingMore} onClick={pages.loadMore}>
              {t('ui.loadMore', { count: pages.rows.length })}
            </Button>
          </div>
        ) : null}
        {marked.size > 0 ? (
          <Reassign inheritance={inheritance} items={[...marked]} onDone={() => setMarked(new Set())} />
        ) : null}
      </div>
    </Section>
  );
}

function ItemLine({ item, marked, onMark }: { item: InheritanceItem; marked?: boolean; onMark?: () => void }) {
  const { t } = useTranslation();
  const name = item.customer?.name ?? item.group?.name ?? '–';
  return (
    <div>
      <div className="row row-between">
        {onMark ? (
          <Checkbox checked={marked ?? false} onChange={onMark}>
            {name}
          </Checkbox>
        ) : (
          <span>
            {name} {item.group ? <Tag>{t('inheritances.group')}</Tag> : null}
          </span>
        )}
        <Tag tone={TONES[item.state]}>{t(`inheritances.item.${item.state}`)}</Tag>
      </div>
      {item.reason ? <p className="quiet small">{item.reason}</p> : null}
    </div>
  );
}

interface ReassignProps {
  inheritance: Inheritance;
  items: string[];
  onDone: () => void;
}

function Reassign({ inheritance, items, onDone }: ReassignProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [to, setTo] = useState<string | null>(null);
  const reassign = async () => {
    if (!to) {
      return;
    }
    await ask(
      api.POST('/api/v1/inheritances/{id}/items/reassign', {
        params: { path: { id: inheritance.id } },
        body: { items, to },
      }),
    );
    await queries.invalidateQueries({ queryKey: ['inheritances'] });
    void message.success(t('inheritances.reassigned', { count: items.length }));
    onDone();
  };
  return (
    <div className="stack">
      <MemberSelect
        state="HERE"
        label={t('inheritances.to')}
        placeholder={t('inheritances.to')}
        without={inheritance.from.id}
        value={to}
        onChange={setTo}
      />
      <div>
        <Button type="primary" disabled={!to} onClick={() => setAsking(true)}>
          {t('inheritances.reassign', { count: items.length })}
        </Button>
      </div>
      <Confirm
        open={asking}
        title={t('inheritances.reassignAsk', { count: items.length })}
        confirm={t('inheritances.reassign', { count: items.length })}
        onConfirm={reassign}
        onClose={() => setAsking(false)}
      >
        <p>{t('inheritances.reassignConsequence')}</p>
      </Confirm>
    </div>
  );
}
