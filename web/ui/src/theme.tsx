import { App, ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { antdTheme } from './antd-theme';
import type { Mode } from './tokens';

export type ThemeChoice = Mode | 'system';
export const THEME_KEY = 'tilth.theme';

interface Chosen {
  choice: ThemeChoice;
  mode: Mode;
  choose: (choice: ThemeChoice) => void;
}

const ThemeContext = createContext<Chosen>({ choice: 'system', mode: 'light', choose: () => {} });

export function useTheme(): Chosen {
  return useContext(ThemeContext);
}

interface Props {
  locale: Locale | undefined;
  children: ReactNode;
}

/** Gives the tree its colours, its motion and the nonce under which Ant Design may add its styles. */
export function TilthTheme({ locale, children }: Props) {
  const [choice, setChoice] = useState<ThemeChoice>(storedChoice);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const mode: Mode = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;

  useEffect(() => {
    document.documentElement.dataset.theme = mode;
  }, [mode]);

  const chosen = useMemo<Chosen>(
    () => ({
      choice,
      mode,
      choose: (next) => {
        storeChoice(next);
        setChoice(next);
      },
    }),
    [choice, mode],
  );
  const theme = useMemo(() => antdTheme(mode, still), [mode, still]);
  const nonce = useMemo(nonceOfPage, []);

  return (
    <ThemeContext.Provider value={chosen}>
      <ConfigProvider
        theme={theme}
        locale={locale as Locale}
        csp={{ nonce }}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <App message={{ maxCount: 3, duration: 4 }} component={false}>
          {children}
        </App>
      </ConfigProvider>
    </ThemeContext.Provider>
  );
}

function nonceOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

function storedChoice(): ThemeChoice {
  const stored = localStorage.getItem(THEME_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function storeChoice(choice: ThemeChoice) {
  if (choice === 'system') {
    localStorage.removeItem(THEME_KEY);
  } else {
    localStorage.setItem(THEME_KEY, choice);
  }
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Below this width the console is held in one hand. */
export function usePhone(): boolean {
  return useMedia('(max-width: 760px)');
}
