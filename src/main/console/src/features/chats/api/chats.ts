import { keepPreviousData, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { gateway, type Schemas } from '@/lib/gateway';
import { useLiveEvent } from '@/lib/live-context';

export type Chat = Schemas['ChatView'];
export type ThreadItem = Schemas['ThreadItem'];
export type SendableTemplate = Schemas['SendableTemplate'];
export type QuickReply = Schemas['QuickReply'];

export const filters = ['mine', 'unassigned', 'waiting', 'human', 'bot', 'all'] as const;
export type Filter = (typeof filters)[number];

const list = ['get', '/api/v1/conversations'] as const;
export const chatCounts = ['get', '/api/v1/conversations/counts'] as const;
const services = ['get', '/api/v1/services'] as const;
const ofChat = [
  '/api/v1/conversations/{contactId}/thread',
  '/api/v1/conversations/{contactId}/summary',
  '/api/v1/conversations/{contactId}/state',
  '/api/v1/conversations/{contactId}/orders',
] as const;

export function useChatList(filter: Filter, q: string, unread: boolean) {
  return gateway.useInfiniteQuery(
    'get',
    '/api/v1/conversations',
    { params: { query: { filter, q, unread } } },
    {
      pageParamName: 'after',
      // Not undefined, which would be sent as 0.
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }: { next?: string | null }) => next ?? undefined,
      placeholderData: keepPreviousData,
    },
  );
}

export const useChatCounts = (enabled = true) =>
  gateway.useQuery('get', '/api/v1/conversations/counts', undefined, { enabled });

/** Paid time that is over keeps people from writing. */
export const servicesOf = (contact: number) => ({ params: { query: { contact, limit: 50 } } });

const of = (contactId: number) => ({ params: { path: { contactId } } });

export const useChat = (contactId: number) =>
  gateway.useQuery('get', '/api/v1/conversations/{contactId}/summary', of(contactId));

/** The newest page first; each page oldest first. */
export function useThread(contactId: number) {
  return gateway.useInfiniteQuery('get', '/api/v1/conversations/{contactId}/thread', of(contactId), {
    pageParamName: 'before',
    // Not undefined, which would be sent as 0.
    initialPageParam: null as string | null,
    getNextPageParam: ({ older }: { older?: string | null }) => older ?? undefined,
  });
}

/** Everything that may have changed for one chat, and its place in the list. */
export function refreshChat(queries: QueryClient, contactId: number): void {
  void queries.invalidateQueries({ queryKey: list });
  void queries.invalidateQueries({ queryKey: chatCounts });
  for (const path of ofChat) void queries.invalidateQueries({ queryKey: ['get', path, of(contactId)] });
  void queries.invalidateQueries({ queryKey: [...services, servicesOf(contactId)] });
}

/** Asks again for what the gateway says has changed. */
export function useChatEvents(): void {
  const queries = useQueryClient();
  const hear = useCallback(
    (data: unknown) => {
      const { contactId } = (data ?? {}) as { contactId?: number };
      void queries.invalidateQueries({ queryKey: list });
      void queries.invalidateQueries({ queryKey: chatCounts });
      for (const path of ofChat)
        void queries.invalidateQueries({
          queryKey: contactId === undefined ? ['get', path] : ['get', path, of(contactId)],
        });
      void queries.invalidateQueries({
        queryKey: contactId === undefined ? services : [...services, servicesOf(contactId)],
      });
    },
    [queries],
  );
  useLiveEvent('message', hear);
  useLiveEvent('status', hear);
  useLiveEvent('conversation', hear);
}
