import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/lib/http';
import { sessionQuery, type Session } from '@/lib/session';

export type Credentials = { username: string; password: string };

/** Apart from the session that is kept: without that the page would go, and what is not saved on it. */
export const waysInQuery = queryOptions({
  queryKey: ['ways in'],
  queryFn: ({ signal }) => request<Session>('GET', '/api/session', undefined, { signal }),
  gcTime: 0,
});

/** After a sign-in everything is asked again, because everything may have been refused before. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) =>
      request<void>('POST', '/api/session', credentials, { signIn: true }),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useDemoSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('POST', '/api/session/demo', undefined, { signIn: true }),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('DELETE', '/api/session', undefined, { signIn: true }),
    onSuccess: async () => {
      await queries.cancelQueries();
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] });
      await queries.invalidateQueries(sessionQuery);
    },
  });
}

export type FirstAdministrator = Credentials & { token: string };

export function useSetUp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (administrator: FirstAdministrator) =>
      request<void>('POST', '/api/setup', administrator, { signIn: true }),
    onSuccess: () => queries.invalidateQueries(sessionQuery),
  });
}
