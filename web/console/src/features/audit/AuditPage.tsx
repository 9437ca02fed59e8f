import { type AuditEntry, api, ask, useMay, usePages } from '@tilth/api';
import {
  type Column,
  DataTable,
  DownloadIcon,
  Empty,
  Facts,
  Moment,
  Page,
  Section,
  SidePanel,
  Split,
  useAddress,
  useZone,
} from '@tilth/ui';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { DetailFacts } from './detail';
import { auditQuery } from './query';
import { AuditActor, AuditSentence } from './sentence';

/** The calendar is heavy; the list does not wait for it. */
const AuditFilters = lazy(async () => ({ default: (await import('./AuditFilters')).AuditFilters }));

/** Who did what, when, from where. Nothing here can be changed. */
export function AuditPage() {
  const { t } = useTranslation();
  const may = useMay();
  const zone = useZone();
  const { get, set } = useAddress();
  const filter = { from: get('from'), to: get('to'), action: get('action'), actor: get('actor') };
  const query = auditQuery(filter, zone);
  const pages = usePages(['audit', query], (cursor) =>
    ask(api.GET('/api/v1/audit', { params: { query: cursor ? { ...query, cursor } : query } })),
  );
  const filtered = Object.keys(query).length > 0;
  const chosen = pages.rows.find((entry) => entry.id === get('open'));
  return (
    <Page
      wide
      title={t('audit.title')}
      lede={t('audit.lede')}
      action={
        may('audit:export') ? (
          <Button icon={<DownloadIcon />} href={`/api/v1/audit/file?${new URLSearchParams(query)}`} download>
            {t('audit.export')}
          </Button>
        ) : null
      }
    >
      <Split panel={chosen ? <EntryPanel entry={chosen} onClose={() => set({ open: null })} /> : null}>
        <Suspense fallback={<div className="toolbar toolbar-waiting" />}>
          <AuditFilters filter={filter} onChange={(changes) => set({ ...changes, open: null })} />
        </Suspense>
        <DataTable<AuditEntry>
          label={t('audit.title')}
          columns={useColumns()}
          pages={pages}
          rowKey={(entry) => entry.id}
          openKey={get('open')}
          onOpen={(entry) => set({ open: entry.id })}
          empty={
            filtered ? (
              <Empty title={t('audit.noneFound')}>{t('audit.noneFoundHelp')}</Empty>
            ) : (
              <Empty title={t('audit.none')}>{t('audit.noneHelp')}</Empty>
            )
          }
        />
      </Split>
    </Page>
  );
}

function useColumns(): Column<AuditEntry>[] {
  const { t } = useTranslation();
  return [
    { key: 'who', title: t('audit.who'), width: 200, render: (entry) => <AuditActor entry={entry} /> },
    { key: 'what', title: t('audit.what'), render: (entry) => <AuditSentence entry={entry} /> },
    { key: 'at', title: t('audit.at'), width: 180, render: (entry) => <Moment at={entry.at} /> },
    {
      key: 'address',
      title: t('audit.address'),
      width: 140,
      spare: true,
      render: (entry) => <span className="quiet">{entry.address ?? '–'}</span>,
    },
  ];
}

function EntryPanel({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const detail = Object.entries(entry.detail ?? {});
  return (
    <SidePanel title={<AuditSentence entry={entry} />} subtitle={<Moment at={entry.at} />} onClose={onClose}>
      <Section title={t('audit.entry')}>
        <Facts
          rows={[
            [t('audit.who'), <AuditActor key="who" entry={entry} />],
            [
              t('audit.deed'),
              <span key="action" className="mono">
                {entry.action}
              </span>,
            ],
            [t('audit.subject'), entry.subject ? (entry.subject.name ?? entry.subject.id) : '–'],
            [t('audit.address'), entry.address ?? '–'],
            [
              t('audit.request'),
              <span key="request" className="mono">
                {entry.requestId ?? '–'}
              </span>,
            ],
          ]}
        />
      </Section>
      {detail.length > 0 ? (
        <Section title={t('audit.detail')}>
          <DetailFacts detail={detail} />
        </Section>
      ) : null}
    </SidePanel>
  );
}
