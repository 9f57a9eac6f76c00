import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { FakeGateway } from './gateway.ts';

const csp =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'";

/** Serves the fake gateway under /api, in development and for a built console. */
export function fakeBackend(): Plugin {
  const gateway = new FakeGateway();
  return {
    name: 'fake-backend',
    configureServer: (server) => void server.middlewares.use(handler(gateway)),
    configurePreviewServer: (server) => void server.middlewares.use(withPolicy).use(handler(gateway)),
  };
}

const withPolicy: Connect.NextHandleFunction = (_request, response, next) => {
  response.setHeader('Content-Security-Policy', csp);
  next();
};

function handler(gateway: FakeGateway): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === '/api/events') return stream(gateway, request, response);
    if (!path.startsWith('/api/')) return next();
    void respond(gateway, path, request, response);
  };
}

async function respond(
  gateway: FakeGateway,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const method = request.method ?? 'GET';
  const cookies = new Map(
    (request.headers.cookie ?? '').split('; ').map((pair) => pair.split('=') as [string, string]),
  );
  const token = cookies.get('XSRF-TOKEN');
  if (method !== 'GET' && (!token || request.headers['x-xsrf-token'] !== token))
    return end(response, 403, { title: 'Forbidden', detail: 'The CSRF token is missing.' });
  const text = await textOf(request);
  const answer = gateway.answer({
    method,
    path,
    body: text === '' ? null : JSON.parse(text),
    text,
    signedIn: cookies.has('SESSION'),
  });
  const set = token ? [] : [`XSRF-TOKEN=${crypto.randomUUID()}; Path=/`];
  if (answer.signedIn !== undefined)
    set.push(`SESSION=1; Path=/; HttpOnly${answer.signedIn ? '' : '; Max-Age=0'}`);
  response.setHeader('Set-Cookie', set);
  end(response, answer.status, answer.body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function end(response: ServerResponse, status: number, body: unknown) {
  response.statusCode = status;
  response.setHeader('Content-Type', status >= 400 ? 'application/problem+json' : 'application/json');
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function stream(gateway: FakeGateway, request: IncomingMessage, response: ServerResponse) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
  response.write(': hello\n\n');
  const heartbeat = setInterval(() => response.write(': still here\n\n'), 20_000);
  const stop = gateway.onChange((customer) =>
    response.write(`event: simulator\ndata: ${JSON.stringify({ customer })}\n\n`),
  );
  request.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
