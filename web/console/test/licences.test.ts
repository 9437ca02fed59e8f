import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Those that ask nothing of a product around the library. */
const FREE = new Set(['MIT', 'Apache-2.0', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC']);

interface Locked {
  dev?: boolean;
  link?: boolean;
  license?: string;
}

it('builds the pages from nothing that may not be given away', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
  const brought = Object.entries(lock.packages).filter(
    ([path, one]) => path.startsWith('node_modules/') && !one.link && !one.dev,
  );
  const others = brought.filter(([, one]) => !FREE.has(one.license ?? ''));
  expect(brought.length).toBeGreaterThan(100);
  expect(others.map(([path, one]) => `${path}: ${one.license}`)).toEqual([]);
});
