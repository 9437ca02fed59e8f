import type { Reporter } from './reporter';

/** Long enough to count as seen, short enough not to be in the way. */
const PATIENCE = 2200;

/** A page elsewhere: goes on by itself, and says that it did. */
export function link(reporter: Reporter): void {
  const way = document.querySelector<HTMLAnchorElement>('a[data-onward]');
  if (!way) {
    return;
  }
  let gone = false;
  const go = () => {
    if (!gone) {
      gone = true;
      reporter.tell({ k: 'link', s: 0, d: 100, x: true }, true);
    }
  };
  way.addEventListener('click', go);
  let seen = 0;
  const timer = setInterval(() => {
    seen += document.visibilityState === 'visible' ? 100 : 0;
    if (seen >= PATIENCE) {
      clearInterval(timer);
      way.click();
    }
  }, 100);
}
