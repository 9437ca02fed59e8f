import { useState } from 'react';

const KEY = 'tilth.theme';

/** Light or dark: the system's until somebody says otherwise. */
export function useDark(): [boolean, () => void] {
  const [dark, setDark] = useState(isDark);
  return [
    dark,
    () => {
      const next = dark ? 'light' : 'dark';
      document.documentElement.dataset.theme = next;
      try {
        localStorage.setItem(KEY, next);
      } catch {
        // Storage is closed to us; the choice lasts as long as the page.
      }
      setDark(!dark);
    },
  ];
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
