import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveHub, type LiveMessage, type Stream } from './hub';

class FakeStream implements Stream {
  readyState = 1;
  closed = false;
  private listeners = new Map<string, ((event: MessageEvent<string>) => void)[]>();
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void) {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }
  close() {
    this.closed = true;
    this.readyState = 2;
  }
  emit(type: string, data = '') {
    for (const listener of this.listeners.get(type) ?? []) {
      listener({ data } as MessageEvent<string>);
    }
  }
}

describe('One stream per browser', () => {
  let streams: FakeStream[];
  let hub: LiveHub;
  const heard: LiveMessage[] = [];
  const tab = (message: LiveMessage) => void heard.push(message);
  const last = () => streams.at(-1) as FakeStream;

  beforeEach(() => {
    vi.useFakeTimers();
    streams = [];
    heard.length = 0;
    hub = new LiveHub(() => {
      streams.push(new FakeStream());
      return last();
    });
  });
  afterEach(() => vi.useRealTimers());

  it('serves many tabs from one stream', () => {
    const other: LiveMessage[] = [];
    hub.join('lin:1', tab);
    hub.join('lin:1', (message) => void other.push(message));
    last().emit('message', '{"topic":"audit","id":"7"}');
    expect(streams).toHaveLength(1);
    expect(heard).toEqual([{ kind: 'event', topic: 'audit', id: '7' }]);
    expect(other).toEqual(heard);
  });

  it('leaves resuming to the browser while it still tries', () => {
    hub.join('lin:1', tab);
    last().readyState = 0;
    last().emit('error');
    vi.advanceTimersByTime(60_000);
    expect(streams).toHaveLength(1);
    expect(heard).toEqual([]);
  });

  it('opens a new stream after a refusal, later each time, and has everything fetched again', () => {
    hub.join('lin:1', tab);
    last().readyState = 2;
    last().emit('error');
    vi.advanceTimersByTime(1_000);
    expect(streams).toHaveLength(2);
    last().readyState = 2;
    last().emit('error');
    vi.advanceTimersByTime(1_000);
    expect(streams).toHaveLength(2);
    vi.advanceTimersByTime(1_000);
    expect(streams).toHaveLength(3);
    last().emit('open');
    expect(heard).toEqual([{ kind: 'reset' }]);
  });

  it('passes on a reset, and a goodbye with its reason, after which it stays silent', () => {
    hub.join('lin:1', tab);
    last().emit('reset');
    last().emit('bye', '{"reason":"revoked"}');
    expect(heard).toEqual([{ kind: 'reset' }, { kind: 'bye', reason: 'revoked' }]);
    expect(last().closed).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(streams).toHaveLength(1);
  });

  it('opens another stream for another person or place', () => {
    hub.join('lin:1', tab);
    hub.join('lin:2', tab);
    expect(streams).toHaveLength(2);
    expect(streams[0]?.closed).toBe(true);
  });

  it('hangs up when the last tab leaves', () => {
    hub.join('lin:1', tab);
    hub.leave(tab);
    expect(last().closed).toBe(true);
  });

  it('takes no harm from what it cannot read', () => {
    hub.join('lin:1', tab);
    last().emit('message', 'not json');
    last().emit('message', 'null');
    expect(heard).toEqual([]);
  });
});
