import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

it('pages do not import from one another', () => {
  const wrong = sources('src/features').flatMap(({ path, text }) => {
    const feature = path.split('/')[2];
    return imports(text)
      .filter((target) => /^\.\.\/(?!\.\.)/.test(target))
      .map((target) => `${path} -> ${target} (${feature})`);
  });
  expect(wrong).toEqual([]);
});

it('no page names a raw colour or another host', () => {
  const raw = sources('src', /\.(tsx?|css)$/).flatMap(({ path, text }) =>
    [...text.matchAll(/#[0-9a-f]{3}(?:[0-9a-f]{3,5})?\b|\b(?:rgba?|hsla?|oklch)\(|https?:\/\//gi)].map(
      (match) => `${path}: ${match[0]}`,
    ),
  );
  expect(raw).toEqual([]);
});

it('no file passes 300 lines', () => {
  const limit = 300;
  const long = sources('src', /\.tsx?$/).filter(({ text }) => text.split('\n').length > limit);
  expect(long.map(({ path }) => path)).toEqual([]);
});

it('the page has no inline script and no inline style', () => {
  const html = readFileSync(join(root, 'workbench.html'), 'utf8');
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
  expect(html).toContain('<meta name="csp-nonce" content="" />');
});

it('asks again only when told: nothing polls', () => {
  const polling = sources('src').filter(({ text }) => /refetchInterval|setInterval/.test(text));
  expect(polling.map(({ path }) => path)).toEqual([]);
});

function imports(text: string): string[] {
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

function sources(folder: string, kind = /\.tsx?$/): { path: string; text: string }[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) {
      return sources(path, kind);
    }
    return kind.test(name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}
