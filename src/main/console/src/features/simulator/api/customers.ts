import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/lib/http';
import { customersQuery, type Customer } from '@/lib/simulated-customers';

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

/** As if the customer had written last so many hours earlier: the 24 hours are over until they write again. */
export function useLetTimePass() {
  return useMutation({
    mutationFn: ({ id, hours }: { id: string; hours: number }) =>
      request<void>('POST', `/api/simulator/customers/${encodeURIComponent(id)}/silence`, { hours }),
  });
}
