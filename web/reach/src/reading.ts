import { onCode } from './box';
import type { Happened, Reporter } from './reporter';

const TICK = 500;
const FIRST = 2000;
const EVERY = 5000;
/** A screen that nobody touches is a phone on a table. */
const IDLE = 5 * 60_000;
const LONGEST = 6;

/** Counts how long, how deep and which pages; a beat after two seconds and then every five while the page is seen. */
export function reading(reporter: Reporter): void {
  const pages = Array.from(document.querySelectorAll<HTMLElement>('[data-page]'));
  const content = document.querySelector<HTMLElement>('[data-content]') ?? document.body;
  let last = performance.now();
  let seen = 0;
  let next = FIRST;
  let touched = false;
  let touchedAt = last;
  let deepest = 0;
  let page = 0;

  const look = () => {
    deepest = Math.max(deepest, pages.length > 0 ? 0 : depth(content));
    if (pages.length > 0) {
      page = current(pages);
      deepest = Math.max(deepest, Math.round((100 * page) / pages.length));
      show(page, pages.length);
    }
  };
  const beat = (leaving: boolean) => {
    look();
    const s = Math.min(LONGEST, Math.round(seen / 1000));
    const happened: Happened = { k: 'beat', s, d: deepest, x: touched, ...(page > 0 ? { p: page } : {}) };
    seen = 0;
    next = EVERY;
    touched = false;
    reporter.tell(happened, leaving);
  };
  const tick = () => {
    const now = performance.now();
    const passed = now - last;
    last = now;
    if (document.visibilityState === 'visible' && passed < 3 * TICK && now - touchedAt < IDLE) {
      seen += passed;
      if (seen >= next) {
        beat(false);
      }
    }
  };
  const touch = () => {
    touched = true;
    touchedAt = performance.now();
  };
  const leave = () => {
    tick();
    if (seen >= 1000 || touched) {
      beat(true);
    }
  };

  setInterval(tick, TICK);
  for (const event of ['touchstart', 'pointerdown', 'wheel', 'keydown']) {
    addEventListener(event, touch, { passive: true });
  }
  addEventListener(
    'scroll',
    () => {
      touch();
      look();
    },
    { passive: true },
  );
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      leave();
    } else {
      last = performance.now();
      touchedAt = last;
    }
  });
  addEventListener('pagehide', leave);
  document.addEventListener('click', (event) => tapped(event, reporter, deepest));
  look();
}

/** The dialler and the code are worth a word at once. */
function tapped(event: MouseEvent, reporter: Reporter, d: number): void {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tap]') : null;
  const kind = target?.dataset.tap;
  if (target && (kind === 'call' || (kind === 'find' && onCode(target, event)))) {
    reporter.tell({ k: kind, s: 0, d, x: true }, kind === 'call');
  }
}

function depth(content: HTMLElement): number {
  const { top, height } = content.getBoundingClientRect();
  return height > 0 ? Math.max(0, Math.min(100, Math.round((100 * (innerHeight - top)) / height))) : 0;
}

/** The page that fills most of the screen, from 1. */
function current(pages: HTMLElement[]): number {
  let most = -1;
  let best = 1;
  pages.forEach((page, index) => {
    const { top, bottom } = page.getBoundingClientRect();
    const part = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (part > most) {
      most = part;
      best = index + 1;
    }
  });
  return best;
}

function show(page: number, of: number): void {
  const counter = document.querySelector('[data-counter]');
  if (counter) {
    counter.textContent = `${page} / ${of}`;
  }
}
