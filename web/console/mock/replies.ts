import { randomUUID } from 'node:crypto';
import type { Export } from '@tilth/api';
import { before } from './data.ts';

export interface Request {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  session: string | null;
}

export interface Reply {
  status: number;
  body?: unknown;
  cookie?: string;
  headers?: Record<string, string>;
}

/** Answers one operation; the ids come from its path. Nothing means: done, nothing to say. */
export type Handler = (request: Request, ids: string[]) => unknown;

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly facts: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }
}

export function exportOf(state: Export['state'], tablesDone: number, rows: number, hours: number): Export {
  return {
    id: randomUUID(),
    state,
    requestedBy: '郑国安',
    requestedAt: before(0, hours),
    tablesDone,
    tablesTotal: 24,
    rows,
    bytes: rows * 212,
    expiresAt: state === 'READY' ? before(-1) : null,
  };
}

export function days(at: string | null): number {
  return at ? (Date.parse(at) - Date.now()) / 86_400_000 : Number.POSITIVE_INFINITY;
}

export function found<T extends { id: string }>(
  all: T[],
  id: string | undefined,
  key: (one: T) => string = (one) => one.id,
): T {
  const one = all.find((candidate) => key(candidate) === id);
  if (!one) {
    throw new Refused(404, 'not-found', '没有找到。');
  }
  return one;
}
