import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/lib/http';

export type Customer = { id: string; name: string; phone: string | null; userId: string };
/** `business` is the name customers see at the top of the chat. */
export type Customers = { customers: Customer[]; business?: string; unreachable?: string[] };

export const customersQuery = queryOptions({
  queryKey: ['simulator', 'customers'],
  queryFn: ({ signal }) => request<Customers>('GET', '/api/simulator/customers', undefined, { signal }),
});

export function useCreateCustomer() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (customer: { hiddenNumber: boolean }) =>
      request<Customer>('POST', '/api/simulator/customers', customer),
    onSuccess: (created) => {
      queries.setQueryData(customersQuery.queryKey, (known) => ({
        ...known,
        customers: [...(known?.customers ?? []).filter(({ id }) => id !== created.id), created],
      }));
      return queries.invalidateQueries(customersQuery);
    },
  });
}

/** Whether messages to a customer get through; where they do not, WhatsApp refuses them. */
export function useSetReach() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reachable }: { id: string; reachable: boolean }) =>
      request<void>('PUT', `/api/simulator/customers/${encodeURIComponent(id)}/reach`, { reachable }),
    onSuccess: () => queries.invalidateQueries(customersQuery),
  });
}
