import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

describe('Walls', () => {
  it('imports run from ui and api to features to app, never from feature to feature', () => {
    const wrong = sources('console/src').flatMap(({ path, text }) => {
      const feature = /console\/src\/features\/([^/]+)\//.exec(path)?.[1];
      return imports(text)
        .filter((target) => feature && leaves(path, target, feature))
        .map((target) => `${path} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('the shared parts know no feature, and the client knows no screen', () => {
    const ui = sources('ui/src')
      .flatMap(({ text }) => imports(text))
      .filter((target) => target.includes('console'));
    const api = sources('api/src')
      .flatMap(({ text }) => imports(text))
      .filter((target) => /console|@tilth\/ui|antd/.test(target));
    expect([...ui, ...api]).toEqual([]);
  });

  it('no screen names a raw colour', () => {
    const allowed = new Set(['ui/src/tokens.ts', 'console/src/app/favicon.svg']);
    const raw = [...sources('console/src', /\.(tsx?|css)$/), ...sources('ui/src', /\.(tsx?|css)$/)]
      .filter(({ path }) => !allowed.has(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/#[0-9a-f]{3}(?:[0-9a-f]{3,5})?\b(?!["'`]?\s*\/)|\b(?:rgba?|hsla?|oklch|lab)\(/gi)]
          .map((match) => match[0])
          .filter((found) => !/^#(?:\d|new|add)/i.test(found) || /^#\d{6}$/.test(found))
          .map((found) => `${path}: ${found}`),
      );
    expect(raw).toEqual([]);
  });

  it('no file passes 300 lines', () => {
    const long = ['console/src', 'ui/src', 'api/src', 'console/mock'].flatMap((folder) =>
      sources(folder).filter(({ path, text }) => !path.endsWith('.d.ts') && text.split('\n').length > 300),
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('no page loads anything from another host', () => {
    const hosts = sources('console/src', /\.(tsx?|css|html)$/).filter(({ text }) =>
      /https?:\/\/(?!localhost|www\.w3\.org)/.test(text),
    );
    expect(hosts.map(({ path }) => path)).toEqual([]);
  });

  it('the page has no inline script and no inline style', () => {
    const html = readFileSync(join(root, 'console/index.html'), 'utf8');
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
    expect(html).toContain('<meta name="csp-nonce" content="" />');
  });
});

function leaves(path: string, target: string, feature: string): boolean {
  if (!target.startsWith('.')) {
    return false;
  }
  const to = relative(root, join(root, path, '..', target));
  return !to.startsWith(`console/src/features/${feature}`);
}

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
