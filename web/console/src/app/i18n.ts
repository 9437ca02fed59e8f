import { speak } from '@tilth/api';
import type { Locale } from 'antd/es/locale';
import dayjs from 'dayjs';
import i18next, { type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
const KEY = 'tilth.language';

interface Pack {
  texts: ResourceLanguage;
  antd: Locale;
}

/** A language is fetched when it is spoken: nobody carries both. */
const packs: Record<Language, () => Promise<Pack>> = {
  'zh-CN': async () => (await import('../locales/zh-CN')).default,
  en: async () => (await import('../locales/en')).default,
};
const loaded = new Map<string, Pack>();

/** Words that only some pages need, and that come with the first of them. */
const areas = {
  alerts: {
    'zh-CN': async () => (await import('../locales/zh-CN/alerts')).default,
    en: async () => (await import('../locales/en/alerts')).default,
  },
  audit: {
    'zh-CN': async () => (await import('../locales/zh-CN/audit')).default,
    en: async () => (await import('../locales/en/audit')).default,
  },
  content: {
    'zh-CN': async () => (await import('../locales/zh-CN/content')).default,
    en: async () => (await import('../locales/en/content')).default,
  },
  wecom: {
    'zh-CN': async () => (await import('../locales/zh-CN/wecom')).default,
    en: async () => (await import('../locales/en/wecom')).default,
  },
  data: {
    'zh-CN': async () => (await import('../locales/zh-CN/data')).default,
    en: async () => (await import('../locales/en/data')).default,
  },
  reach: {
    'zh-CN': async () => (await import('../locales/zh-CN/reach')).default,
    en: async () => (await import('../locales/en/reach')).default,
  },
  tracking: {
    'zh-CN': async () => (await import('../locales/zh-CN/tracking')).default,
    en: async () => (await import('../locales/en/tracking')).default,
  },
} satisfies Record<string, Record<Language, () => Promise<ResourceLanguage>>>;
type Area = keyof typeof areas;
const entered = new Set<Area>();
let spoken: Language = 'zh-CN';

export async function startI18n(): Promise<void> {
  const language = storedLanguage() ?? (navigator.language.startsWith('zh') ? 'zh-CN' : (prefersEnglish() ?? 'zh-CN'));
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    keySeparator: '.',
  });
  await changeLanguage(language);
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!loaded.has(language)) {
    const pack = await packs[language]();
    loaded.set(language, pack);
    i18next.addResourceBundle(language, 'translation', pack.texts, true, true);
  }
  spoken = language;
  await Promise.all([...entered].map(fetchArea));
  speak(language);
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** A page of an area with its words; in another language they are fetched again with everything else. */
export async function withTexts<T>(area: Area, page: Promise<T>): Promise<T> {
  if (!entered.has(area)) {
    await fetchArea(area);
    entered.add(area);
  }
  return page;
}

async function fetchArea(area: Area): Promise<void> {
  const language = spoken;
  i18next.addResourceBundle(language, 'translation', await areas[area][language](), true, true);
}

export function antdLocale(language: string): Locale | undefined {
  return loaded.get(language)?.antd;
}

export function asLanguage(text: string | null | undefined): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

function storedLanguage(): Language | null {
  return asLanguage(localStorage.getItem(KEY));
}

function prefersEnglish(): Language | null {
  return navigator.language.startsWith('en') ? 'en' : null;
}
