// The first load of script must stay under 355 KB compressed: a shop's computer is old and its line slow.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMIT = 355 * 1024;
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));
/** What the pages around WeCom say comes with the first of them. */
const WORDS = 'src/locales/zh-CN/wecom/index.ts';
const pages = {
  'the sign-in page': ['src/features/session/SignInPage.tsx'],
  'the home page': ['src/app/rooms/HomeRoom.tsx'],
  'the list of tenants': ['src/app/rooms/TenantsRoom.tsx'],
  'the list of customers': [WORDS, 'src/app/rooms/CustomersRoom.tsx'],
  'the connecting of WeCom': [WORDS, 'src/features/wecom/ConnectPage.tsx'],
  'the health of a connection': [WORDS, 'src/features/wecom/HealthPage.tsx'],
  'the handovers': [WORDS, 'src/features/inheritances/InheritancesPage.tsx'],
  'the audit trail': ['src/features/audit/AuditPage.tsx'],
  'my account': ['src/features/me/MePage.tsx'],
};

function chunks(key, seen = new Set()) {
  if (!seen.has(key)) {
    seen.add(key);
    for (const next of manifest[key]?.imports ?? []) {
      chunks(next, seen);
    }
  }
  return seen;
}

let over = false;
for (const [page, entries] of Object.entries(pages)) {
  const keys = new Set();
  for (const entry of ['index.html', 'src/locales/zh-CN/index.ts', ...entries]) {
    chunks(entry, keys);
  }
  const files = new Set([...keys].map((key) => manifest[key]?.file).filter((file) => file?.endsWith('.js')));
  const size = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(dist + file), { level: 9 }).length, 0);
  over ||= size > LIMIT;
  console.log(`${page}: ${(size / 1024).toFixed(0)} of at most ${LIMIT / 1024} KB of script in ${files.size} files`);
}
if (over) {
  console.error('The first load of script is over its budget.');
  process.exit(1);
}
