import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { App } from '@/app/App';
import { createAppRouter } from '@/app/router';
import { createQueryClient } from '@/lib/query-client';
import { FakeGateway } from './fake-backend/gateway';

type Options = { path?: string; signedIn?: boolean; gateway?: FakeGateway };

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
      body: text === '' ? null : (JSON.parse(text) as unknown),
    };
    requests.push(request);
    const answer = gateway.answer({ ...request, signedIn: state.signedIn });
    if (answer.signedIn !== undefined) state.signedIn = answer.signedIn;
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
      status: answer.status,
    });
  });
  const queries = createQueryClient();
  const router = createAppRouter(createMemoryHistory({ initialEntries: [path] }));
  render(<App queries={queries} router={router} env="test" />);
  return { gateway, requests, state, queries, router };
}
