import { overlayOpen, typing } from '@tilth/ui';
import { useEffect, useRef } from 'react';

interface Doors {
  openMenu: () => void;
  openHelp: () => void;
}

/** Ctrl-K (or ⌘K) from anywhere; ? where nobody is writing. */
export function useShellKeys(doors: Doors) {
  const current = useRef(doors);
  current.current = doors;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        current.current.openMenu();
      } else if (event.key === '?' && !typing(event.target) && !overlayOpen()) {
        current.current.openHelp();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
