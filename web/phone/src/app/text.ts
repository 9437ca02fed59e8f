import { useSyncExternalStore } from 'react';
import { en } from './en';
import { type Key, zh } from './zh';

export type Language = 'zh-CN' | 'en';
export type Say = (key: Key, values?: Record<string, string | number>) => string;

const KEY = 'tilth.language';
const books: Record<Language, Record<Key, string>> = { 'zh-CN': zh, en };
const watchers = new Set<() => void>();
let language: Language = 'zh-CN';

export function startText(): void {
  const stored = read();
  choose(stored ?? (/^zh|^$/.test(navigator.language) ? 'zh-CN' : 'en'));
}

export function choose(next: Language): void {
  language = next;
  document.documentElement.lang = next;
  document.title = say('title');
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Storage is closed to us; the choice lasts as long as the page.
  }
  for (const changed of watchers) {
    changed();
  }
}

export function useText(): { say: Say; language: Language } {
  const now = useSyncExternalStore(
    (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    () => language,
  );
  return { say, language: now };
}

export const say: Say = (key, values = {}) =>
  books[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

function read(): Language | null {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'zh-CN' || stored === 'en' ? stored : null;
  } catch {
    return null;
  }
}
