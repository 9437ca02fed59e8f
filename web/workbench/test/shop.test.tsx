import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LIN, open, serve } from './open';

const LEADER = { ...LIN, rights: [...LIN.rights, 'alert:read', 'alert:assign', 'member:read', 'member:write'] };
const at = new Date(Date.now() - 45 * 60_000).toISOString();
const lin = { id: 'm1', name: '林晓' };
const chen = { id: 'm2', name: '陈燕' };
const wang = { id: 'c1', name: '王先生', avatar: null, score: 68, grade: 'HIGH' };
const waiting = {
  id: 'a1',
  customer: wang,
  member: lin,
  immediate: true,
  certainty: 'SELF',
  material: { id: 'x', title: '报价单', priced: true },
  deed: 'OPENED',
  seconds: 40,
  page: null,
  visits: 2,
  lost: false,
  at,
};
const DAY = {
  shop: { id: 's1', name: '滨江店' },
  shops: [
    { id: 's1', name: '滨江店' },
    { id: 's2', name: '西湖店' },
  ],
  newFriendCount: 1,
  newFriends: [{ customer: { ...wang, id: 'c2', name: '李女士' }, member: chen, at, answeredAt: at }],
  unhandledAlerts: [waiting],
  missedAlerts: [{ ...waiting, id: 'a2', customer: { ...wang, id: 'c3', name: '赵女士' }, lost: true }],
  untouchedHot: [{ customer: wang, at, friends: [lin, chen] }],
  guides: [
    { member: lin, done: 2, open: 5, resting: false },
    { member: chen, done: 0, open: 1, resting: true },
  ],
};

function shop(more: Record<string, unknown> = {}) {
  return serve({ 'GET /api/v1/session': LEADER, 'GET /api/v1/shop-days': DAY, ...more });
}

it('says what waits, who is hot and untouched, who came, and how far everybody is', async () => {
  shop();
  open('/w/shop');
  expect(await screen.findByText('超过 30 分钟没处理的提醒')).toBeTruthy();
  expect(screen.getByText('已跟进 2 · 还有 5')).toBeTruthy();
  expect(screen.getByText('休息中')).toBeTruthy();
  expect(screen.getByText('李女士')).toBeTruthy();
  expect(within(screen.getByText('赵女士').closest('li') as HTMLElement).getByText('已流失')).toBeTruthy();
});

it('gives a card to a friend of the customer', async () => {
  const { asked } = shop({ 'POST /api/v1/today/c1/reassign': null });
  const { user } = open('/w/shop');
  await user.click(await screen.findByRole('button', { name: '转给' }));
  const sheet = await screen.findByRole('dialog', { name: '让谁跟进「王先生」？' });
  await user.click(within(sheet).getByRole('button', { name: /陈燕/ }));
  await waitFor(() => expect(asked('POST', '/api/v1/today/c1/reassign')[0]?.body).toEqual({ memberId: 'm2' }));
  expect(await screen.findByText('已交给陈燕，排在今日待跟进的最前面。')).toBeTruthy();
});

it('shows another shop when its leader leads several', async () => {
  const { sent } = shop();
  const { user } = open('/w/shop');
  await user.click(await screen.findByRole('button', { name: /滨江店/ }));
  await user.click(await screen.findByRole('button', { name: '西湖店' }));
  await waitFor(() => expect(sent.filter(({ path }) => path === '/api/v1/shop-days').length).toBe(2));
});
