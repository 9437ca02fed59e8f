import { useLayoutEffect } from 'react';

let locks = 0;

/**
 * What lies under a dialog does not scroll. Put in place of the kit's own, whose style element carries no nonce and is
 * refused by the content security policy.
 */
export default function useScrollLock(lock?: boolean) {
  useLayoutEffect(() => {
    if (!lock) {
      return;
    }
    const { style } = document.body;
    if (locks === 0) {
      style.width = `calc(100% - ${window.innerWidth - document.documentElement.clientWidth}px)`;
      style.overflowY = 'hidden';
    }
    locks++;
    return () => {
      locks--;
      if (locks === 0) {
        style.width = '';
        style.overflowY = '';
      }
    };
  }, [lock]);
}
