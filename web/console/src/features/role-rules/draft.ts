import { type RoleRule, randomId } from '@tilth/api';

/** A rule while it is being written. */
export interface Draft {
  key: string;
  departmentId: string | null;
  leads: boolean | null;
  positionHas: string;
  roleId: string | null;
}

export function blank(): Draft {
  return { key: randomId(), departmentId: null, leads: null, positionHas: '', roleId: null };
}

export function draftOf({ id, when, role }: RoleRule): Draft {
  return {
    key: id,
    departmentId: when.department?.id ?? null,
    leads: when.leads,
    positionHas: when.positionHas ?? '',
    roleId: role.id,
  };
}

export function bodyOf({ departmentId, leads, positionHas, roleId }: Draft) {
  return { departmentId, leads, positionHas: positionHas.trim() || null, roleId: roleId ?? '' };
}

/** Nothing but the role is needed: a rule without conditions fits everybody. */
export function whole({ roleId }: Draft): boolean {
  return roleId !== null;
}
