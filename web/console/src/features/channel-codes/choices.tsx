import { useQuery } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';
import { branches, useDepartments } from '@tilth/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { channelsQuery, twigs } from './queries';

interface Many {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}

interface Named {
  id: string;
  name: string;
}

/** Several of the company's people, found by a fragment of the name. */
export function MembersSelect({ known, ...field }: Many & { known: Named[] }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [seen, setSeen] = useState(() => new Map(known.map((one) => [one.id, one.name])));
  const found = useQuery({
    queryKey: ['members', 'choice', q.trim(), 'HERE'],
    queryFn: () =>
      ask(api.GET('/api/v1/members', { params: { query: { state: 'HERE', ...(q.trim() ? { q: q.trim() } : {}) } } })),
  });
  const people = new Map(seen);
  for (const one of found.data?.items ?? []) {
    people.set(one.id, one.name);
  }
  return (
    <Select<string[]>
      {...field}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={found.isFetching}
      placeholder={t('channelCodes.membersChoose')}
      options={[...people].map(([value, label]) => ({
        value,
        label: label || t('ui.memberNameless', { id: value.slice(-6) }),
      }))}
      onChange={(ids) => {
        setSeen(people);
        field.onChange?.(ids);
      }}
    />
  );
}

export function DepartmentsSelect(field: Many) {
  const { t } = useTranslation();
  const departments = useDepartments();
  return (
    <Select<string[]>
      {...field}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('channelCodes.departmentsChoose')}
      options={branches(departments.data ?? []).map(({ department }) => ({
        value: department.id,
        label: department.name,
      }))}
    />
  );
}

export function TagsSelect(field: Many) {
  const { t } = useTranslation();
  const groups = useQuery({ queryKey: ['tags'], queryFn: () => ask(api.GET('/api/v1/tag-groups')) });
  return (
    <Select<string[]>
      {...field}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('channelCodes.tagsChoose')}
      options={(groups.data ?? []).map((group) => ({
        label: group.name,
        options: group.tags.map((tag) => ({ value: tag.id, label: tag.name })),
      }))}
    />
  );
}

/** Materials that customers can read. */
export function MaterialsSelect(field: Many) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['materials', 'choice', q.trim()],
    queryFn: () =>
      ask(
        api.GET('/api/v1/materials', {
          params: { query: { state: 'PUBLISHED', ...(q.trim() ? { q: q.trim() } : {}) } },
        }),
      ),
  });
  return (
    <Select<string[]>
      {...field}
      mode="multiple"
      maxCount={9}
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={found.isFetching}
      placeholder={t('channelCodes.materialsChoose')}
      options={(found.data?.items ?? []).map((one) => ({ value: one.id, label: one.title }))}
    />
  );
}

interface One {
  id?: string;
  label?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  without?: string;
  placeholder?: string;
}

export function ChannelSelect({ value, onChange, without, label, ...rest }: One) {
  const { t } = useTranslation();
  const channels = useQuery(channelsQuery);
  return (
    <Select<string | null>
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={rest.placeholder ?? t('channelCodes.channelChoose')}
      value={value || null}
      options={twigs(channels.data ?? [])
        .filter(({ channel }) => channel.id !== without)
        .map(({ channel, depth }) => ({
          value: channel.id,
          label: channel.name,
          indented: `${'\u2003'.repeat(depth)}${channel.name}`,
        }))}
      optionRender={({ data }) => data.indented}
      onChange={(next) => onChange?.(next ?? null)}
    />
  );
}
