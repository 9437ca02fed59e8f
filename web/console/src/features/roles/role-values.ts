import type { Role } from '@tilth/api';
import type { Difference } from '@tilth/ui';
import type { TFunction } from 'i18next';

export type RoleValues = Pick<Role, 'name' | 'scope' | 'masked' | 'rights'>;

export function differences(current: Role, mine: RoleValues, t: TFunction): Difference[] {
  const phones = (masked: boolean) => t(masked ? 'roles.masked' : 'roles.unmasked');
  const rights = (keys: string[]) =>
    [...keys]
      .sort()
      .map((key) => t(`rights.${key.replace(':', '.')}`, key))
      .join('、');
  const rows: [string, string, string][] = [
    [t('roles.name'), current.name, mine.name],
    [t('roles.scopeLabel'), t(`roles.scope.${current.scope}`), t(`roles.scope.${mine.scope}`)],
    [t('roles.phones'), phones(current.masked), phones(mine.masked)],
    [t('roles.rights'), rights(current.rights), rights(mine.rights)],
  ];
  return rows.map(([label, theirs, ours]) => ({ label, theirs, mine: ours, differs: theirs !== ours }));
}
