import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Happened, Reporter } from '../src/reporter';

const READ: Happened = { k: 'beat', s: 5, d: 40, x: true };
const HERE = '/r/x/beats?t=1';

describe('What a page reports', () => {
  const letters: { to: string; body: { v: string; b: { n: number; k: string }[] } }[] = [];
  let status = 204;
  let after: string | null = null;

  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    letters.length = 0;
    status = 204;
    after = null;
    vi.stubGlobal('fetch', async (to: string, { body }: { body: string }) => {
      letters.push({ to, body: JSON.parse(body) });
      if (status === 0) {
        throw new TypeError('no line');
      }
      return { status, headers: { get: () => after } };
    });
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const settle = () => vi.advanceTimersByTimeAsync(1);

  it('numbers what happens and forgets what the server has on disk', async () => {
    const reporter = new Reporter(HERE, localStorage);
    reporter.tell(READ);
    await settle();
    reporter.tell(READ);
    await settle();
    expect(letters.map(({ body }) => body.b.map(({ n }) => n))).toEqual([[1], [2]]);
    expect(letters[0]?.body.v).toMatch(/^[0-9a-f]{24}$/);
    expect(localStorage.getItem('tilth.beats')).toBeNull();
  });

  it('keeps what the server could not take, waits as it asks, and tells all of it again', async () => {
    status = 503;
    after = '7';
    const reporter = new Reporter(HERE, localStorage);
    reporter.tell(READ);
    await settle();
    reporter.tell(READ);
    await vi.advanceTimersByTimeAsync(6500);
    expect(letters).toHaveLength(1);
    expect(localStorage.getItem('tilth.beats')).toContain('"n":2');
    status = 204;
    await vi.advanceTimersByTimeAsync(1000);
    expect(letters.at(-1)?.body.b.map(({ n }) => n)).toEqual([1, 2]);
    expect(localStorage.getItem('tilth.beats')).toBeNull();
  });

  it('sends what an earlier page could not get rid of to where it belongs', async () => {
    status = 0;
    new Reporter('/r/x/beats?t=early', localStorage).tell(READ);
    await settle();
    status = 204;
    letters.length = 0;
    const later = new Reporter('/r/x/beats?t=later', localStorage);
    await settle();
    expect(letters[0]?.to).toBe('/r/x/beats?t=early');
    expect(localStorage.getItem('tilth.beats')).toBeNull();
    later.tell(READ);
    await settle();
    expect(letters.at(-1)?.to).toBe('/r/x/beats?t=later');
  });

  it('drops what nobody will ever take', async () => {
    status = 404;
    new Reporter(HERE, localStorage).tell(READ);
    await settle();
    expect(localStorage.getItem('tilth.beats')).toBeNull();
    localStorage.setItem('tilth.beats', JSON.stringify([{ t: -1e12, u: '/old', v: 'v', b: [] }]));
    new Reporter(HERE, localStorage);
    await settle();
    expect(letters.some(({ to }) => to === '/old')).toBe(false);
    expect(localStorage.getItem('tilth.beats')).toBeNull();
  });

  it('hands all to the browser when the page is left, and keeps it until somebody confirms', () => {
    const beacons: string[] = [];
    vi.stubGlobal('navigator', { sendBeacon: (to: string) => beacons.push(to) > 0 });
    new Reporter(HERE, localStorage).tell({ ...READ, k: 'call', s: 0 }, true);
    expect(beacons).toEqual([HERE]);
    expect(localStorage.getItem('tilth.beats')).toContain('"call"');
  });

  it('lives on a device that keeps nothing', async () => {
    const full = () => {
      throw new Error('full');
    };
    new Reporter(HERE, { getItem: () => 'not json', setItem: full, removeItem: full }).tell(READ);
    await settle();
    expect(letters).toHaveLength(1);
  });
});
