import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';

const web = process.cwd();
const out = mkdtempSync(join(tmpdir(), 'reach-'));
const read = (file: string) => readFileSync(join(out, file), 'utf8');

/** What came after Chromium 86, which WeChat's older web views are. */
const LATER_SCRIPT = [
  /\.at\(/,
  /\.findLast(Index)?\(/,
  /Object\.hasOwn\(/,
  /structuredClone\(/,
  /\bstatic\s*\{/,
  /#\w+ in /,
  /\.toSorted\(/,
  /AbortSignal\.timeout/,
  /crypto\.randomUUID/,
];
const LATER_STYLE = [
  /:has\(/,
  /:is\(/,
  /:where\(/,
  /@layer/,
  /@container/,
  /aspect-ratio/,
  /[^-]inset:/,
  /\d[sdl]v[hw]\b/,
  /accent-color/,
  /color-mix/,
  /oklch/,
  /width\s*[<>]=/,
  /&[ .:[]/,
];

describe('The page in an old web view', () => {
  beforeAll(() => {
    const vite = join(web, 'node_modules/vite/bin/vite.js');
    execFileSync(process.execPath, [vite, 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'silent'], {
      cwd: join(web, 'reach'),
    });
  });

  it('asks for nothing that came later', () => {
    const script = read('reach.js');
    const style = read('reach.css');
    expect(script.length).toBeGreaterThan(1000);
    expect(style.length).toBeGreaterThan(1000);
    for (const later of LATER_SCRIPT) {
      expect(script).not.toMatch(later);
    }
    for (const later of LATER_STYLE) {
      expect(style).not.toMatch(later);
    }
  });

  it('weighs next to nothing', () => {
    const weight = ['reach.js', 'reach.css'].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0);
    expect(weight).toBeLessThan(8 * 1024);
  });
});
