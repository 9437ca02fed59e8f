import { speak } from '@tilth/api';
import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
const KEY = 'tilth.language';

/** A language is fetched when it is spoken: nobody carries both. */
const packs: Record<Language, () => Promise<ResourceLanguage>> = {
  'zh-CN': async () => (await import('../locales/zh-CN')).default,
  en: async () => (await import('../locales/en')).default,
};

export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await changeLanguage(stored() ?? (/^en/.test(navigator.language) ? 'en' : 'zh-CN'));
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await packs[language](), true, true);
  }
  speak(language);
  keep(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export function asLanguage(text: string | null | undefined): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

function stored(): Language | null {
  try {
    return asLanguage(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function keep(language: Language) {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is closed to us; the choice lasts as long as the page.
  }
}
