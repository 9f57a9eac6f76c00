import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/lib/http';

export type ErpTrouble = { latencyMillis: number; failure: string };
export type DemoErp = ErpTrouble & { failures: { value: string; label: string }[] };

export const noTrouble: ErpTrouble = { latencyMillis: 0, failure: 'NONE' };

export function isTroubled(erp: ErpTrouble): boolean {
  return erp.failure !== noTrouble.failure || erp.latencyMillis !== noTrouble.latencyMillis;
}

export const demoErpQuery = queryOptions({
  queryKey: ['simulator', 'erp'],
  queryFn: ({ signal }) => request<DemoErp>('GET', '/api/simulator/erp', undefined, { signal }),
});

export function useSetErpTrouble() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (trouble: ErpTrouble) => request<void>('PUT', '/api/simulator/erp', trouble),
    onSuccess: () => queries.invalidateQueries(demoErpQuery),
  });
}
