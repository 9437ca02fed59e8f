import type { Right } from '@tilth/api';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';

interface FieldProps {
  all: Right[];
  value?: string[];
  onChange?: (rights: string[]) => void;
}

/** Rights by what they are about; who may write may also read. */
export function RightsField({ all, value = [], onChange }: FieldProps) {
  const { t, i18n } = useTranslation();
  const groups = byGroup(all);
  const toggle = (key: string, on: boolean) => {
    const next = new Set(value);
    const read = key.replace(/:.*/, ':read');
    if (on) {
      next.add(key);
      if (all.some((right) => right.key === read)) {
        next.add(read);
      }
    } else {
      next.delete(key);
      if (key === read) {
        for (const right of all.filter((one) => one.key.startsWith(key.replace('read', '')))) {
          next.delete(right.key);
        }
      }
    }
    onChange?.([...next]);
  };
  return (
    <div className="stack">
      {[...groups].map(([group, rights]) => (
        <fieldset key={group} className="rights">
          <legend>{i18n.exists(`rights.group.${group}`) ? t(`rights.group.${group}`) : group}</legend>
          {rights.map(({ key }) => (
            <Checkbox key={key} checked={value.includes(key)} onChange={(event) => toggle(key, event.target.checked)}>
              <RightName name={key} />
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

export function RightsList({ rights }: { rights: string[] }) {
  const { t } = useTranslation();
  if (rights.length === 0) {
    return <p className="quiet">{t('roles.noRights')}</p>;
  }
  return (
    <ul className="bullets">
      {rights.map((right) => (
        <li key={right}>
          <RightName name={right} />
        </li>
      ))}
    </ul>
  );
}

/** A right in words; one that is newer than this page is shown by its key. */
export function RightName({ name }: { name: string }) {
  const { t, i18n } = useTranslation();
  const key = name.replace(':', '.');
  return i18n.exists(`rights.${key}`) ? t(`rights.${key}`) : name;
}

const GROUPS = [
  'tenant',
  'wecom-health',
  'company',
  'wecom',
  'member',
  'shop',
  'customer',
  'group-chat',
  'inheritance',
  'account',
  'role',
  'role-rule',
  'api-key',
  'audit',
  'support',
];
const DEEDS = ['read', 'write', 'export'];

/** First what it is about, from the whole to its parts, then from looking to changing. */
function place({ key, group }: Right): number {
  const deed = DEEDS.indexOf(key.replace(/^.*:/, ''));
  return GROUPS.indexOf(group) * 10 + (deed < 0 ? DEEDS.length : deed);
}

function byGroup(all: Right[]): Map<string, Right[]> {
  const groups = new Map<string, Right[]>();
  for (const right of [...all].sort((one, other) => place(one) - place(other))) {
    groups.set(right.group, [...(groups.get(right.group) ?? []), right]);
  }
  return groups;
}
