import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const chromium = PLACES.find(existsSync);

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Answer {
  id?: number;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** A phone of four years ago on a train: a quarter of this machine's speed, 1.6 Mbit/s, 150 ms to and fro. */
export class SlowPhone {
  private number = 0;
  private readonly waiting = new Map<number, (answer: Answer) => void>();

  private constructor(
    private readonly browser: ChildProcess,
    private readonly line: WebSocket,
  ) {
    line.on('message', (data) => {
      const answer = JSON.parse(String(data)) as Answer;
      this.waiting.get(answer.id ?? 0)?.(answer);
    });
  }

  static async start(): Promise<SlowPhone> {
    const home = mkdtempSync(join(tmpdir(), 'slow-phone-'));
    const quiet = [
      '--no-sandbox',
      '--headless=new',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
    ];
    const browser = spawn(
      chromium ?? '',
      [...quiet, '--remote-debugging-port=0', `--user-data-dir=${home}`, '--window-size=390,844', 'about:blank'],
      { stdio: 'ignore' },
    );
    const note = join(home, 'DevToolsActivePort');
    for (let tries = 0; tries < 150 && !existsSync(note); tries++) {
      await pause(100);
    }
    await pause(200);
    const port = readFileSync(note, 'utf8').split('\n')[0];
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
      type: string;
      webSocketDebuggerUrl: string;
    }[];
    const line = new WebSocket(targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? '');
    await new Promise<void>((resolve, reject) => {
      line.once('open', resolve);
      line.once('error', reject);
    });
    const phone = new SlowPhone(browser, line);
    await phone.ask('Page.enable');
    await phone.ask('Network.enable');
    await phone.ask('Emulation.setDeviceMetricsOverride', {
      width: 390,
      height: 844,
      deviceScaleFactor: 3,
      mobile: true,
    });
    await phone.ask('Emulation.setCPUThrottlingRate', { rate: 4 });
    const speed = (1.6 * 1024 * 1024) / 8;
    await phone.ask('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: speed,
      uploadThroughput: speed / 2,
    });
    return phone;
  }

  /** What Chromium measured while the page was opened and read to its end. */
  async measure(address: string): Promise<{ lcp: number; cls: number }> {
    await this.ask('Page.addScriptToEvaluateOnNewDocument', {
      source: `window.seen={lcp:0,cls:0};
        new PerformanceObserver(l=>{for(const e of l.getEntries())seen.lcp=e.startTime}).observe({type:'largest-contentful-paint',buffered:true});
        new PerformanceObserver(l=>{for(const e of l.getEntries())seen.cls+=e.value}).observe({type:'layout-shift',buffered:true});`,
    });
    await this.ask('Page.navigate', { url: address });
    await pause(4000);
    for (let step = 1; step <= 6; step++) {
      await this.evaluate(`scrollTo(0, document.body.scrollHeight * ${step} / 6)`);
      await pause(500);
    }
    return (await this.evaluate('seen')) as { lcp: number; cls: number };
  }

  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.ask('Runtime.evaluate', { expression, returnByValue: true });
    return (result as { value?: unknown } | undefined)?.value;
  }

  stop(): void {
    this.line.close();
    this.browser.kill('SIGKILL');
  }

  private ask(method: string, params: object = {}): Promise<Record<string, unknown>> {
    this.number += 1;
    const id = this.number;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ result, error }) => {
        this.waiting.delete(id);
        if (error) {
          reject(new Error(`${method}: ${error.message}`));
        } else {
          resolve(result ?? {});
        }
      });
      this.line.send(JSON.stringify({ id, method, params }));
    });
  }
}
