import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../src/locales/en';
import zh from '../src/locales/zh-CN';

const code = [...filesIn(join(import.meta.dirname, '../src')), join(import.meta.dirname, '../../ui/src/time.tsx')]
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('/locales/'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const all = code.map(({ text }) => text).join('\n');
const keysZh = flat(zh);
const keysEn = flat(en);
const named = new Set([...all.matchAll(/['"`]([a-z]\w*(?:\.[\w-]+)+)['"`]/g)].map((match) => match[1] ?? ''));
const patterns = [...all.matchAll(/`([a-z]\w*\.(?:[\w.-]*\$\{[^`]*?\})[\w.]*)`/gi)].map(
  (match) => new RegExp(`^${(match[1] ?? '').replaceAll('.', '\\.').replace(/\$\{[^}]*\}+/g, '[\\w.-]+')}$`),
);

describe('Every text of the workbench is a key', () => {
  it('in both languages, naming the same values', () => {
    const plainEn = new Set([...keysEn.keys()].map(plain));
    const plainZh = new Set([...keysZh.keys()].map(plain));
    expect([...plainZh].filter((key) => !plainEn.has(key))).toEqual([]);
    expect([...plainEn].filter((key) => !plainZh.has(key))).toEqual([]);
    const differing = [...keysZh].filter(([key, text]) => {
      const other = keysEn.get(key);
      return other !== undefined && values(text) !== values(other);
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('never saying "1 customers"', () => {
    const counted = [...keysEn].filter(
      ([key, text]) => !/_(one|other)$/.test(key) && /\{\{count\}\} ([a-z]+ )*[a-z]{2,}s\b/.test(text),
    );
    expect(counted.map(([key]) => key)).toEqual([]);
    const alone = [...keysEn.keys()].filter(
      (key) => key.endsWith('_other') && !keysEn.has(key.replace(/other$/, 'one')),
    );
    expect(alone).toEqual([]);
  });

  it('asked for and there, or not there at all', () => {
    const keys = [...new Set([...keysZh.keys()].map(plain))];
    const asked = [...all.matchAll(/\bt\(\s*['"]([\w.-]+)['"]/g)].map((match) => match[1] ?? '');
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
    expect(keys.filter((key) => !named.has(key) && !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it('with no Chinese in code and no half-width commas in Chinese', () => {
    const chinese = code.filter(({ text }) => /\p{Script=Han}/u.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));
    expect(chinese.map(({ file }) => file)).toEqual([]);
    expect([...keysZh].filter(([, text]) => /[\p{Script=Han}」』”）][,;?!:]/u.test(text)).map(([key]) => key)).toEqual(
      [],
    );
  });
});

function flat(tree: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value as object, `${prefix}${key}.`)],
    ),
  );
}

function plain(key: string): string {
  return key.replace(/_(one|other)$/, '');
}

function values(text: string): string {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map((match) => match[1])
    .sort()
    .join();
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
