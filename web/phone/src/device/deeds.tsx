import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { post } from '../app/api';
import { stir } from '../app/live';

interface Deeds {
  /** Does it in the sandbox's world; null when the platform refused, which the phone then says. */
  act: <T>(path: string, body?: unknown) => Promise<T | null>;
  tell: (sentence: string) => void;
}

const DeedsContext = createContext<Deeds>({ act: async () => null, tell: () => {} });

export function useDeeds(): Deeds {
  return useContext(DeedsContext);
}

/** What a person does on this phone, and the line that says when it could not be done. */
export function WithDeeds({ children }: { children: ReactNode }) {
  const [sentence, setSentence] = useState<{ text: string } | null>(null);
  const tell = useCallback((text: string) => setSentence({ text }), []);
  const act = useCallback(
    async <T,>(path: string, body?: unknown): Promise<T | null> => {
      try {
        const answer = await post<T>(path, body);
        stir();
        return answer ?? ({} as T);
      } catch (problem) {
        tell(problem instanceof Error ? problem.message : String(problem));
        return null;
      }
    },
    [tell],
  );
  useEffect(() => {
    const gone = sentence && setTimeout(() => setSentence(null), 6000);
    return () => clearTimeout(gone ?? undefined);
  }, [sentence]);
  const deeds = useMemo(() => ({ act, tell }), [act, tell]);
  return (
    <DeedsContext.Provider value={deeds}>
      {children}
      <p className={sentence ? 'device-tell device-tell-shown' : 'device-tell'} role="status">
        {sentence?.text}
      </p>
    </DeedsContext.Provider>
  );
}
