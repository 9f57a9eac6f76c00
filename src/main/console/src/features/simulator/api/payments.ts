import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/lib/http';

export type Payment = {
  paymentId: string;
  orderNumber: string;
  status: string;
  amount: string;
  currency: string;
  createdAt: string;
};

export type Settlement = { paymentId: string; status: 'PAID' | 'FAILED' };

export const paymentsQuery = queryOptions({
  queryKey: ['simulator', 'payments'],
  queryFn: ({ signal }) =>
    request<{ payments: Payment[] }>('GET', '/api/simulator/payments', undefined, { signal }),
  refetchInterval: 5_000,
});

export function useSettlePayment() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ paymentId, status }: Settlement) =>
      request<void>('PUT', `/api/simulator/payments/${encodeURIComponent(paymentId)}`, { status }),
    onSettled: () => queries.invalidateQueries(paymentsQuery),
  });
}
