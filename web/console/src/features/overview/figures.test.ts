import { expect, test } from 'vitest';
import { openedOf, periodOf, rankingOf, rate } from './figures';

test('gives a share of the whole in per cent, and none of nothing', () => {
  expect(rate(1176, 1960, 'zh-CN')).toBe('60%');
  expect(rate(23, 1176, 'zh-CN')).toBe('2%');
  expect(rate(1, 3, 'zh-CN')).toBe('33.3%');
  expect(rate(0, 0, 'zh-CN')).toBe('—');
});

test('falls back to what is usual when the address says something else', () => {
  expect(periodOf('YEAR')).toBe('LAST_30');
  expect(rankingOf('')).toBe('NEWCOMERS');
  expect(openedOf('NET')).toBe('NET');
  expect(openedOf('ORDERS')).toBeNull();
});
