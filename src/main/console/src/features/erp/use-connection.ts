import { useQueryClient } from '@tanstack/react-query';
import { gateway } from '@/lib/gateway';
import type { Connection } from './draft';

const key = gateway.queryOptions('get', '/api/erp/connection').queryKey;

export function useConnection() {
  return gateway.useQuery('get', '/api/erp/connection');
}

/** Every change answers the connection as it is then. */
export function useKeepConnection() {
  const queries = useQueryClient();
  return {
    keep: (connection: Connection) => queries.setQueryData(key, connection),
    reread: () => queries.invalidateQueries({ queryKey: key }),
  };
}
