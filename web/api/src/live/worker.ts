import { type Listener, type LiveCommand, LiveHub } from './hub';

/** Lives once per browser, however many tabs are open: browsers allow only a handful of streams to one host. */
const hub = new LiveHub(() => new EventSource('/sse'));

addEventListener('connect', (event) => {
  const port = (event as MessageEvent).ports[0];
  if (!port) {
    return;
  }
  const listener: Listener = (message) => port.postMessage(message);
  port.onmessage = ({ data }: MessageEvent<LiveCommand>) => {
    if (data.kind === 'join') {
      hub.join(data.key, listener);
    } else {
      hub.leave(listener);
    }
  };
});
