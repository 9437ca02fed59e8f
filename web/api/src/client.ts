import createClient, { type Middleware } from 'openapi-fetch';

import { Problem, problemOf } from './problem';
import type { paths } from './schema';
import type { Solid } from './types';

const WRITES = new Set(['POST', 'PUT', 'DELETE']);
let language = 'zh-CN';
let whenSignedOut: (problem: Problem) => void = () => {};

/** The language in which the server words its sentences. */
export function speak(next: string) {
  language = next;
}

/** Told when the server no longer knows the caller. */
export function onSignedOut(listener: (problem: Problem) => void) {
  whenSignedOut = listener;
}

const headers: Middleware = {
  async onRequest({ request }) {
    request.headers.set('Accept-Language', language);
    if (WRITES.has(request.method)) {
      request.headers.set('Idempotency-Key', randomId());
      request.headers.set('X-XSRF-TOKEN', await csrfToken());
    }
    return request;
  },
};

export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'same-origin',
  fetch: send,
});
api.use(headers);

interface Call<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Waits for the answer and gives its body; throws a {@link Problem} for everything else. */
export async function ask<T>(call: Promise<Call<T>>): Promise<Solid<T>> {
  let answer: Call<T>;
  try {
    answer = await call;
  } catch (error) {
    throw problemOf(error);
  }
  if (answer.response.ok) {
    return answer.data as Solid<T>;
  }
  const problem = Problem.from(answer.response, answer.error);
  if (problem.status === 401 && problem.code === 'not-signed-in') {
    whenSignedOut(problem);
  }
  throw problem;
}

/** A write whose answer was lost is sent once more with the same key: the server then repeats its first answer. */
async function send(request: Request): Promise<Response> {
  const again = request.headers.has('Idempotency-Key') ? request.clone() : null;
  try {
    return await globalThis.fetch(request);
  } catch (error) {
    if (again && navigator.onLine !== false) {
      await new Promise((resolve) => setTimeout(resolve, 600));
      return globalThis.fetch(again);
    }
    throw error;
  }
}

async function csrfToken(): Promise<string> {
  const known = csrfCookie();
  if (known) {
    return known;
  }
  await globalThis.fetch('/api/v1/session', { credentials: 'same-origin' }).catch(() => undefined);
  return csrfCookie() ?? '';
}

function csrfCookie(): string | null {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : null;
}

/** randomUUID exists only on https and localhost; a trial in the office network has neither. */
export function randomId(): string {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
