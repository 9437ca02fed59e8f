/** One thing that happened on the page; the server knows it by its page load and number, so it may be sent twice. */
export interface Beat {
  n: number;
  at: number;
  k: 'beat' | 'call' | 'find' | 'link';
  s: number;
  d: number;
  p?: number;
  x: boolean;
}

export type Happened = Omit<Beat, 'n' | 'at'>;

interface Kept {
  /** When the page was opened, by the clock on the wall. */
  t: number;
  /** Where these beats go: the address carries a token of that page load. */
  u: string;
  v: string;
  b: Beat[];
}

const SHELF = 'tilth.beats';
const DAYS = 72 * 3600 * 1000;
const MOST_KEPT = 300;
const MOST_SENT = 100;
const FIRST_RETRY = 2000;
const LONGEST_RETRY = 60_000;

/** Tells the server what happens; what it has not confirmed is kept on the device and told again. */
export class Reporter {
  private readonly view = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  private readonly opened = Date.now();
  private waiting: Beat[] = [];
  private number = 0;
  private busy = false;
  private retry = FIRST_RETRY;
  private resting = false;

  constructor(
    private readonly address: string,
    private readonly shelf: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  ) {
    this.sendLeftOver();
    addEventListener('online', () => void this.send());
  }

  tell(happened: Happened, leaving = false): void {
    this.number += 1;
    this.waiting.push({ n: this.number, at: Math.round(performance.now()), ...happened });
    this.waiting = this.waiting.slice(-MOST_KEPT);
    this.keep();
    if (leaving) {
      this.leave();
    } else {
      void this.send();
    }
  }

  /** The page may be gone in a moment: hand all to the browser, and keep it, since nobody hears the answer. */
  private leave(): void {
    const beats = this.waiting.slice(0, MOST_SENT);
    if (beats.length > 0 && navigator.sendBeacon) {
      navigator.sendBeacon(this.address, new Blob([this.letter(this.view, beats)], { type: 'text/plain' }));
    }
  }

  private async send(): Promise<void> {
    if (this.busy || this.resting || this.waiting.length === 0) {
      return;
    }
    this.busy = true;
    const beats = this.waiting.slice(0, MOST_SENT);
    const wait = await post(this.address, this.letter(this.view, beats));
    this.busy = false;
    if (wait === 'done') {
      const last = beats[beats.length - 1]?.n ?? 0;
      this.waiting = this.waiting.filter(({ n }) => n > last);
      this.retry = FIRST_RETRY;
      this.keep();
      void this.send();
    } else {
      this.resting = true; // as long as the server asks, and longer each time
      setTimeout(
        () => {
          this.resting = false;
          void this.send();
        },
        Math.max(wait, this.retry),
      );
      this.retry = Math.min(this.retry * 2, LONGEST_RETRY);
    }
  }

  private letter(v: string, b: Beat[]): string {
    return JSON.stringify({ v, b });
  }

  private keep(): void {
    const others = this.kept().filter(({ v }) => v !== this.view);
    const own = this.waiting.length > 0 ? [{ t: this.opened, u: this.address, v: this.view, b: this.waiting }] : [];
    this.store([...others, ...own].slice(-10));
  }

  /** What an earlier page load could not get rid of. */
  private sendLeftOver(): void {
    for (const { t, u, v, b } of this.kept()) {
      const drop = () => this.store(this.kept().filter((other) => other.v !== v));
      if (Date.now() - t > DAYS) {
        drop();
      } else {
        void post(u, this.letter(v, b.slice(0, MOST_SENT))).then((outcome) => outcome === 'done' && drop());
      }
    }
  }

  private kept(): Kept[] {
    try {
      return JSON.parse(this.shelf.getItem(SHELF) ?? '[]') as Kept[];
    } catch {
      return [];
    }
  }

  private store(all: Kept[]): void {
    try {
      if (all.length > 0) {
        this.shelf.setItem(SHELF, JSON.stringify(all));
      } else {
        this.shelf.removeItem(SHELF);
      }
    } catch {
      // A device without room, or one that keeps nothing: what is told at once is told all the same.
    }
  }
}

/** How long to wait before telling it again, in ms; `done` when it need not be told any more. */
async function post(address: string, body: string): Promise<number | 'done'> {
  try {
    const headers = { 'Content-Type': 'text/plain;charset=UTF-8' };
    const answer = await fetch(address, { method: 'POST', body, headers, keepalive: true, credentials: 'same-origin' });
    if (answer.status >= 500 || answer.status === 429) {
      return Number(answer.headers.get('Retry-After') ?? 0) * 1000;
    }
    return 'done'; // 204: on disk; anything else: it will never be taken
  } catch {
    return 0;
  }
}
