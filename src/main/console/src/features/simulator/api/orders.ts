import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/lib/http';

export type Order = {
  orderNumber: string;
  externalOrderId: string;
  customer: string;
  status: string;
  total: string;
  currency: string;
  items: { name: string; qty: number; unitPrice: string }[];
  note: string | null;
  address: string | null;
  createdAt: string;
};

export const ordersQuery = (poll = false) =>
  queryOptions({
    queryKey: ['simulator', 'orders'],
    queryFn: ({ signal }) =>
      request<{ orders: Order[] }>('GET', '/api/simulator/orders', undefined, { signal }),
    refetchInterval: poll ? 5_000 : false,
  });

/** As if somebody did so in the ERP, which then tells the gateway. */
export function useMoveOrder() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ externalOrderId, status }: { externalOrderId: string; status: string }) =>
      request<void>('PUT', `/api/simulator/orders/${encodeURIComponent(externalOrderId)}`, { status }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['simulator', 'orders'] }),
  });
}
