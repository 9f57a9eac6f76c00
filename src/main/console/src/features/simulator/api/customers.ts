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
