import { api, ask, type Page } from '@tilth/api';

/** What is agreed with the server and not in its document yet. Shrinks to nothing. */
export type Grade = 'HIGH' | 'MIDDLE' | 'LOW' | 'ASLEEP';

export interface Share {
  id: string;
  url: string;
  card: { link: string; title: string; desc: string; imgUrl: string };
}

export interface Parked {
  id: string;
  sentence: string;
  materialId: string | null;
  alertId: string | null;
}

export interface ShopDay {
  shop: string;
  newFriends: number;
  unhandledAlerts: { id: string }[];
  untouchedHot: { id: string; name: string; avatar: string | null; score: number; grade: Grade }[];
  guides: { member: { id: string; name: string }; done: number; open: number; resting: boolean }[];
}

export type Pageful<T> = Page<T>;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Loose = Record<Method, (path: string, init?: unknown) => never>;

export function later<T>(method: Method, path: string, init?: { query?: object; body?: unknown }): Promise<T> {
  const loose = api as unknown as Loose;
  return ask<T>(loose[method](path, { params: { query: init?.query }, body: init?.body })) as Promise<T>;
}
