import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { lintSource } from '@secretlint/core';
import { creator as pattern } from '@secretlint/secretlint-rule-pattern';
import { creator as preset } from '@secretlint/secretlint-rule-preset-recommend';
import { expect, it } from 'vitest';

const ROOT = resolve('..');

/** Beyond it are pictures and data of others. */
const LONGEST = 2_000_000;

/** What looks like a secret and opens nothing. */
const MADE_UP = new Set([
  'sandbox/src/main/java/io/tilth/sandbox/seed/Neighbours.java', // of a company that only the sandbox knows
  'sandbox/src/test/java/io/tilth/sandbox/kit/Ear.java', // of a listener that lives for a test
  'web/console/mock/wecom.ts', // of the pages' own playmate
]);

const RULES = {
  rules: [
    { id: '@secretlint/secretlint-rule-preset-recommend', rule: preset, rules: [] },
    {
      id: '@secretlint/secretlint-rule-pattern',
      rule: pattern,
      options: {
        patterns: [
          { name: "a key of Tilth's interface", pattern: '/tk_[0-9a-z]{1,12}_[0-9a-f]{32}_[0-9a-f]{64}/' },
          {
            name: "a secret of WeCom's",
            pattern: '/(?:corp|app|suite)_?secret["\\x27]?\\s*[:=,]\\s*["\\x27][\\w-]{40,}/i',
          },
          {
            name: 'a key for callbacks',
            pattern: '/(?:aes|encoding)_?(?:aes)?_?key["\\x27]?\\s*[:=,]\\s*["\\x27][A-Za-z0-9+/]{43}["\\x27]/i',
          },
        ],
      },
    },
  ],
};

async function secrets(filePath: string, content: string): Promise<string[]> {
  const result = await lintSource({
    source: { filePath, content, contentType: 'text' },
    options: { config: RULES as never, noPhysicFilePath: true, maskSecrets: true },
  });
  return result.messages.map((found) => `${filePath}:${found.loc.start.line} ${found.message}`);
}

it('keeps no secret in any file of the repository', async () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(resolve(ROOT, file)) && statSync(resolve(ROOT, file)).size < LONGEST);
  expect(files.length).toBeGreaterThan(1000);
  const found: string[] = [];
  for (const file of files) {
    const text = readFileSync(resolve(ROOT, file), 'utf8');
    if (!text.includes('\u0000')) {
      found.push(...(await secrets(file, text)));
    }
  }
  expect(found.filter((one) => !MADE_UP.has(one.split(':')[0] ?? ''))).toEqual([]);
}, 120_000);

it('knows one when it sees it', async () => {
  const key = `tk_1_${'0123456789abcdef'.repeat(2)}_${'0123456789abcdef'.repeat(4)}`;
  const samples = [
    key,
    `corpSecret = "${'aB3_'.repeat(11)}"`,
    `"encodingAesKey": "${'aB3/'.repeat(10)}xyz"`,
    `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${'MIIEpAIBAAKCAQEA'.repeat(8)}\n-----END RSA ${'PRIVATE'} KEY-----`,
    `postgres://tilth:${'hunter2hunter2'}@db.internal:5432/tilth`,
  ];
  for (const sample of samples) {
    expect(await secrets('sample.txt', sample), sample).not.toEqual([]);
  }
});
