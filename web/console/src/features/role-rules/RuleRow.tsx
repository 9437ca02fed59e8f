import { useQuery } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';
import { CloseIcon, DepartmentSelect, DownIcon, UpIcon } from '@tilth/ui';
import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft';

interface Props {
  draft: Draft;
  number: number;
  last: boolean;
  writable: boolean;
  onChange: (draft: Draft) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** "Who leads a department below 杭州 and whose position has 店长 becomes 店长", to be read from left to right. */
export function RuleRow({ draft, number, last, writable, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const roles = useQuery({ queryKey: ['roles', 'list'], queryFn: () => ask(api.GET('/api/v1/roles')) });
  return (
    <li className="rule" aria-label={t('roleRules.rule', { number })}>
      <span className="rule-number quiet">{number}</span>
      <fieldset className="rule-parts" disabled={!writable}>
        <div className="rule-part">
          <label className="quiet small" htmlFor={`${id}department`}>
            {t('roleRules.department')}
          </label>
          <DepartmentSelect
            id={`${id}department`}
            placeholder={t('roleRules.anyDepartment')}
            value={draft.departmentId}
            onChange={(departmentId) => onChange({ ...draft, departmentId })}
          />
        </div>
        <div className="rule-part">
          <label className="quiet small" htmlFor={`${id}leads`}>
            {t('roleRules.leads')}
          </label>
          <Select
            id={`${id}leads`}
            value={draft.leads === null ? 'ANY' : draft.leads ? 'YES' : 'NO'}
            onChange={(value) => onChange({ ...draft, leads: value === 'ANY' ? null : value === 'YES' })}
            options={['ANY', 'YES', 'NO'].map((value) => ({ value, label: t(`roleRules.lead.${value}`) }))}
          />
        </div>
        <div className="rule-part">
          <label className="quiet small" htmlFor={`${id}position`}>
            {t('roleRules.position')}
          </label>
          <Input
            id={`${id}position`}
            value={draft.positionHas}
            maxLength={30}
            placeholder={t('roleRules.anyPosition')}
            onChange={(event) => onChange({ ...draft, positionHas: event.target.value })}
          />
        </div>
        <div className="rule-part">
          <label className="quiet small" htmlFor={`${id}role`}>
            {t('roleRules.role')}
          </label>
          <Select
            id={`${id}role`}
            value={draft.roleId}
            loading={roles.isPending}
            placeholder={t('roleRules.roleChoose')}
            onChange={(roleId) => onChange({ ...draft, roleId })}
            options={(roles.data ?? []).map((role) => ({ value: role.id, label: role.name }))}
          />
        </div>
      </fieldset>
      {writable ? (
        <span className="rule-deeds">
          <button
            type="button"
            className="icon-button"
            aria-label={t('roleRules.up', { number })}
            disabled={number === 1}
            onClick={() => onMove(-1)}
          >
            <UpIcon />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t('roleRules.down', { number })}
            disabled={last}
            onClick={() => onMove(1)}
          >
            <DownIcon />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t('roleRules.remove', { number })}
            onClick={onRemove}
          >
            <CloseIcon />
          </button>
        </span>
      ) : null}
    </li>
  );
}
