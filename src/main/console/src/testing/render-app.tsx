import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { App } from '@/app/App';
import { createAppRouter } from '@/app/router';
import { createQueryClient } from '@/lib/query-client';
import { FakeGateway } from './fake-backend/gateway';

type Options = { path?: string; signedIn?: boolean; gateway?: FakeGateway };

/** What is no JSON, such as a flow that somebody works on, is text. */
function readBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Opens the whole console at a path, with a fake gateway behind `fetch`. */
export function renderApp({ path = '/phone', signedIn = true, gateway = new FakeGateway(0) }: Options = {}) {
  const state = { signedIn };
  const requests: { method: string; path: string; body: unknown }[] = [];
  document.cookie = 'XSRF-TOKEN=token';
  vi.stubGlobal('fetch', async (asked: Request) => {
    const { pathname, search } = new URL(asked.url);
    const text = await asked.text();
    const request = {
      method: asked.method,
      path: pathname + search,
      body: text === '' ? null : readBody(text),
      text,
      headers: Object.fromEntries([...asked.headers].map(([name, value]) => [name.toLowerCase(), value])),
    };
    requests.push(request);
    await gateway.meanwhile(request);
    const answer = gateway.answer({ ...request, signedIn: state.signedIn });
    if (answer.signedIn !== undefined) state.signedIn = answer.signedIn;
    const body = answer.text ?? (answer.body === undefined ? null : JSON.stringify(answer.body));
    return new Response(body, { status: answer.status, headers: answer.headers });
  });
  const queries = createQueryClient(0);
  const router = createAppRouter(createMemoryHistory({ initialEntries: [path] }));
  render(<App queries={queries} router={router} env="test" />);
  return { gateway, requests, state, queries, router };
}
