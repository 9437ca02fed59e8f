import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { World } from './world.ts';

/** Answers the HTTP contract from memory, so that screens can be looked at while no server runs. Never in a build. */
export function mock(): Plugin {
  const world = new World();
  return {
    name: 'tilth-mock',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        if (url.pathname === '/sse') {
          openStream(response);
        } else if (url.pathname.startsWith('/api/')) {
          void answer(world, request, response, url);
        } else {
          next();
        }
      });
    },
  };
}

async function answer(world: World, request: IncomingMessage, response: ServerResponse, url: URL) {
  const body = await bodyOf(request);
  const cookies = new Map(
    (request.headers.cookie ?? '').split('; ').map((part) => part.split('=') as [string, string]),
  );
  const reply = world.answer({
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    body,
    session: cookies.get('tilth') ?? null,
  });
  if (reply.cookie !== undefined) {
    response.setHeader('Set-Cookie', [`tilth=${reply.cookie}; Path=/`, 'XSRF-TOKEN=mock; Path=/']);
  } else if (!cookies.has('XSRF-TOKEN')) {
    response.setHeader('Set-Cookie', 'XSRF-TOKEN=mock; Path=/');
  }
  for (const [name, value] of Object.entries(reply.headers ?? {})) {
    response.setHeader(name, value);
  }
  response.statusCode = reply.status;
  response.setHeader('Content-Type', reply.status < 400 ? 'application/json' : 'application/problem+json');
  await new Promise((resolve) => setTimeout(resolve, 120));
  response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text ? JSON.parse(text) : {};
}

function openStream(response: ServerResponse) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': hello\n\n');
  const beat = setInterval(() => response.write(': beat\n\n'), 15_000);
  response.on('close', () => clearInterval(beat));
}
