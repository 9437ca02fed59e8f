import { type Listener, type LiveCommand, LiveHub, type LiveMessage } from './hub';

/** Joins the browser's one stream, by a shared worker where there are any. Returns how to leave. */
export function connectLive(key: string, listener: Listener): () => void {
  const join = typeof SharedWorker === 'undefined' ? alone : shared;
  let leave = join(key, listener);
  const onHide = () => leave();
  const onShow = (event: PageTransitionEvent) => {
    if (event.persisted) {
      leave = join(key, listener);
      listener({ kind: 'reset' });
    }
  };
  window.addEventListener('pagehide', onHide);
  window.addEventListener('pageshow', onShow);
  return () => {
    window.removeEventListener('pagehide', onHide);
    window.removeEventListener('pageshow', onShow);
    leave();
  };
}

function shared(key: string, listener: Listener): () => void {
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'tilth-live' });
  let fallback: (() => void) | null = null;
  worker.onerror = () => {
    fallback ??= alone(key, listener);
  };
  worker.port.onmessage = ({ data }: MessageEvent<LiveMessage>) => listener(data);
  const say = (command: LiveCommand) => worker.port.postMessage(command);
  say({ kind: 'join', key });
  return () => {
    say({ kind: 'leave' });
    worker.port.close();
    fallback?.();
  };
}

function alone(key: string, listener: Listener): () => void {
  if (typeof EventSource === 'undefined') {
    return () => {};
  }
  const hub = new LiveHub(() => new EventSource('/sse'));
  hub.join(key, listener);
  return () => hub.leave(listener);
}
