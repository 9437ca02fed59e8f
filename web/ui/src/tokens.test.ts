import { describe, expect, it } from 'vitest';
import { charts, type Mode, pairs, palettes, tokensCss } from './tokens';

describe.each(['light', 'dark'] as Mode[])('In %s', (mode) => {
  it.each(pairs)('$text can be read on $on', ({ text, on, least }) => {
    expect(contrast(palettes[mode][text], palettes[mode][on])).toBeGreaterThanOrEqual(least);
  });

  it('each chart colour stands out from the paper and from the others', () => {
    for (const [index, colour] of charts[mode].entries()) {
      expect(contrast(colour, palettes[mode].paper), colour).toBeGreaterThanOrEqual(3);
      expect(charts[mode].indexOf(colour)).toBe(index);
    }
    expect(charts[mode][0]).toBe(palettes[mode].leaf);
  });
});

it('writes every token for both themes, and lets a choice win over the system', () => {
  const css = tokensCss();
  expect(css).toContain('--ink-2: #48524D');
  expect(css).toContain(':root:not([data-theme="light"])');
  expect(css).toContain(':root[data-theme="dark"]');
  expect(css).toContain('prefers-reduced-motion');
});

/** WCAG 2: relative luminance of sRGB. */
function contrast(one: string, other: string): number {
  const [bright, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
