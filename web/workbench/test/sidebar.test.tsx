import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { open, serve } from './open';

const WANG = {
  id: 'c1',
  name: '王女士',
  avatar: null,
  type: 1,
  corpName: null,
  existing: false,
  followers: [],
  others: 1,
  tags: [{ id: 't1', name: '衣柜' }],
  addedAt: '2026-11-01T02:00:00Z',
  lostAt: null,
  score: 52,
  grade: 'HIGH',
  stage: { id: 's1', name: '有意向' },
  channel: { id: 'h1', name: '滨江店台卡' },
  readAt: null,
};
const PRICES = {
  id: 'm1',
  kind: 'DOCUMENT',
  title: '2 万以内衣柜价目表',
  description: '',
  cover: null,
  priced: true,
  opens: 3,
  shares: 9,
};
const CARD = { link: 'https://r.example/r/abc', title: PRICES.title, desc: '', imgUrl: '' };

/** WeCom's client as the page sees it; the script itself is loaded once and stays. */
const client = {
  register: vi.fn(),
  getCurExternalContact: vi.fn(async () => ({ userId: 'wmWang' })),
  sendChatMessage: vi.fn(async (_: object) => ({})),
};

beforeEach(() => {
  client.sendChatMessage.mockClear();
  client.sendChatMessage.mockImplementation(async () => ({}));
  (window as unknown as { ww: unknown }).ww = client;
  // Scripts do not run here: whoever adds one is told that it has loaded.
  vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    for (const node of nodes) {
      queueMicrotask(() => (node as HTMLScriptElement).onload?.(new Event('load')));
    }
  });
});

function answers(more: Record<string, unknown> = {}) {
  return {
    'GET /api/v1/wecom/jssdk': { corpId: 'ww1', agentId: 7, scriptUrl: '/sdk.js', timestamp: 1, nonceStr: 'n' },
    'GET /api/v1/sidebar/customer': WANG,
    'GET /api/v1/customers/c1/timeline': { items: [], next: null },
    'GET /api/v1/parked': [],
    'GET /api/v1/materials': { items: [PRICES], next: null },
    'POST /api/v1/shares': { id: 'sh1', url: CARD.link, card: CARD },
    'POST /api/v1/shares/sh1/sent': null,
    'DELETE /api/v1/shares/sh1': null,
    'DELETE /api/v1/parked/k1': null,
    ...more,
  };
}

it('says who this is', async () => {
  serve(answers());
  open('/w/sidebar');
  expect((await screen.findAllByText('王女士')).length).toBeGreaterThan(0);
  expect(screen.getByText('衣柜')).toBeTruthy();
  expect(screen.getByText('滨江店台卡')).toBeTruthy();
  expect(screen.getByText('另有 1 位同事也加了 ta')).toBeTruthy();
});

it('sends a material in two taps, and counts it as sent once WeCom says so', async () => {
  const { asked } = serve(answers());
  const { user } = open('/w/sidebar');
  await user.click(await screen.findByRole('button', { name: '素材' }));
  await user.click(await screen.findByRole('button', { name: /衣柜价目表/ }));
  await waitFor(() => expect(asked('POST', '/api/v1/shares/sh1/sent')).toHaveLength(1));
  expect(client.sendChatMessage).toHaveBeenCalledWith({ msgtype: 'news', enterChat: false, news: CARD });
  expect(asked('POST', '/api/v1/shares')[0]?.body).toEqual({ materialId: 'm1', customerId: 'c1', way: 'ONE_TO_ONE' });
  expect(asked('DELETE', '/api/v1/shares/sh1')).toHaveLength(0);
});

it('takes the link back when WeCom did not send it', async () => {
  client.sendChatMessage.mockImplementation(async () => {
    throw { errMsg: 'sendChatMessage:cancel' };
  });
  const { asked } = serve(answers());
  const { user } = open('/w/sidebar');
  await user.click(await screen.findByRole('button', { name: '素材' }));
  await user.click(await screen.findByRole('button', { name: /衣柜价目表/ }));
  await waitFor(() => expect(asked('DELETE', '/api/v1/shares/sh1')).toHaveLength(1));
  expect(asked('POST', '/api/v1/shares/sh1/sent')).toHaveLength(0);
  expect(await screen.findByText('企业微信没有发出，请再试一次。')).toBeTruthy();
});

it('has what was parked on top: the sentence first, then the material, one tap', async () => {
  const { asked } = serve(
    answers({
      'GET /api/v1/parked': [{ id: 'k1', sentence: '您好', materialId: 'm1', alertId: null }],
      'GET /api/v1/materials/m1': PRICES,
    }),
  );
  const { user } = open('/w/sidebar');
  expect(await screen.findByText('待发送')).toBeTruthy();
  expect(await screen.findByText('附素材《2 万以内衣柜价目表》')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '发送' }));
  await waitFor(() => expect(asked('DELETE', '/api/v1/parked/k1')).toHaveLength(1));
  expect(client.sendChatMessage.mock.calls.map(([message]) => message)).toEqual([
    { msgtype: 'text', enterChat: false, text: { content: '您好' } },
    { msgtype: 'news', enterChat: false, news: CARD },
  ]);
});
