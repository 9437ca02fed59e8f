import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'system' | 'light' | 'dark';
const KEY = 'tilth.theme';
const dark = () => window.matchMedia('(prefers-color-scheme: dark)');
const watchers = new Set<() => void>();

/** Paints the page as chosen; without a choice as the phone is. */
export function startTheme() {
  paint();
  dark().addEventListener('change', paint);
}

export function chooseTheme(next: ThemeChoice) {
  try {
    next === 'system' ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, next);
  } catch {
    // Storage is closed to us; the system's preference rules.
  }
  paint();
  for (const changed of watchers) {
    changed();
  }
}

export function useTheme(): ThemeChoice {
  return useSyncExternalStore((changed) => {
    watchers.add(changed);
    return () => watchers.delete(changed);
  }, chosen);
}

function chosen(): ThemeChoice {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

function paint() {
  const choice = chosen();
  const mode = choice === 'system' ? (dark().matches ? 'dark' : 'light') : choice;
  document.documentElement.dataset.theme = mode;
  document.documentElement.dataset.prefersColorScheme = mode; // Ant Design Mobile's name for it
}
