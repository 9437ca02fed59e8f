import { SearchIcon } from '@tilth/ui';
import { Input, Select, Tooltip } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FILTERS, type TenantQuery, useOwners } from './queries';

interface Props {
  query: TenantQuery;
  onChange: (changes: Record<string, string | null>) => void;
  views: ReactNode;
}

export function TenantFilters({ query, onChange, views }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className="toolbar">
        <Search q={query.q} onChange={(q) => onChange({ q })} />
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
        <Tooltip title={t('tenants.brokenWhy')}>
          <button type="button" className="chip" aria-disabled="true">
            {t('tenants.filter.BROKEN')}
            <span className="unseen">({t('tenants.brokenWhy')})</span>
          </button>
        </Tooltip>
      </div>
    </>
  );
}

function Search({ q, onChange }: { q: string; onChange: (q: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text === q) {
      return;
    }
    const timer = setTimeout(() => onChange(text), 250);
    return () => clearTimeout(timer);
  });
  return (
    <div className="toolbar-search" data-search>
      <Input
        allowClear
        value={text}
        prefix={<SearchIcon size={16} />}
        aria-label={t('tenants.search')}
        placeholder={t('tenants.search')}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
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
