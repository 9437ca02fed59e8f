import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { open, serve } from './open';

const WANG = {
  id: 'c1',
  name: '王先生',
  avatar: 'http://wx.qlogo.cn/mmhead/1/0',
  type: 1,
  corpName: null,
  existing: false,
  followers: [],
  others: 0,
  tags: [],
  addedAt: new Date().toISOString(),
  lostAt: null,
  score: 30,
  grade: 'MIDDLE',
  stage: null,
  channel: null,
  readAt: null,
  handover: false,
  readings: null,
};

it('puts a tag on those who were chosen, and says what became of each', async () => {
  const { asked } = serve({
    'GET /api/v1/customers': { items: [WANG, { ...WANG, id: 'c2', name: '李女士' }], next: null },
    'GET /api/v1/tag-groups': [{ id: 'g', companyId: 'k', name: '关注品类', tags: [{ id: 't1', name: '橱柜' }] }],
    'POST /api/v1/customers/bulk': {
      changed: 1,
      unchanged: 1,
      items: [
        { id: 'c1', outcome: 'CHANGED' },
        { id: 'c2', outcome: 'ALREADY' },
      ],
    },
  });
  const { user } = open('/w/customers');
  const first = await screen.findByRole('button', { name: /王先生/ });
  fireEvent.pointerDown(first);
  await waitFor(() => expect(screen.getByText('已选 1 位')).toBeTruthy());
  fireEvent.pointerUp(first);
  fireEvent.click(first);
  await user.click(screen.getByRole('button', { name: /李女士/ }));
  await user.click(screen.getByRole('button', { name: '打标签' }));
  await user.click(await screen.findByRole('button', { name: '橱柜' }));
  await waitFor(() =>
    expect(asked('POST', '/api/v1/customers/bulk')[0]?.body).toEqual({ ids: ['c1', 'c2'], deed: 'TAG', tagId: 't1' }),
  );
  expect(await screen.findByText(/已处理 1 位.*1 位原来就是/)).toBeTruthy();
});

it('notes with one tap that a customer wants quiet, and chats with nobody in a hand-over', async () => {
  let quiet = false;
  const { asked } = serve({
    'GET /api/v1/customers/c1': { ...WANG, handover: true },
    'GET /api/v1/customers/c1/timeline': { items: [], next: null },
    'GET /api/v1/customers/c1/quiet': () => ({ quiet, since: null, themselves: false }),
    'PUT /api/v1/customers/c1/quiet': () => {
      quiet = true;
      return { quiet, since: null, themselves: false };
    },
  });
  const { user } = open('/w/customers/c1');
  expect((await screen.findByRole('button', { name: '去聊天' })).hasAttribute('disabled')).toBe(true);
  expect(screen.getByText(/接替中，暂不能聊天/)).toBeTruthy();
  expect(document.querySelector('img')?.getAttribute('src')).toBe('https://wx.qlogo.cn/mmhead/1/0');
  const wish = screen.getByRole('switch', { name: '不打扰' });
  await waitFor(() => expect(wish.getAttribute('aria-disabled')).not.toBe('true'));
  await user.click(wish);
  await waitFor(() => expect(asked('PUT', '/api/v1/customers/c1/quiet')[0]?.body).toEqual({ quiet: true }));
});
