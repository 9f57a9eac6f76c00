import { queryOptions } from '@tanstack/react-query';
import { request } from '@/lib/http';
import type { Customer } from '@/lib/simulated-customers';

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'failed';

/** `in` is what the customer sent, `out` what the gateway sent; `wire` is the exact JSON of WhatsApp. */
export type ChatMessage = {
  id: string;
  direction: 'in' | 'out';
  at: string;
  wire: unknown;
  status: DeliveryStatus | null;
  rendered: { body: string; footer: string | null; buttons: { label: string; target: string }[] } | null;
};

export type CallOutcome = 'ok' | 'empty' | 'refused' | 'down' | 'unknown';

export type ErpCall = {
  id: string;
  at: string;
  operation: string;
  method: string;
  url: string;
  request: unknown;
  status: number | null;
  answer: unknown;
  outcome: CallOutcome;
  tookMillis: number;
  detail: string | null;
};

export type FlowSession = { flow: string; step: string; variables: unknown; cart: unknown };

export type Conversation = {
  customer: Customer;
  messages: ChatMessage[];
  calls: ErpCall[];
  session: FlowSession | null;
};

/** `poll` is for the time the live connection is cut. */
export const conversationQuery = (customer: string, poll = false) =>
  queryOptions({
    queryKey: ['simulator', 'conversation', customer],
    queryFn: ({ signal }) =>
      request<Conversation>('GET', `/api/simulator/customers/${encodeURIComponent(customer)}`, undefined, {
        signal,
      }),
    refetchInterval: poll ? 3_000 : false,
  });
