import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Schemas } from '@/lib/gateway';
import { request } from '@/lib/http';

/** One thing that somebody did. What a request alone shows has a status and neither before nor after. */
export type Entry = Schemas['AuditEntry'];

export type AuditFilter = { who?: string; action?: string; subject?: string };

const pageSize = 50;

export const auditPath = (filter: AuditFilter, more: Record<string, string> = {}) => {
  const wanted = Object.entries({ ...filter, ...more }).filter(
    (entry): entry is [string, string] => !!entry[1],
  );
  return `/api/v1/audit?${new URLSearchParams(wanted).toString()}`;
};

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['get', '/api/v1/audit', filter],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) => {
      const page: Record<string, string> = { limit: String(pageSize) };
      if (pageParam !== undefined) page.before = String(pageParam);
      return request<Schemas['AuditEntries']>('GET', auditPath(filter, page), undefined, { signal });
    },
    getNextPageParam: ({ entries }) => (entries.length < pageSize ? undefined : entries.at(-1)?.id),
  });
