import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/lib/http';

export type Order = {
  orderNumber: string;
  externalOrderId: string;
  customer: string;
  status: string;
  paid: boolean;
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

/** What somebody does with an order in the ERP, which then tells the gateway. */
export type OrderMove = { status: string } | 'paid in cash';

export function useMoveOrder() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ externalOrderId, move }: { externalOrderId: string; move: OrderMove }) => {
      const order = `/api/simulator/orders/${encodeURIComponent(externalOrderId)}`;
      return move === 'paid in cash'
        ? request<void>('PUT', `${order}/cash`)
        : request<void>('PUT', order, move);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['simulator', 'orders'] }),
  });
}
