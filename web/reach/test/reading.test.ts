import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reading } from '../src/reading';
import type { Happened, Reporter } from '../src/reporter';

describe('Reading', () => {
  let seen: DocumentVisibilityState = 'visible';

  /** Each test has a page of its own; listeners of earlier ones report to whom nobody listens any more. */
  const open = (html: string) => {
    document.body.innerHTML = html;
    const page: (Happened & { leaving: boolean })[] = [];
    reading({ tell: (one: Happened, leaving = false) => page.push({ ...one, leaving }) } as unknown as Reporter);
    return page;
  };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance', 'Date'] });
    seen = 'visible';
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => seen);
  });

  afterEach(() => {
    vi.useRealTimers();
    document.body.innerHTML = '';
  });

  it('is told after two seconds and then every five', () => {
    const page = open('<article data-content></article>');
    vi.advanceTimersByTime(12_100);
    expect(page.map(({ s }) => s)).toEqual([2, 5, 5]);
  });

  it('does not count while nobody sees the page, nor a phone that nobody touches', () => {
    const page = open('<article data-content></article>');
    seen = 'hidden';
    vi.advanceTimersByTime(30_000);
    expect(page).toEqual([]);
    seen = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(20 * 60_000);
    const seconds = page.reduce((sum, { s }) => sum + s, 0);
    expect(seconds).toBeGreaterThan(290);
    expect(seconds).toBeLessThan(310);
  });

  it('tells the rest when the page is left', () => {
    const page = open('<article data-content></article>');
    vi.advanceTimersByTime(4_000);
    window.dispatchEvent(new Event('pointerdown'));
    window.dispatchEvent(new Event('pagehide'));
    expect(page.at(-1)).toMatchObject({ k: 'beat', s: 2, x: true, leaving: true });
  });

  it('knows the page that fills the screen, and how far that is', () => {
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
      return (this.dataset.page === '1' ? { top: -700, bottom: 100 } : { top: 100, bottom: 900 }) as DOMRect;
    });
    const page = open('<figure data-page="1"></figure><figure data-page="2"></figure><i data-counter></i>');
    vi.advanceTimersByTime(2_100);
    expect(page[0]).toMatchObject({ p: 2, d: 100 });
    expect(document.querySelector('[data-counter]')?.textContent).toBe('2 / 2');
  });

  it('tells a tap on the phone or the code at once', () => {
    const page = open('<a data-tap="call" href="#x"><b>call</b></a><img data-tap="find" alt="">');
    document.querySelector('b')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    document.querySelector('img')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(page.map(({ k, leaving }) => [k, leaving])).toEqual([
      ['call', true],
      ['find', false],
    ]);
  });
});
