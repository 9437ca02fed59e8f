import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask } from '../src/ask';

describe('Asking for a name', () => {
  afterEach(() => {
    document.body.innerHTML = '';
  });

  it('happens on a deed that needs one, once, and no means no', () => {
    document.body.innerHTML =
      '<button id="deed" data-ask>leave</button><div id="ask" hidden><a href="/in">in</a><button data-refuse>no</button></div>';
    const deed = document.getElementById('deed') as HTMLElement;
    const sheet = document.getElementById('ask') as HTMLElement;
    const done = vi.fn();
    ask();
    document.addEventListener('click', (event) => event.target === deed && !event.defaultPrevented && done());
    expect(sheet.hidden).toBe(true);
    deed.click();
    expect(sheet.hidden).toBe(false);
    expect(done).not.toHaveBeenCalled();
    sheet.querySelector<HTMLElement>('[data-refuse]')?.click();
    expect(sheet.hidden).toBe(true);
    expect(done).toHaveBeenCalledTimes(1);
    deed.click();
    expect(sheet.hidden).toBe(true);
    expect(done).toHaveBeenCalledTimes(2);
  });
});
