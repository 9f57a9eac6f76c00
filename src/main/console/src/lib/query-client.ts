import { QueryClient } from '@tanstack/react-query';
import { Problem } from './http';

function worthAnotherTry(failures: number, error: unknown): boolean {
  const refused = error instanceof Problem && error.status >= 400 && error.status < 500;
  return !refused && failures < 2;
}

export function createQueryClient(retryDelay = 800): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // A gateway on this machine or network answers even when the browser believes to be offline.
      queries: { networkMode: 'always', retry: worthAnotherTry, retryDelay, staleTime: 5_000 },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
