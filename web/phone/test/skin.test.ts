import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../src/app/skin.css'), 'utf8');
const READ: [text: string, on: string, least: number][] = [
  ['text', 'bar', 4.5],
  ['text', 'list', 4.5],
  ['text', 'ground', 4.5],
  ['text', 'theirs', 4.5],
  ['quiet', 'bar', 4.5],
  ['quiet', 'list', 4.5],
  ['quiet', 'ground', 4.5],
  ['quiet', 'theirs', 4.5],
  ['on-mine', 'mine', 4.5],
  ['on-accent', 'accent', 4.5],
  ['accent', 'bar', 4.5],
  ['accent', 'list', 4.5],
  ['accent', 'theirs', 4.5],
  ['name', 'list', 4.5],
  ['name', 'bar', 4.5],
];

describe.each(['wechat', 'wecom'])('the manner of %s', (skin) => {
  const colours = read(skin);
  it.each(['light', 'dark'] as const)('can be read by everybody when it is %s', (mode) => {
    const faint = READ.map(([text, on, least]) => ({
      text,
      on,
      least,
      is: contrast(colours(text, mode), colours(on, mode)),
    }))
      .filter(({ is, least }) => is < least)
      .map(({ text, on, is }) => `${text} on ${on}: ${is.toFixed(2)}`);
    expect(faint).toEqual([]);
  });
});

function read(skin: string) {
  const body = new RegExp(`\\.skin-${skin} \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return (name: string, mode: 'light' | 'dark') => {
    const found = new RegExp(`--p-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(body);
    return found?.[mode === 'light' ? 1 : 2] ?? '#808080';
  };
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function light(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
