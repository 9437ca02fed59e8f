import { expect, it } from 'vitest';
import { initials, score } from './match';

it('knows the first letter of each Chinese character', () => {
  expect(initials('账号与权限')).toBe('zhyqx');
  expect(initials('操作日志')).toBe('czrz');
  expect(initials('API 密钥')).toBe('api my');
});

it('finds by word, by initials and by scattered letters, best first', () => {
  expect(score('账号', ['账号与权限'])).toBeGreaterThan(score('账号', ['我的账号']));
  expect(score('czrz', ['操作日志'])).toBeGreaterThan(0);
  expect(score('aud', ['Audit trail'])).toBeGreaterThan(score('adt', ['Audit trail']));
  expect(score('xyz', ['首页'])).toBe(0);
});
