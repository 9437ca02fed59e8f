import { problemOf } from '@tilth/api';
import { branches, DownIcon, Failed, RightIcon, Skeleton, useDepartments } from '@tilth/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  value: string;
  onChange: (id: string | null) => void;
}

/** The departments beside the list; the first two levels stand open. */
export function DepartmentTree({ value, onChange }: Props) {
  const { t } = useTranslation();
  const departments = useDepartments();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  if (!departments.data) {
    return (
      <div className="tree">
        {departments.error ? (
          <Failed problem={problemOf(departments.error)} retry={() => void departments.refetch()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </div>
    );
  }
  const all = branches(departments.data);
  const open = (id: string, depth: number) => depth < 2 !== turned.has(id);
  const hidden = new Set<string>();
  for (const { department, depth } of all) {
    const parent = department.parentId;
    if (parent && (hidden.has(parent) || !open(parent, depth - 1))) {
      hidden.add(department.id);
    }
  }
  const turn = (id: string) =>
    setTurned((before) => {
      const next = new Set(before);
      if (!next.delete(id)) {
        next.add(id);
      }
      return next;
    });
  return (
    <nav className="tree" aria-label={t('members.tree')}>
      <ul>
        <li>
          <button type="button" className="tree-name" aria-current={value === ''} onClick={() => onChange(null)}>
            {t('members.allDepartments')}
          </button>
        </li>
        {all
          .filter(({ department }) => !hidden.has(department.id))
          .map(({ department, depth, children }) => (
            <li key={department.id} className={`tree-row tree-depth-${Math.min(depth, 5)}`}>
              {children ? (
                <button
                  type="button"
                  className="tree-turn"
                  aria-expanded={open(department.id, depth)}
                  aria-label={t('members.below', { name: department.name })}
                  onClick={() => turn(department.id)}
                >
                  {open(department.id, depth) ? <DownIcon size={14} /> : <RightIcon size={14} />}
                </button>
              ) : (
                <span className="tree-turn" />
              )}
              <button
                type="button"
                className="tree-name"
                aria-current={value === department.id}
                onClick={() => onChange(value === department.id ? null : department.id)}
              >
                <span className="clip" title={department.name}>
                  {department.name}
                </span>
                {children ? null : <span className="quiet small">{department.members}</span>}
              </button>
            </li>
          ))}
      </ul>
    </nav>
  );
}
