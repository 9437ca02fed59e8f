import { useCallback, useMemo, useState } from 'react';

export interface Stack<S> {
  top: S;
  depth: number;
  push: (screen: S) => void;
  pop: () => void;
  /** Goes where nothing lies behind. */
  reset: (screen: S) => void;
  /** Puts one screen in the place of the top one. */
  swap: (screen: S) => void;
}

/** The screens of a phone, one on the other; the lowest always stays. */
export function useStack<S>(first: S): Stack<S> {
  const [screens, setScreens] = useState<readonly S[]>([first]);
  const push = useCallback((screen: S) => setScreens((all) => [...all, screen]), []);
  const pop = useCallback(() => setScreens((all) => (all.length > 1 ? all.slice(0, -1) : all)), []);
  const reset = useCallback((screen: S) => setScreens([screen]), []);
  const swap = useCallback((screen: S) => setScreens((all) => [...all.slice(0, -1), screen]), []);
  const top = screens[screens.length - 1] ?? first;
  return useMemo(
    () => ({ top, depth: screens.length, push, pop, reset, swap }),
    [top, screens.length, push, pop, reset, swap],
  );
}
