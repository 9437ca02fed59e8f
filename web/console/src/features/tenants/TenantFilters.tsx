import { useMay } from '@tilth/api';
import { SearchField } from '@tilth/ui';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FILTERS, type TenantQuery, useOwners } from './queries';

interface Props {
  query: TenantQuery;
  onChange: (changes: Record<string, string | null>) => void;
  views: ReactNode;
}

export function TenantFilters({ query, onChange, views }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      <div className="toolbar">
        <SearchField label={t('tenants.search')} value={query.q} onChange={(q) => onChange({ q })} />
        <OwnerSelect owner={query.owner} onChange={(owner) => onChange({ owner })} />
        {views}
      </div>
      <div className="toolbar chips">
        {FILTERS.map((filter) => (
          <button
            key={filter}
            type="button"
            className="chip"
            aria-pressed={query.filter === filter}
            onClick={() => onChange({ filter: query.filter === filter ? null : filter })}
          >
            {t(`tenants.filter.${filter}`)}
          </button>
        ))}
        {may('wecom-health:read') ? (
          <Link className="chip chip-link" to="/operator/wecom?filter=TROUBLE">
            {t('tenants.filter.BROKEN')}
          </Link>
        ) : null}
      </div>
    </>
  );
}

function OwnerSelect({ owner, onChange }: { owner: string; onChange: (owner: string | null) => void }) {
  const { t } = useTranslation();
  const owners = useOwners();
  if (!owners.shown) {
    return null;
  }
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      className="toolbar-select"
      aria-label={t('tenants.owner')}
      placeholder={t('tenants.anyOwner')}
      value={owner || undefined}
      onChange={(value) => onChange(value ?? null)}
      options={owners.options}
    />
  );
}
