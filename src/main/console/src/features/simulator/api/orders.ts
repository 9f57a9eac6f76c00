import { queryOptions } from '@tanstack/react-query';
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
