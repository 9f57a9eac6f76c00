import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { gateway } from '@/lib/gateway';
import { useLiveEvent } from '@/lib/live-context';
import { useMay } from '@/lib/session';

/** What goes on until somebody sets it right. The daily digest is left out: what it counts stands beside it, as it is now. */
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
    select: ({ notices }) => notices.filter(({ kind }) => kind !== 'digest'),
  });
  return { list, refresh };
}
