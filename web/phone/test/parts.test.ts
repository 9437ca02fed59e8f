import { describe, expect, it } from 'vitest';
import { moment, shortMoment, startsPause } from '../src/app/time';
import { asAddress, hostOf, opening } from '../src/device/Browser';
import { splitLinks } from '../src/device/Bubble';
import { hash } from '../src/device/Portrait';

const at = (text: string) => new Date(text).toISOString();

describe('moments', () => {
  const now = at('2026-11-22T20:30:00');

  it('are told as a messenger tells them', () => {
    expect(moment(at('2026-11-22T09:05:00'), now, 'zh-CN')).toBe('09:05');
    expect(moment(at('2026-11-21T23:59:00'), now, 'zh-CN')).toBe('昨天 23:59');
    expect(moment(at('2026-11-18T08:00:00'), now, 'zh-CN')).toBe('星期三 08:00');
    expect(moment(at('2025-03-02T08:00:00'), now, 'en')).toBe('Mar 2, 2025 08:00');
  });

  it('are short in lists: the day alone when it was not today', () => {
    expect(shortMoment(at('2026-11-22T09:05:00'), now, 'en')).toBe('09:05');
    expect(shortMoment(at('2026-11-21T09:05:00'), now, 'en')).toBe('Yesterday');
    expect(shortMoment(at('2025-03-02T08:00:00'), now, 'en')).toBe('Mar 2, 2025');
  });

  it('are written again after a pause of five minutes', () => {
    expect(startsPause(undefined, now)).toBe(true);
    expect(startsPause(at('2026-11-22T20:26:00'), now)).toBe(false);
    expect(startsPause(at('2026-11-22T20:24:00'), now)).toBe(true);
  });
});

describe('links in a text', () => {
  it('end where Chinese punctuation begins', () => {
    expect(splitLinks('看这里：https://a.cn/x?y=1，谢谢')).toEqual(['看这里：', 'https://a.cn/x?y=1', '，谢谢']);
  });

  it('leave a text without any alone', () => {
    expect(splitLinks('明天见')).toEqual(['明天见']);
  });
});

describe('an address that somebody typed', () => {
  it.each([
    ['localhost:8080/console', 'http://localhost:8080/console'],
    ['https://a.cn', 'https://a.cn/'],
    [' a.cn/x ', 'http://a.cn/x'],
  ])('%s opens %s', (typed, url) => expect(asAddress(typed)).toBe(url));

  it.each(['javascript:alert(1)', 'file:///etc/passwd', '', 'a b'])('%s opens nothing', (typed) =>
    expect(asAddress(typed)).toBeNull(),
  );

  it('is opened through the sandbox, which remembers who reads with what', () => {
    const query = new URLSearchParams(opening('http://a.cn/x?y=1&z=2', 'corp:lin', 'pc').split('?')[1]);
    expect(Object.fromEntries(query)).toEqual({ as: 'pc', who: 'corp:lin', url: 'http://a.cn/x?y=1&z=2' });
    expect(hostOf('http://a.cn:81/x')).toBe('a.cn:81');
  });
});

it('the drawn face of a person stays the same', () => {
  expect(hash('linxiao')).toBe(hash('linxiao'));
  expect(new Set(Array.from({ length: 64 }, (_, at) => hash(`p${at}`) % 8)).size).toBe(8);
});
