import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { refresh } from '../src/app/live';
import { open, serve } from './open';

const WANG = {
  customer: { id: 'c1', name: '王先生', avatar: null, remark: 'A王哥 3栋1102' },
  score: 68,
  grade: 'HIGH',
  reasons: [{ code: 'OPENED_AGAIN', text: '又打开了《报价单》' }],
  at: new Date().toISOString(),
  suggestion: { step: '问问对报价哪里还有疑问', sentence: '王哥，报价里五金那页要不要我说明一下？', materialId: null },
  alertId: null,
};
const LI = { ...WANG, customer: { id: 'c2', name: '李女士', avatar: null, remark: '' }, grade: 'LOW', score: 9 };

function today(items: unknown[] = [WANG, LI]) {
  return { 'GET /api/v1/today': () => ({ items, done: 3, left: items.length }) };
}

it('says who, why now and what to do, the likeliest first', async () => {
  serve(today());
  open('/w');
  const cards = await screen.findAllByRole('article');
  const first = within(cards[0] as HTMLElement);
  expect(first.getByText('A王哥 3栋1102')).toBeTruthy();
  expect(first.getByText('又打开了《报价单》')).toBeTruthy();
  expect(first.getByText('问问对报价哪里还有疑问')).toBeTruthy();
  expect(screen.getByText('还有 2 位 · 已跟进 3 位')).toBeTruthy();
});

it('takes a card away at once, and tells the server', async () => {
  let items = [WANG, LI];
  const { asked } = serve({
    'GET /api/v1/today': () => ({ items, done: 3, left: items.length }),
    'POST /api/v1/today/c1/done': () => {
      items = [LI];
      return null;
    },
  });
  const { user } = open('/w');
  const [first] = await screen.findAllByRole('article');
  await user.click(within(first as HTMLElement).getByRole('button', { name: '已跟进' }));
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1));
  expect(asked('POST', '/api/v1/today/c1/done')).toHaveLength(1);
});

it('brings the card back with a sentence when the server would not have it', async () => {
  serve({
    ...today(),
    'POST /api/v1/today/c1/done': () =>
      new Response(JSON.stringify({ type: '/problems/x', detail: '这位客户已经交给同事了。' }), { status: 409 }),
  });
  const { user } = open('/w');
  const [first] = await screen.findAllByRole('article');
  await user.click(within(first as HTMLElement).getByRole('button', { name: '已跟进' }));
  expect(await screen.findByText('这位客户已经交给同事了。')).toBeTruthy();
  expect(await screen.findAllByRole('article')).toHaveLength(2);
});

it('asks when to be reminded, and why not at all', async () => {
  const { asked } = serve({
    ...today(),
    'POST /api/v1/today/c1/later': null,
    'POST /api/v1/today/c2/not-now': null,
  });
  const { user } = open('/w');
  const [first, second] = await screen.findAllByRole('article');
  await user.click(within(first as HTMLElement).getByRole('button', { name: '稍后' }));
  await user.click(await screen.findByRole('button', { name: '明天早上' }));
  await waitFor(() => expect(asked('POST', '/api/v1/today/c1/later')[0]?.body).toEqual({ until: 'TOMORROW' }));

  await user.click(within(second as HTMLElement).getByRole('button', { name: '稍后' }));
  await user.click(await screen.findByRole('button', { name: '暂不跟进' }));
  await user.click(await screen.findByRole('button', { name: '已经在别处买了' }));
  await waitFor(() => expect(asked('POST', '/api/v1/today/c2/not-now')[0]?.body).toEqual({ reason: '已经在别处买了' }));
});

it('parks sentence and material for the sidebar before it opens the chat', async () => {
  document.execCommand = vi.fn(() => true);
  const { asked } = serve({
    ...today(),
    'GET /api/v1/customers/c1/chat': { externalUserId: 'wmWang' },
    'POST /api/v1/parked': { id: 'k1' },
  });
  const { user } = open('/w');
  const [first] = await screen.findAllByRole('article');
  await user.click(within(first as HTMLElement).getByRole('button', { name: '去聊天' }));
  await waitFor(() =>
    expect(asked('POST', '/api/v1/parked')[0]?.body).toEqual({
      customerId: 'c1',
      sentence: WANG.suggestion.sentence,
      materialId: null,
      alertId: null,
    }),
  );
  expect(document.execCommand).toHaveBeenCalledWith('copy');
});

it('hears of news and asks again, without looking in between', async () => {
  const { asked } = serve(today());
  const { queries } = open('/w');
  await screen.findAllByRole('article');
  const before = asked('GET', '/api/v1/today').length;
  refresh(queries, { kind: 'event', topic: 'alert', id: 'x' });
  await waitFor(() => expect(asked('GET', '/api/v1/today').length).toBe(before + 1));
});

it('shows the shop to those who lead one, and to nobody else', async () => {
  serve(today());
  open('/w');
  await screen.findAllByRole('article');
  expect(screen.getAllByRole('link', { name: /今日|客户|素材|任务|门店|我/ }).map((link) => link.textContent)).toEqual(
    expect.arrayContaining(['今日', '客户', '素材', '任务', '我']),
  );
  expect(screen.queryByRole('link', { name: '门店' })).toBeNull();
});
