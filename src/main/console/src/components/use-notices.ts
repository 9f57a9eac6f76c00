import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { gateway } from '@/lib/gateway';
import { useLiveEvent } from '@/lib/live-context';
import { useMay } from '@/lib/session';

const stopped = (kind: string) => Number(kind === 'channel-stopped');

/**
 * What goes on until somebody sets it right: first that nothing goes out, then the newest. The daily digest is left out: what it counts
 * stands beside it, as it is now.
 */
export function useNotices() {
  const may = useMay();
  const queries = useQueryClient();
  const refresh = useCallback(
    () => void queries.invalidateQueries({ queryKey: ['get', '/api/v1/notices'] }),
    [queries],
  );
  useLiveEvent('notices', refresh);
  const list = gateway.useQuery('get', '/api/v1/notices', undefined, {
    enabled: may('OPERATIONS_READ'),
    select: ({ notices }) =>
      notices
        .filter(({ kind }) => kind !== 'digest')
        .toSorted((one, other) => stopped(other.kind) - stopped(one.kind)),
  });
  return { list, refresh };
}
