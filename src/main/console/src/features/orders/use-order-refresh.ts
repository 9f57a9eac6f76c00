import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Asks the gateway again for all that is shown of orders. */
export function useOrderRefresh(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    void queries.invalidateQueries({
      predicate: ({ queryKey: [, path] }) =>
        typeof path === 'string' &&
        path.startsWith('/api/v1/orders') &&
        // The ERP is asked when somebody wants it.
        path !== '/api/v1/orders/{order}/erp',
    });
  }, [queries]);
}
