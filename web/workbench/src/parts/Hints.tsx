import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';

type Say = (sentence: string, undo?: { text: string; act: () => void }) => void;

const HintContext = createContext<Say>(() => {});

/** Says one short sentence over the page, for as long as it takes to read. */
export function useHint(): Say {
  return useContext(HintContext);
}

interface Shown {
  sentence: string;
  undo: { text: string; act: () => void } | undefined;
}

export function Hints({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const say = useCallback<Say>((sentence, undo) => setShown({ sentence, undo }), []);
  useEffect(() => {
    if (shown) {
      const timer = setTimeout(() => setShown(null), shown.undo ? 5000 : 3000);
      return () => clearTimeout(timer);
    }
  }, [shown]);
  return (
    <HintContext value={say}>
      {children}
      <div className="hints" role="status">
        {shown && (
          <p className="hint">
            {shown.sentence}
            {shown.undo && (
              <button
                type="button"
                onClick={() => {
                  shown.undo?.act();
                  setShown(null);
                }}
              >
                {shown.undo.text}
              </button>
            )}
          </p>
        )}
      </div>
    </HintContext>
  );
}
