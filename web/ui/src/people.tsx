import { useQuery } from '@tanstack/react-query';
import { api, ask, type Department } from '@tilth/api';
import { Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Named {
  id: string;
  name: string;
}

/** A member's name; where WeCom keeps it from us, what is left of it is said to be that. */
export function MemberName({ member }: { member: Named }) {
  const { t } = useTranslation();
  return member.name ? (
    member.name
  ) : (
    <span className="quiet" title={t('ui.memberNamelessWhy')}>
      {t('ui.memberNameless', { id: member.id.slice(-6) })}
    </span>
  );
}

interface MemberProps {
  id?: string;
  label?: string;
  value?: string | null;
  onChange?: (id: string | null, member: Named | null) => void;
  placeholder?: string;
  /** Shown before anything was searched, such as the one chosen last time. */
  known?: (Named | null)[];
  state?: 'HERE' | 'LEFT';
  without?: string | null;
  allowClear?: boolean;
  className?: string;
}

/** One of the company's people, found by a fragment of the name. */
export function MemberSelect({ id, label, value, onChange, state, without, ...rest }: MemberProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ['members', 'choice', q, state],
    queryFn: () =>
      ask(api.GET('/api/v1/members', { params: { query: { ...(q ? { q } : {}), ...(state ? { state } : {}) } } })),
  });
  const listed = [...(rest.known ?? []), ...(found.data?.items ?? [])];
  const chosen = useQuery({
    queryKey: ['members', 'one', value],
    queryFn: () => ask(api.GET('/api/v1/members/{id}', { params: { path: { id: value ?? '' } } })),
    enabled: Boolean(value) && found.isSuccess && !listed.some((one) => one?.id === value),
  });
  const people = new Map<string, Named>();
  for (const one of [...listed, chosen.data ?? null]) {
    if (one && one.id !== without) {
      people.set(one.id, one);
    }
  }
  const options = [...people.values()].map((one) => ({
    value: one.id,
    label: one.name || t('ui.memberNameless', { id: one.id.slice(-6) }),
  }));
  return (
    <Select<string | null>
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(rest.className ? { className: rest.className } : {})}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear={rest.allowClear ?? false}
      loading={found.isFetching}
      placeholder={rest.placeholder ?? t('ui.memberChoose')}
      notFoundContent={t('ui.memberNone')}
      value={value && people.has(value) ? value : null}
      options={options}
      onChange={(next) => onChange?.(next ?? null, people.get(next ?? '') ?? null)}
    />
  );
}

interface DepartmentProps {
  id?: string;
  label?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  placeholder?: string;
  className?: string;
}

/** A department, indented as it hangs in the tree. */
export function DepartmentSelect({ id, label, value, onChange, placeholder, className }: DepartmentProps) {
  const { t } = useTranslation();
  const departments = useDepartments();
  const options = useMemo(
    () =>
      branches(departments.data ?? []).map(({ department, depth }) => ({
        value: department.id,
        label: department.name,
        indented: `${'\u2003'.repeat(depth)}${department.name}`,
      })),
    [departments.data],
  );
  return (
    <Select<string | null>
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(className ? { className } : {})}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={departments.isPending}
      placeholder={placeholder ?? t('ui.departmentChoose')}
      value={departments.data ? value || null : null}
      options={options}
      optionRender={({ data }) => data.indented}
      onChange={(next) => onChange?.(next ?? null)}
    />
  );
}

export function useDepartments() {
  return useQuery({ queryKey: ['departments'], queryFn: () => ask(api.GET('/api/v1/departments')) });
}

export interface Branch {
  department: Department;
  depth: number;
  children: boolean;
}

/** Departments in the order of the tree; one whose parent we do not see stands at the top. */
export function branches(all: Department[]): Branch[] {
  const known = new Set(all.map((one) => one.id));
  const below = new Map<string | null, Department[]>();
  for (const one of all) {
    const parent = one.parentId && known.has(one.parentId) ? one.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), one]);
  }
  const walk = (parent: string | null, depth: number): Branch[] =>
    (below.get(parent) ?? []).flatMap((department) => [
      { department, depth, children: below.has(department.id) },
      ...walk(department.id, depth + 1),
    ]);
  return walk(null, 0);
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
