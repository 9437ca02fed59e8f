import { type Tenant, useMay, usePages } from '@tilth/api';
import { DataTable, Empty, Page, PlusIcon, Split, useAddress } from '@tilth/ui';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useTenantColumns } from './columns';
import { tenantPage } from './queries';
import { TenantFilters } from './TenantFilters';

/** Comes when a tenant is opened: the list itself needs no forms and calendars. */
const TenantPanel = lazy(async () => ({ default: (await import('./TenantPanel')).TenantPanel }));

/** Comes when rows are marked. */
const BulkBar = lazy(async () => ({ default: (await import('./BulkBar')).BulkBar }));

interface Props {
  /** Comes from the views feature: pick and save what the list shows. */
  views: (query: string, onPick: (query: string) => void) => ReactNode;
  exports: (tenant: number) => ReactNode;
  support: (tenant: number) => ReactNode;
  materials: (tenant: number) => ReactNode;
}

/** Made for three thousand tenants: search, filters, keys, many at once. */
export function TenantsPage({ views, exports, support, materials }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { get, set } = useAddress();
  const [selected, setSelected] = useState<Set<string>>(new Set());
  const shown = { q: get('q'), filter: get('filter'), owner: get('owner'), sort: get('sort') };
  const pages = usePages<Tenant>(['tenants', 'list', shown], (cursor) => tenantPage(shown, cursor));
  const narrowed = Boolean(shown.q || shown.filter || shown.owner);
  const open = Number(get('open')) || null;
  const openTenant = () => void navigate('/operator/tenants/new');
  const change = (changes: Record<string, string | null>) => {
    setSelected(new Set());
    set(changes, { replace: true });
  };
  const kept = new URLSearchParams(Object.entries(shown).filter(([, value]) => value)).toString();

  return (
    <Page
      wide
      title={t('tenants.title')}
      lede={t('tenants.lede')}
      action={
        may('tenant:write') ? (
          <Button type="primary" icon={<PlusIcon />} onClick={openTenant}>
            {t('tenants.open')}
          </Button>
        ) : null
      }
    >
      <TenantFilters
        query={shown}
        onChange={change}
        views={views(kept, (query) => void navigate(`/operator/tenants?${query}`))}
      />
      <Split
        panel={
          open ? (
            <Suspense>
              <TenantPanel
                key={open}
                id={open}
                onClose={() => set({ open: null })}
                exports={exports(open)}
                support={support(open)}
                materials={materials(open)}
              />
            </Suspense>
          ) : null
        }
      >
        <DataTable<Tenant>
          label={t('tenants.title')}
          columns={useTenantColumns(open !== null)}
          pages={pages}
          rowKey={(tenant) => String(tenant.id)}
          openKey={open ? String(open) : ''}
          onOpen={(tenant) => set({ open: String(tenant.id) })}
          sort={shown.sort || 'NEWEST'}
          onSort={(sort) => change({ sort: sort === 'NEWEST' ? null : sort })}
          {...(may('tenant:write') ? { selected, onSelect: setSelected } : {})}
          empty={
            narrowed ? (
              <Empty
                title={t('tenants.noneFound')}
                action={
                  <Button onClick={() => change({ q: null, filter: null, owner: null })}>{t('tenants.showAll')}</Button>
                }
              />
            ) : (
              <Empty title={t('tenants.none')} action={<Button onClick={openTenant}>{t('tenants.open')}</Button>}>
                {t('tenants.noneHelp')}
              </Empty>
            )
          }
        />
      </Split>
      {selected.size > 0 ? (
        <Suspense>
          <BulkBar
            tenants={pages.rows.filter((tenant) => selected.has(String(tenant.id)))}
            onDone={() => setSelected(new Set())}
          />
        </Suspense>
      ) : null}
    </Page>
  );
}
