import { notifications } from '@mantine/notifications';
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '@/lib/http';
import { conversationQuery } from './conversation';

/** What a customer can do on the phone. */
export type CustomerAction =
  | { type: 'text'; text: string }
  | { type: 'button_reply'; id: string; title: string; contextId: string }
  | { type: 'list_reply'; id: string; title: string; description?: string; contextId: string }
  | { type: 'quick_reply'; payload: string; text: string; contextId: string }
  | { type: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { type: 'contact_share' }
  | { type: 'file'; filename: string; mime: string; base64: string };

const sendKey = (customer: string) => ['simulator', 'send', customer];

/** Sends in the order of tapping, one after the other, as a phone does. */
export function useSend(customer: string) {
  const { t } = useTranslation('simulator');
  const queries = useQueryClient();
  return useMutation({
    mutationKey: sendKey(customer),
    scope: { id: `send-${customer}` },
    mutationFn: (action: CustomerAction) =>
      request<void>('POST', `/api/simulator/customers/${encodeURIComponent(customer)}/messages`, action),
    onSuccess: () => queries.invalidateQueries(conversationQuery(customer)),
    onError: (error) =>
      notifications.show({ color: 'red', title: t('phone.notSent'), message: error.message }),
  });
}

/** What is on its way to the gateway. */
export function useSending(customer: string): CustomerAction[] {
  return useMutationState({
    filters: { mutationKey: sendKey(customer), status: 'pending' },
    select: (mutation) => mutation.state.variables as CustomerAction,
  });
}
