import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { gateway } from '@/lib/gateway';

/** Whoever looks at the list has seen what is new. */
export function useSeenOrders(listedAt: number): void {
  const queries = useQueryClient();
  const { mutate } = gateway.useMutation('post', '/api/v1/me/new-orders/seen', {
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['get', '/api/v1/me/new-orders'] }),
  });
  useEffect(() => {
    if (listedAt > 0) mutate({});
  }, [listedAt, mutate]);
}
