import { useState } from 'react';

interface Pinned<T> {
  record: T;
  /** The reader has begun to type. */
  hold: () => void;
  /** Saved or given up: show what is there now. */
  release: () => void;
}

/**
 * The record as it was when its reader began to type. News from elsewhere wait until then, so that they neither wipe out
 * what was typed nor are overwritten unseen: saving an old version is refused, and both are shown.
 */
export function usePinned<T extends object>(latest: T): Pinned<T> {
  const [held, setHeld] = useState<T | null>(null);
  return {
    record: held ?? latest,
    hold: () => setHeld((before) => before ?? latest),
    release: () => setHeld(null),
  };
}
