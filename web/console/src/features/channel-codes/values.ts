import type { ChannelCode } from '@tilth/api';
import dayjs, { type Dayjs } from 'dayjs';

export interface Piece {
  kind: 'PICTURE' | 'LINK' | 'MINI_PROGRAM';
  picture: string | null;
  title: string | null;
  description: string | null;
  url: string | null;
  appId: string | null;
  page: string | null;
}

export interface Values {
  name: string;
  channelId: string | null;
  members?: string[];
  departments?: string[];
  spares?: string[];
  dailyCap?: number | null;
  byRest: boolean;
  balanced: boolean;
  skipVerify: boolean;
  exclusive: boolean;
  tags?: string[];
  remark?: string;
  stageId?: string | null;
  greets: boolean;
  day?: string;
  night?: string;
  materials?: string[];
  pieces?: Piece[];
  expiresAt?: Dayjs | null;
}

export function valuesOf(code: ChannelCode): Values {
  return {
    name: code.name,
    channelId: code.channels.at(-1)?.id ?? null,
    members: code.members.map((one) => one.id),
    departments: code.departments.map((one) => one.id),
    spares: code.spares.map((one) => one.id),
    dailyCap: code.dailyCap ?? null,
    byRest: code.byRest,
    balanced: code.balanced,
    skipVerify: code.skipVerify,
    exclusive: code.exclusive,
    tags: code.tags,
    remark: code.remark,
    stageId: code.stageId ?? null,
    greets: code.welcome.on,
    day: code.welcome.day,
    night: code.welcome.night,
    materials: code.welcome.materials,
    pieces: code.welcome.pieces as Piece[],
    expiresAt: code.expiresAt ? dayjs(code.expiresAt) : null,
  };
}

export function formOf(values: Values) {
  return {
    name: values.name.trim(),
    channelId: values.channelId ?? '',
    members: values.members ?? [],
    departments: values.departments ?? [],
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
