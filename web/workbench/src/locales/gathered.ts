import type { ResourceLanguage } from 'i18next';

/** One file per feature; its name is the first part of its keys. */
export function gathered(files: Record<string, unknown>): ResourceLanguage {
  const named = Object.entries(files).map(([path, texts]) => [path.replace(/^\.\/|\.json$/g, ''), texts]);
  return Object.fromEntries(named) as ResourceLanguage;
}
