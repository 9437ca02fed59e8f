import { api, ask } from '@tilth/api';

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

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Loose = Record<Method, (path: string, init?: unknown) => never>;

export function later<T>(method: Method, path: string, init?: { query?: object; body?: unknown }): Promise<T> {
  const loose = api as unknown as Loose;
  return ask<T>(loose[method](path, { params: { query: init?.query }, body: init?.body })) as Promise<T>;
}
