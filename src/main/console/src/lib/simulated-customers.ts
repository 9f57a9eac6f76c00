import { queryOptions } from '@tanstack/react-query';
import { request } from './http';

/** Somebody whose phone is shown in the console; there are none where a real number is connected. */
export type Customer = { id: string; name: string; phone: string | null; userId: string };
/** `business` is the name customers see at the top of the chat. */
export type Customers = { customers: Customer[]; business?: string; unreachable?: string[] };

export const customersQuery = queryOptions({
  queryKey: ['simulator', 'customers'],
  queryFn: ({ signal }) => request<Customers>('GET', '/api/simulator/customers', undefined, { signal }),
});
