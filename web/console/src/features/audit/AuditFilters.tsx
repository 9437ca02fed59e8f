import { useQuery } from '@tanstack/react-query';
import { api, ask, useMay, useSession } from '@tilth/api';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { filtersOf, textKey } from './actions';
import type { AuditFilter } from './query';

interface Props {
  filter: AuditFilter;
  onChange: (changes: Record<string, string | null>) => void;
}

export function AuditFilters({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const { place } = useSession();
  const people = useQuery({
    queryKey: ['accounts', 'choices'],
    queryFn: () => ask(api.GET('/api/v1/accounts', { params: { query: { limit: 200 } } })),
    enabled: may('account:read'),
  });
  const day = (text: string) => (text ? dayjs(text) : null);
  const any = Object.values(filter).some(Boolean);
  return (
    <div className="toolbar">
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        format={t('ui.dayFormat')}
        aria-label={t('audit.time')}
        value={[day(filter.from), day(filter.to)]}
        onChange={(days) =>
          onChange({ from: days?.[0]?.format('YYYY-MM-DD') ?? null, to: days?.[1]?.format('YYYY-MM-DD') ?? null })
        }
      />
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        className="toolbar-select-wide"
        aria-label={t('audit.deed')}
        placeholder={t('audit.anyAction')}
        value={filter.action || undefined}
        onChange={(action) => onChange({ action: action ?? null })}
        options={filtersOf(place.kind).map(({ action, whole }) => ({
          value: action,
          label: t(whole ? `audit.group.${textKey(action)}` : `audit.kind.${textKey(action)}`),
        }))}
      />
      {may('account:read') ? (
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          className="toolbar-select"
          aria-label={t('audit.who')}
          placeholder={t('audit.anybody')}
          value={filter.actor || undefined}
          onChange={(actor) => onChange({ actor: actor ?? null })}
          options={people.data?.items.map((one) => ({ value: one.id, label: one.name })) ?? []}
        />
      ) : null}
      {any ? (
        <Button type="text" onClick={() => onChange({ from: null, to: null, action: null, actor: null })}>
          {t('audit.clear')}
        </Button>
      ) : null}
    </div>
  );
}
