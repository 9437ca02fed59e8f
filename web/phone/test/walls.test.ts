import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../src/app/en';
import { zh } from '../src/app/zh';

const root = join(import.meta.dirname, '../src');

describe('Walls of the phones', () => {
  it('no screen names a raw colour; the manner of the messengers stands in one file', () => {
    const raw = files(/\.(tsx?|css)$/)
      .filter(({ path }) => path !== 'app/skin.css')
      .flatMap(({ path, text }) =>
        [...text.matchAll(/#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|\b(?:rgba?|hsla?|oklch|lab)\(/gi)].map(
          ([found]) => `${path}: ${found}`,
        ),
      );
    expect(raw).toEqual([]);
  });

  it('every text is a key, in both languages, with the same gaps to fill', () => {
    const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((gap) => gap[1]).sort();
    const wrong = Object.entries(zh).filter(
      ([key, text]) => gaps(text).join() !== gaps(en[key as keyof typeof zh]).join(),
    );
    expect(wrong).toEqual([]);
    const spoken = files(/\.tsx$/).filter(({ text }) =>
      /[\u4e00-\u9fff]/.test(text.replace(/\/\*[\s\S]*?\*\/|'中文'/g, '')),
    );
    expect(spoken.map(({ path }) => path)).toEqual([]);
  });

  it('no text is left that nobody says', () => {
    const said = files(/\.tsx?$/)
      .filter(({ path }) => !/app\/(zh|en)\.ts/.test(path))
      .map(({ text }) => text)
      .join('\n');
    const silent = Object.keys(zh).filter((key) => {
      const stem = key.replace(/[^.]+(\.(?:long|to))?$/, '');
      return !said.includes(`'${key}'`) && !(stem && said.includes(`\`${stem}$`));
    });
    expect(silent).toEqual([]);
  });

  it('no file of script passes 300 lines', () => {
    const long = files(/\.tsx?$/).filter(
      ({ path, text }) => !/app\/(zh|en)\.ts/.test(path) && text.split('\n').length > 300,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

function files(kind: RegExp, folder = ''): { path: string; text: string }[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = folder ? `${folder}/${name}` : name;
    if (statSync(join(root, path)).isDirectory()) {
      return files(kind, path);
    }
    return kind.test(name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}
