import { useCallback, useState } from 'react';

export type Side = 'customer' | 'member';

/** Who holds a phone stands in the address, so that a scene can be shared; the last one is remembered. */
export function useWho(side: Side): [string | null, (id: string) => void] {
  const [who, setWho] = useState(() => new URLSearchParams(location.search).get(side) ?? remembered(side));
  const choose = useCallback(
    (id: string) => {
      const query = new URLSearchParams(location.search);
      query.set(side, id);
      history.replaceState(null, '', `${location.pathname}?${query}${location.hash}`);
      try {
        localStorage.setItem(key(side), id);
      } catch {
        // Storage is closed to us; the address still knows.
      }
      setWho(id);
    },
    [side],
  );
  return [who, choose];
}

function remembered(side: Side): string | null {
  try {
    return localStorage.getItem(key(side));
  } catch {
    return null;
  }
}

function key(side: Side): string {
  return `tilth.phone.${side}`;
}
