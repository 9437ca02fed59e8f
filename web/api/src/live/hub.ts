/** What a tab hears. */
export type LiveMessage =
  | { kind: 'event'; topic: string; id: string }
  | { kind: 'reset' }
  | { kind: 'bye'; reason: string | null };

/** What a tab says. The key names account and place: another key means another stream. */
export type LiveCommand = { kind: 'join'; key: string } | { kind: 'leave' };

export interface Stream {
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
  readonly readyState: number;
}

export type Listener = (message: LiveMessage) => void;

const CLOSED = 2;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * One stream for all tabs of a browser. The browser itself resumes a broken stream and tells the server the last event
 * it saw. Only when the server refused the stream does the hub open a new one, after a growing pause; what was missed
 * is unknown then, so every tab is told to fetch again.
 */
export class LiveHub {
  private readonly listeners = new Set<Listener>();
  private stream: Stream | null = null;
  private key: string | null = null;
  private pause = FIRST_PAUSE;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly open: () => Stream) {}

  join(key: string, listener: Listener) {
    this.listeners.add(listener);
    if (key !== this.key || (this.stream === null && this.timer === null)) {
      this.hangUp();
      this.key = key;
      this.dial(false);
    }
  }

  leave(listener: Listener) {
    this.listeners.delete(listener);
    if (this.listeners.size === 0) {
      this.hangUp();
    }
  }

  private dial(again: boolean) {
    const stream = this.open();
    this.stream = stream;
    const ours = (act: (event: MessageEvent<string>) => void) => (event: MessageEvent<string>) => {
      if (this.stream === stream) {
        act(event);
      }
    };
    stream.addEventListener(
      'open',
      ours(() => {
        this.pause = FIRST_PAUSE;
        if (again) {
          this.tell({ kind: 'reset' });
        }
      }),
    );
    stream.addEventListener(
      'message',
      ours((event) => this.hear(event.data)),
    );
    stream.addEventListener(
      'reset',
      ours(() => this.tell({ kind: 'reset' })),
    );
    stream.addEventListener(
      'bye',
      ours((event) => this.bye(event.data)),
    );
    stream.addEventListener(
      'error',
      ours(() => stream.readyState === CLOSED && this.dialLater()),
    );
  }

  private hear(data: string) {
    const { topic, id, reason } = parsed(data);
    if (topic === 'reset') {
      this.tell({ kind: 'reset' });
    } else if (topic === 'bye') {
      this.bye(JSON.stringify({ reason: reason ?? id }));
    } else if (topic) {
      this.tell({ kind: 'event', topic, id: id ?? '' });
    }
  }

  private bye(data: string) {
    this.hangUp();
    this.tell({ kind: 'bye', reason: parsed(data).reason ?? null });
  }

  private dialLater() {
    this.stream?.close();
    this.stream = null;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.dial(true);
    }, this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  private hangUp() {
    if (this.timer !== null) {
      clearTimeout(this.timer);
      this.timer = null;
    }
    this.stream?.close();
    this.stream = null;
    this.key = null;
    this.pause = FIRST_PAUSE;
  }

  private tell(message: LiveMessage) {
    for (const listener of [...this.listeners]) {
      listener(message);
    }
  }
}

function parsed(data: string): { topic?: string; id?: string; reason?: string } {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? value : { reason: String(value) };
  } catch {
    return data ? { reason: data } : {};
  }
}
