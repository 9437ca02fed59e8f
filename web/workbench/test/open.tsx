import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createQueries } from '@tilth/api';
import i18next from 'i18next';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { routes } from '../src/app/routes';
import zh from '../src/locales/zh-CN';
import { Hints } from '../src/parts/Hints';

export interface Sent {
  method: string;
  path: string;
  body: unknown;
}

type Answer = unknown | ((body: unknown) => unknown);

export const LIN = {
  person: { id: 'p1', login: 'lin', language: 'zh-CN', totp: false },
  account: { id: 'a1', name: '林晓', role: '导购' },
  place: { tenant: 1, name: '禾木里全屋定制', kind: 'COMPANY', state: 'ACTIVE', timeZone: 'Asia/Shanghai' },
  rights: ['customer:read', 'customer:write', 'material:read'],
  scope: 'SELF',
  masked: false,
  support: null,
};

/** A server that knows these answers, by method and path, and remembers what it was asked. */
export function serve(answers: Record<string, Answer>) {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const request = typeof input === 'string' ? new Request(new URL(input, 'http://localhost')) : input;
    const path = new URL(request.url).pathname;
    const text = await request.clone().text();
    const body = text ? JSON.parse(text) : undefined;
    sent.push({ method: request.method, path, body });
    const all: Record<string, Answer> = {
      'GET /api/v1/session': LIN,
      'GET /api/v1/notices/unseen': { count: 0 },
      ...answers,
    };
    const known = all[`${request.method} ${path}`];
    const answer = typeof known === 'function' ? known(body) : known;
    if (answer instanceof Response) {
      return answer;
    }
    return answer === undefined
      ? new Response(JSON.stringify({ type: '/problems/not-found', detail: `nothing at ${path}` }), { status: 404 })
      : new Response(answer === null ? null : JSON.stringify(answer), { status: answer === null ? 204 : 200 });
  });
  return { sent, asked: (method: string, path: string) => sent.filter((s) => s.method === method && s.path === path) };
}

/** Opens the workbench at an address, as WeCom would. */
export function open(address: string) {
  // The console's words are those of all tests; these come on top of them.
  i18next.addResourceBundle('zh-CN', 'translation', zh, true, true);
  const queries = createQueries();
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  render(
    <QueryClientProvider client={queries}>
      <Hints>
        <RouterProvider router={router} />
      </Hints>
    </QueryClientProvider>,
  );
  return { queries, router, user: userEvent.setup({ delay: null }) };
}
