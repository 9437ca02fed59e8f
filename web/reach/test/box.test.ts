import { describe, expect, it } from 'vitest';
import { boxOf, onCode } from '../src/box';

/** A poster's picture, 300 px wide and 500 px high at (10, 20), as far as boxes ask. */
function poster(box?: string): HTMLElement {
  return {
    dataset: { box },
    getBoundingClientRect: () => ({ left: 10, top: 20, width: 300, height: 500 }),
  } as unknown as HTMLElement;
}

describe("a poster's code", () => {
  it('is pressed only where it is drawn', () => {
    const picture = poster('700 800 200');
    expect(onCode(picture, { clientX: 230, clientY: 430 })).toBe(true);
    expect(onCode(picture, { clientX: 200, clientY: 430 })).toBe(false);
    expect(onCode(picture, { clientX: 230, clientY: 410 })).toBe(false);
    expect(onCode(picture, { clientX: 281, clientY: 481 })).toBe(false);
  });

  it('is all of a picture that is nothing but a code', () => {
    expect(boxOf(poster())).toBeNull();
    expect(onCode(poster(), { clientX: 0, clientY: 0 })).toBe(true);
  });
});
