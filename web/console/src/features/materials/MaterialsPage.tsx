import { useQuery } from '@tanstack/react-query';
import { api, ask, type Material, type MaterialKind, type MaterialState, useMay, usePages } from '@tilth/api';
import {
  Chips,
  type Column,
  counted,
  DataTable,
  DownIcon,
  Empty,
  Moment,
  Page,
  SearchField,
  Split,
  Tag,
  useAddress,
} from '@tilth/ui';
import { Button, Dropdown, Select } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { KINDS } from './draft';
import { addressOf, foldersQuery, NEW } from './queries';
import { StateTag } from './StateTag';
import './materials.css';

const FoldersPanel = lazy(async () => ({ default: (await import('./FoldersPanel')).FoldersPanel }));
const FILTERS = { q: null, kind: null, folder: null, state: null };
const STATES = ['PUBLISHED', 'DRAFT', 'IN_REVIEW', 'WITHDRAWN', 'TAKEN_DOWN'] as const;

/** Everything that members can send: articles, documents, posters and links. */
export function MaterialsPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { get, set } = useAddress();
  const shown = { q: get('q'), kind: get('kind'), folder: get('folder'), state: get('state') };
  const pages = usePages(['material', 'list', shown], (cursor) =>
    ask(api.GET('/api/v1/materials', { params: { query: queryOf(shown, cursor) } })),
  );
  const folders = useQuery(foldersQuery);
  const change = (changes: Record<string, string | null>) => set(changes, { replace: true });
  const narrowed = Object.values(shown).some(Boolean);
  const start = (kind: MaterialKind) => void navigate(`${addressOf(NEW)}?kind=${kind}`);
  const writes = may('material:write');
  return (
    <Page wide title={t('materials.title')} lede={t('materials.lede')} action={writes ? <New onNew={start} /> : null}>
      {tabs}
      <Split
        panel={
          get('folders') && writes ? (
            <Suspense>
              <FoldersPanel onClose={() => set({ folders: null })} />
            </Suspense>
          ) : null
        }
      >
        <div className="toolbar">
          <SearchField label={t('materials.search')} value={shown.q} onChange={(q) => change({ q })} />
          <Select
            allowClear
            className="toolbar-select"
            aria-label={t('materials.folder')}
            placeholder={t('materials.anyFolder')}
            value={shown.folder || null}
            onChange={(value) => change({ folder: value ?? null })}
            options={(folders.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
          />
          <Select
            allowClear
            className="toolbar-select"
            aria-label={t('materials.state')}
            placeholder={t('materials.anyState')}
            value={shown.state || null}
            onChange={(value) => change({ state: value ?? null })}
            options={STATES.map((value) => ({ value, label: t(`materials.states.${value}`) }))}
          />
          <Chips
            label={t('materials.kind')}
            value={shown.kind}
            options={KINDS.map((value) => ({ value, label: t(`materials.kinds.${value}`) }))}
            onChange={(kind) => change({ kind })}
          />
          {writes ? <Button onClick={() => set({ folders: '1' })}>{t('materials.folders')}</Button> : null}
        </div>
        <DataTable<Material>
          label={t('materials.title')}
          columns={useColumns()}
          pages={pages}
          rowKey={(row) => row.id}
          onOpen={(row) => void navigate(addressOf(row.id))}
          empty={
            narrowed ? (
              <Empty
                title={t('materials.noneFound')}
                action={<Button onClick={() => change(FILTERS)}>{t('materials.showAll')}</Button>}
              >
                {t('materials.noneFoundHelp')}
              </Empty>
            ) : (
              <Empty title={t('materials.none')} action={writes ? <New onNew={start} /> : null}>
                {t('materials.noneHelp')}
              </Empty>
            )
          }
        />
      </Split>
    </Page>
  );
}

function New({ onNew }: { onNew: (kind: MaterialKind) => void }) {
  const { t } = useTranslation();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: KINDS.map((kind) => ({
          key: kind,
          label: (
            <div className="new-material">
              <strong>{t(`materials.kinds.${kind}`)}</strong>
              <span className="quiet small">{t(`materials.kindHelp.${kind}`)}</span>
            </div>
          ),
        })),
        onClick: ({ key }) => onNew(key as MaterialKind),
      }}
    >
      <Button type="primary" icon={<DownIcon />} iconPlacement="end">
        {t('materials.new')}
      </Button>
    </Dropdown>
  );
}

function useColumns(): Column<Material>[] {
  const { t, i18n } = useTranslation();
  return [
    {
      key: 'title',
      title: t('materials.material'),
      render: (row) => (
        <div className="material-row">
          <Cover url={row.cover} />
          <div className="material-row-text">
            <p>
              {row.title} {row.priced ? <Tag tone="clay">{t('materials.pricedShort')}</Tag> : null}
            </p>
            {row.description ? <p className="quiet small clip">{row.description}</p> : null}
          </div>
        </div>
      ),
    },
    { key: 'kind', title: t('materials.kind'), width: 112, render: (row) => t(`materials.kinds.${row.kind}`) },
    { key: 'state', title: t('materials.state'), width: 168, render: (row) => <StateTag material={row} /> },
    {
      key: 'shares',
      title: t('materials.shares'),
      width: 88,
      end: true,
      spare: true,
      render: (row) => counted(row.shares, i18n.language),
    },
    {
      key: 'opens',
      title: t('materials.opens'),
      width: 88,
      end: true,
      spare: true,
      render: (row) => counted(row.opens, i18n.language),
    },
    {
      key: 'updated',
      title: t('materials.updatedAt'),
      width: 132,
      spare: true,
      render: (row) => <Moment at={row.updatedAt} />,
    },
  ];
}

export function Cover({ url }: { url: string | null }) {
  return url ? <img className="material-cover" src={url} alt="" loading="lazy" /> : <span className="material-cover" />;
}

function queryOf(shown: { q: string; kind: string; folder: string; state: string }, cursor: string | undefined) {
  const { q, kind, folder, state } = shown;
  return {
    ...(q ? { q } : {}),
    ...(kind ? { kind: kind as MaterialKind } : {}),
    ...(folder ? { folder } : {}),
    ...(state ? { state: state as MaterialState } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
