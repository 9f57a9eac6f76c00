import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Permission } from './permissions';
import { request } from './http';

export type Session = {
  user: { name: string; roles: string[]; permissions: Permission[] } | null;
  demo: boolean;
  setupRequired: boolean;
  /** Other systems to sign in by. */
  ways?: { name: string; path: string }[];
};

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => request<Session>('GET', '/api/session', undefined, { signal }),
  staleTime: Infinity,
});

/** Says what the person at this browser may do. The server decides; this only leaves out what it would refuse. */
export function useMay(): (permission: Permission) => boolean {
  const { data } = useQuery(sessionQuery);
  return (permission) => data?.user?.permissions.includes(permission) ?? false;
}
