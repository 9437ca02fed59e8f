/** As much of it as the tests use. */
declare module 'ws' {
  export default class WebSocket {
    constructor(address: string);
    on(event: 'message', listener: (data: unknown) => void): this;
    once(event: 'open', listener: () => void): this;
    once(event: 'error', listener: (error: Error) => void): this;
    send(data: string): void;
    close(): void;
  }
}
