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

/** What new friends hear. */
export interface Greets {
  greets: boolean;
  day?: string;
  night?: string;
  materials?: string[];
  pieces?: Piece[];
}

export interface Values extends Greets {
  /** Chosen once, when the code is made. */
  kind?: ChannelCode['form'];
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
  expiresAt?: Dayjs | null;
}

export function valuesOf(code: ChannelCode): Values {
  return {
    kind: code.form,
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
    ...greetsOf(code.welcome),
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
    exclusive: values.exclusive ?? false,
    tags: values.tags ?? [],
    remark: values.remark?.trim() ?? '',
    stageId: values.stageId ?? null,
    welcome: greetingOf(values),
    expiresAt: values.expiresAt?.toISOString() ?? null,
  };
}

export function greetsOf(welcome: ChannelCode['welcome']): Greets {
  return {
    greets: welcome.on,
    day: welcome.day,
    night: welcome.night,
    materials: welcome.materials,
    pieces: welcome.pieces as Piece[],
  };
}

export function greetingOf(values: Greets) {
  return {
    on: values.greets,
    day: values.day ?? '',
    night: values.night ?? '',
    materials: values.materials ?? [],
    pieces: values.pieces ?? [],
  };
}
