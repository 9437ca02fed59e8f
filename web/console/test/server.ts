import { vi } from 'vitest';
import { World } from '../mock/world';

export interface Sent {
  method: string;
  path: string;
  headers: Headers;
  body: Record<string, unknown>;
}

/** The contract in memory behind `fetch`, with a record of what was asked. Answers can be replaced one by one. */
export function serve() {
  const world = new World();
  const sent: Sent[] = [];
  const replaced = new Map<string, () => Response>();
  let session: string | null = null;
  // biome-ignore lint/suspicious/noDocumentCookie: the test plays the server that sets it
  document.cookie = 'XSRF-TOKEN=token-1';
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = typeof input === 'string' ? new Request(new URL(input, 'http://localhost'), init) : input;
    const url = new URL(request.url);
    const text = await request.clone().text();
    const body = text ? (JSON.parse(text) as Record<string, unknown>) : {};
    sent.push({ method: request.method, path: url.pathname, headers: request.headers, body });
    const instead = replaced.get(`${request.method} ${url.pathname}`);
    if (instead) {
      return instead();
    }
    const reply = world.answer({ method: request.method, path: url.pathname, query: url.searchParams, body, session });
    if (reply.cookie !== undefined) {
      session = reply.cookie || null;
    }
    return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), {
      status: reply.status,
      headers: { 'Content-Type': 'application/json', ...reply.headers },
    });
  });
  return {
    sent,
    /** Signs somebody in without the form. */
    async enter(login: string, place?: number) {
      await fetch('/api/v1/session', { method: 'POST', body: JSON.stringify({ login, password: 'right' }) });
      if (place !== undefined) {
        await fetch('/api/v1/session/place', { method: 'PUT', body: JSON.stringify({ tenant: place }) });
      }
      sent.length = 0;
    },
    replace(operation: string, status: number, body: unknown, headers: Record<string, string> = {}) {
      replaced.set(
        operation,
        () =>
          new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } }),
      );
    },
    restore(operation: string) {
      replaced.delete(operation);
    },
    breakOff(operation: string) {
      replaced.set(operation, () => {
        throw new TypeError('Failed to fetch');
      });
    },
  };
}
