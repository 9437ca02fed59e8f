import { useQuery } from '@tanstack/react-query';
import { api, ask, type Inheritance, problemOf, useMay, whole } from '@tilth/api';
import {
  type Column,
  counted,
  DataTable,
  Empty,
  Failed,
  MemberName,
  Moment,
  Page,
  PlusIcon,
  Section,
  Skeleton,
  Split,
  Tag,
  useAddress,
} from '@tilth/ui';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import './inheritances.css';

/** Forms come when they are opened: the lists need none. */
const InheritancePanel = lazy(async () => ({ default: (await import('./InheritancePanel')).InheritancePanel }));
const StartPanel = lazy(async () => ({ default: (await import('./StartPanel')).StartPanel }));

/** Whose customers and groups wait for an heir, and how each handover goes. */
export function InheritancesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { get, set } = useAddress();
  const [open, start, from] = [get('open'), get('start'), get('from')];
  const list = useQuery({
    queryKey: ['inheritances', 'list'],
    queryFn: () => ask(api.GET('/api/v1/inheritances')),
  });
  const chosen = list.data?.find((one) => one.id === open);
  const close = () => set({ open: null, start: null, from: null });
  const starting = start !== '' && may('inheritance:write');
  return (
    <Page
      wide
      title={t('inheritances.title')}
      lede={t('inheritances.lede')}
      action={
        may('inheritance:write') ? (
          <Button type="primary" icon={<PlusIcon />} onClick={() => set({ start: 'ON_JOB', open: null, from: null })}>
            {t('inheritances.startOnJob')}
          </Button>
        ) : null
      }
    >
      <Split
        panel={
          starting ? (
            <Suspense>
              <StartPanel
                key={`${start} ${from}`}
                kind={start === 'RESIGNED' ? 'RESIGNED' : 'ON_JOB'}
                from={from}
                onClose={close}
                onStarted={(id) => set({ open: id, start: null, from: null })}
              />
            </Suspense>
          ) : chosen ? (
            <Suspense>
              <InheritancePanel key={chosen.id} inheritance={chosen} onClose={close} />
            </Suspense>
          ) : null
        }
      >
        <Unassigned onStart={(member) => set({ start: 'RESIGNED', from: member, open: null })} />
        <Section title={t('inheritances.list')}>
          <DataTable<Inheritance>
            label={t('inheritances.list')}
            columns={useColumns()}
            pages={whole(list)}
            rowKey={(row) => row.id}
            openKey={open}
            onOpen={(row) => set({ open: row.id, start: null, from: null })}
            empty={<Empty title={t('inheritances.none')}>{t('inheritances.noneHelp')}</Empty>}
          />
        </Section>
      </Split>
    </Page>
  );
}

/** People who left and still hold customers: the one warm place of the page. */
function Unassigned({ onStart }: { onStart: (member: string) => void }) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const query = useQuery({
    queryKey: ['inheritances', 'unassigned'],
    queryFn: () => ask(api.GET('/api/v1/inheritances/unassigned')),
  });
  return (
    <Section title={t('inheritances.unassigned')} lede={t('inheritances.unassignedLede')}>
      {query.data ? (
        query.data.length > 0 ? (
          <ul className="rows rows-plain">
            {query.data.map(({ member, customers, groups }) => (
              <li key={member.id}>
                <div>
                  <p>
                    <strong>
                      <MemberName member={member} />
                    </strong>{' '}
                    <Tag tone="clay">
                      {t('inheritances.waiting', {
                        customers: counted(customers, i18n.language),
                        groups: counted(groups, i18n.language),
                      })}
                    </Tag>
                  </p>
                  {member.leftAt ? (
                    <p className="quiet small">
                      {t('inheritances.leftAt')} <Moment at={member.leftAt} as="date" />
                    </p>
                  ) : null}
                </div>
                {may('inheritance:write') ? (
                  <Button onClick={() => onStart(member.id)}>{t('inheritances.assign')}</Button>
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t('inheritances.unassignedNone')}</p>
        )
      ) : query.error ? (
        <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={2} />
      )}
    </Section>
  );
}

function useColumns(): Column<Inheritance>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'who',
      title: t('inheritances.who'),
      render: (row) => (
        <>
          <MemberName member={row.from} /> → <MemberName member={row.to} />
          <div className="quiet small">{t(`inheritances.kind.${row.kind}`)}</div>
        </>
      ),
    },
    {
      key: 'progress',
      title: t('inheritances.progress'),
      render: (row) => (
        <div>
          {t('inheritances.doneOf', { done: row.customers.done, total: row.customers.total })}
          <Returned inheritance={row} />
        </div>
      ),
    },
    {
      key: 'state',
      title: t('inheritances.state'),
      width: 112,
      render: (row) => (
        <Tag tone={row.state === 'DONE' ? 'quiet' : 'leaf'}>{t(`inheritances.states.${row.state}`)}</Tag>
      ),
    },
    {
      key: 'created',
      title: t('inheritances.createdAt'),
      width: 132,
      spare: true,
      render: (row) => <Moment at={row.createdAt} as="date" />,
    },
  ];
}

/** Those who came back to the manager's list. */
function Returned({ inheritance: { customers } }: { inheritance: Inheritance }) {
  const { t } = useTranslation();
  const back = customers.refused + customers.atLimit + customers.failed;
  return back > 0 ? <div className="clay-text small">{t('inheritances.returned', { count: back })}</div> : null;
}
