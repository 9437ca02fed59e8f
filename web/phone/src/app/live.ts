import { useEffect, useSyncExternalStore } from 'react';
import { get, ROOT } from './api';

export interface Answer<T> {
  data: T | null;
  error: string | null;
}

interface Entry {
  answer: Answer<unknown>;
  watchers: Set<() => void>;
  asked: number;
  shown: number;
}

const EMPTY: Answer<never> = { data: null, error: null };
const entries = new Map<string, Entry>();
let line: 'OPEN' | 'LOST' = 'OPEN';
const lineWatchers = new Set<() => void>();

/** What the sandbox answers at this path, asked again whenever its world changes. No path, no question. */
export function useLive<T>(path: string | null): Answer<T> {
  const entry = path === null ? null : entryOf(path);
  const answer = useSyncExternalStore(
    (changed) => {
      entry?.watchers.add(changed);
      return () => entry?.watchers.delete(changed);
    },
    () => entry?.answer ?? EMPTY,
  ) as Answer<T>;
  useEffect(() => {
    if (path !== null) {
      void ask(path);
    }
  }, [path]);
  return answer;
}

/** Whether news of the sandbox reach us. */
export function useLine(): 'OPEN' | 'LOST' {
  return useSyncExternalStore(
    (changed) => {
      lineWatchers.add(changed);
      return () => lineWatchers.delete(changed);
    },
    () => line,
  );
}

/** Asks everything again that somebody looks at; what nobody looks at is forgotten. */
export function stir(): void {
  for (const [path, entry] of entries) {
    if (entry.watchers.size > 0) {
      void ask(path);
    } else {
      entries.delete(path);
    }
  }
}

/** Listens until the returned function is called. Many changes at once become one question. */
export function listen(): () => void {
  const source = new EventSource(`${ROOT}/events`);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      stir();
    }, 80);
  };
  source.addEventListener('open', () => {
    setLine('OPEN');
    soon();
  });
  source.addEventListener('world', soon);
  source.addEventListener('error', () => setLine('LOST'));
  return () => {
    clearTimeout(waiting);
    source.close();
  };
}

/** An older answer that comes late is not shown over a newer one. */
async function ask(path: string): Promise<void> {
  const entry = entryOf(path);
  entry.asked += 1;
  const turn = entry.asked;
  let next: Answer<unknown>;
  try {
    next = { data: await get(path), error: null };
  } catch (problem) {
    next = { data: entry.answer.data, error: problem instanceof Error ? problem.message : String(problem) };
  }
  if (turn < entry.shown) {
    return;
  }
  entry.shown = turn;
  if (JSON.stringify(next) !== JSON.stringify(entry.answer)) {
    entry.answer = next;
    for (const changed of entry.watchers) {
      changed();
    }
  }
}

function entryOf(path: string): Entry {
  let entry = entries.get(path);
  if (!entry) {
    entry = { answer: EMPTY, watchers: new Set(), asked: 0, shown: 0 };
    entries.set(path, entry);
  }
  return entry;
}

function setLine(next: typeof line): void {
  line = next;
  for (const changed of lineWatchers) {
    changed();
  }
}
