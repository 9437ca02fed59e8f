import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** What the list shows is written in the address: it can be shared, reloaded and gone back to. */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const get = useCallback((name: string) => params.get(name) ?? '', [params]);
  const set = useCallback(
    (changes: Record<string, string | null>, how: { replace?: boolean } = {}) => {
      setParams((old) => merged(old, changes), { replace: how.replace ?? false, preventScrollReset: true });
    },
    [setParams],
  );
  return { get, set, query: params.toString() };
}

function merged(old: URLSearchParams, changes: Record<string, string | null>): URLSearchParams {
  const next = new URLSearchParams(old);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}
