import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { createAppRouter } from '@/app/router';
import { theme } from '@/app/theme';
import { createQueryClient } from '@/lib/query-client';
import { FakeGateway } from './fake-backend/gateway';

type Options = { path?: string; signedIn?: boolean; gateway?: FakeGateway };

/** Opens the whole console at a path, with a fake gateway behind `fetch`. */
export function renderApp({ path = '/', signedIn = true, gateway = new FakeGateway(0) }: Options = {}) {
  const state = { signedIn };
  const requests: { method: string; path: string; body: unknown }[] = [];
  document.cookie = 'XSRF-TOKEN=token';
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null;
    requests.push({ method, path: url, body });
    const answer = gateway.answer({ method, path: url, body, signedIn: state.signedIn });
    if (answer.signedIn !== undefined) state.signedIn = answer.signedIn;
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    return Promise.resolve(new Response(text, { status: answer.status }));
  });
  const queries = createQueryClient();
  render(
    <MantineProvider theme={theme} env="test">
      <Notifications />
      <QueryClientProvider client={queries}>
        <RouterProvider router={createAppRouter(createMemoryHistory({ initialEntries: [path] }))} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { gateway, requests, state, queries };
}
