import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filtersOf, KNOWN_ACTIONS, textKey } from '../src/features/audit/actions';
import en from '../src/locales/en';
import zh from '../src/locales/zh-CN';

/** The words that come with the first page of an area. */
const areas = (language: string) =>
  Object.entries(
    import.meta.glob<Record<string, unknown>>('../src/locales/*/*/index.ts', { eager: true, import: 'default' }),
  ).flatMap(([path, texts]) => (path.includes(`/${language}/`) ? Object.entries(texts) : []));

const root = join(import.meta.dirname, '../..');
const sources = ['console/src', 'ui/src', 'api/src']
  .flatMap((folder) => filesIn(join(root, folder)))
  .filter((file) => /\.tsx?$/.test(file));
const code = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
const textsZh = { ...zh.texts, ...Object.fromEntries(areas('zh-CN')) };
const keysZh = flat(textsZh);
const keysEn = flat({ ...en.texts, ...Object.fromEntries(areas('en')) });
/** Whole keys, however they are passed on to `t`. */
const named = new Set([...code.matchAll(/['"`]([a-zA-Z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map((match) => match[1] ?? ''));
/** Keys put together from a part that varies: `nav.${key}`. */
const patterns = [...code.matchAll(/`([a-z][\w.-]*\.(?:[\w.-]*\$\{[^`]*?\})[\w.]*)`/gi)].map((match) =>
  asPattern(match[1] ?? ''),
);

describe('Every text is a key', () => {
  it('has each key in both languages', () => {
    expect([...keysZh.keys()].map(plain).filter((key) => !hasPlain(keysEn, key))).toEqual([]);
    expect([...keysEn.keys()].map(plain).filter((key) => !hasPlain(keysZh, key))).toEqual([]);
  });

  it('has every key that the code asks for', () => {
    const namespaces = new Set(Object.keys(textsZh));
    const asked = [...code.matchAll(/\bt\(\s*['"]([\w.-]+)['"]/g)].map((match) => match[1] ?? '');
    const said = [...named].filter(
      (key) => namespaces.has(key.split('.')[0] ?? '') && code.includes(`i18nKey="${key}"`),
    );
    expect([...asked, ...said].filter((key) => !hasPlain(keysZh, key))).toEqual([]);
    expect(
      patterns.filter((pattern) => pattern.known && ![...keysZh.keys()].some((key) => pattern.test.test(plain(key)))),
    ).toEqual([]);
  });

  it('has no key that nobody asks for', () => {
    const unused = [...keysZh.keys()]
      .map(plain)
      .filter((key) => !named.has(key) && !patterns.some((pattern) => pattern.test.test(key)));
    expect(unused).toEqual([]);
  });

  it('names the same values in both languages', () => {
    const differing = [...keysZh].filter(([key, text]) => {
      const other = keysEn.get(key);
      return other !== undefined && String(values(text)) !== String(values(other));
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('never says "1 codes"', () => {
    const counted = [...keysEn].filter(
      ([key, text]) => !/_(one|other)$/.test(key) && /\{\{count\}\} ([a-z]+ )*[a-z]{2,}s\b/.test(text),
    );
    expect(counted.map(([key]) => key)).toEqual([]);
    const alone = [...keysEn.keys()].filter(
      (key) => key.endsWith('_other') && !keysEn.has(key.replace(/other$/, 'one')),
    );
    expect(alone).toEqual([]);
  });

  it('has a name and a sentence for each deed', () => {
    for (const action of KNOWN_ACTIONS) {
      const key = textKey(action);
      expect(keysZh.has(`audit.kind.${key}`) && keysZh.has(`audit.action.${key}`), action).toBe(true);
    }
    for (const { action } of [...filtersOf('HOUSE'), ...filtersOf('COMPANY')].filter((filter) => filter.whole)) {
      expect(keysZh.has(`audit.group.${textKey(action)}`), action).toBe(true);
    }
  });

  it('knows every deed that the server notes, and no other', () => {
    const java = filesIn(join(root, '../server/src/main/java'))
      .map((file) => readFileSync(file, 'utf8'))
      .filter((text) => /\bAudit\b|\.note\(/.test(text))
      .join('\n');
    const noted = [...withoutComments(java).matchAll(/"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect([...new Set(noted)].sort()).toEqual([...KNOWN_ACTIONS].sort());
  });

  it('leaves no Chinese in code, no half-width commas in Chinese and no empty phrase', () => {
    const chinese = sources.filter(
      (file) =>
        /\.tsx$/.test(file) &&
        /\p{Script=Han}/u.test(withoutComments(readFileSync(file, 'utf8')).replaceAll("'、'", '')),
    );
    expect(chinese).toEqual([]);
    expect([...keysZh].filter(([, text]) => /[\p{Script=Han}」』”）][,;?!:]/u.test(text)).map(([key]) => key)).toEqual(
      [],
    );
    expect([...keysZh].filter(([, text]) => text.includes('操作失败')).map(([key]) => key)).toEqual([]);
  });

  it('says tenant only to the operator', () => {
    const elsewhere = [...keysZh].filter(
      ([key, text]) =>
        text.includes('租户') &&
        !/^(tenants|rights\.(tenant|support\.ask|group\.tenant)|roles\.explained\.(OPERATOR|CARE)|command\.openTenant|nav\.tenants|audit\.(kind|action)\.tenant)/.test(
          key,
        ),
    );
    expect(elsewhere.map(([key]) => key)).toEqual([]);
  });
});

function flat(tree: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value as object, `${prefix}${key}.`)],
    ),
  );
}

/** Without the plural's ending. */
function plain(key: string): string {
  return key.replace(/_(one|other)$/, '');
}

function hasPlain(keys: Map<string, string>, key: string): boolean {
  return keys.has(key) || keys.has(`${key}_other`);
}

function values(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => name !== 'count')
    .sort();
}

function asPattern(template: string) {
  const known = Object.keys(textsZh).includes(template.split('.')[0] ?? '');
  const source = template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w.-]+');
  return { known, test: new RegExp(`^${source.replace(/\\\.\[/g, '\\.[')}$`), template };
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
