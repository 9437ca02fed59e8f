import type { CodePlan, CodePlanTemplate } from '@tilth/api';
import dayjs from 'dayjs';
import type { Piece, Values } from '../values';

export type PlanScope = CodePlanTemplate['scope'];

export interface PlanValues extends Omit<Values, 'members' | 'departments'> {
  scope: PlanScope;
  cities?: string[];
  shops?: string[];
  pattern: string;
  byCity: boolean;
  managerSpares: boolean;
}

export function planValuesOf({ template }: CodePlan): PlanValues {
  const { welcome, expiresAt, stageId, dailyCap, form, ...same } = template;
  return {
    ...same,
    kind: form ?? 'DIRECT',
    dailyCap: dailyCap ?? null,
    stageId: stageId ?? null,
    greets: welcome.on,
    day: welcome.day,
    night: welcome.night,
    materials: welcome.materials,
    pieces: welcome.pieces as Piece[],
    expiresAt: expiresAt ? dayjs(expiresAt) : null,
  };
}

export function templateOf(values: PlanValues): CodePlanTemplate {
  return {
    name: values.name.trim(),
    form: values.kind ?? 'DIRECT',
    scope: values.scope,
    cities: values.scope === 'CITIES' ? (values.cities ?? []) : [],
    shops: values.scope === 'SHOPS' ? (values.shops ?? []) : [],
    pattern: values.pattern.trim(),
    channelId: values.channelId ?? '',
    byCity: values.byCity,
    managerSpares: values.managerSpares,
    spares: values.spares ?? [],
    dailyCap: values.dailyCap ?? null,
    byRest: values.byRest,
    balanced: values.balanced,
    skipVerify: values.skipVerify,
    exclusive: values.exclusive,
    tags: values.tags ?? [],
    remark: values.remark?.trim() ?? '',
    stageId: values.stageId ?? null,
    welcome: {
      on: values.greets,
      day: values.day ?? '',
      night: values.night ?? '',
      materials: values.materials ?? [],
      pieces: values.pieces ?? [],
    },
    expiresAt: values.expiresAt?.toISOString() ?? null,
  };
}
