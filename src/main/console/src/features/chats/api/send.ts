import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { gateway, type Schemas } from '@/lib/gateway';
import { exchange } from '@/lib/http';
import { refreshChat } from './chats';

export type Message = Schemas['Message'];
type ChatFile = Schemas['ChatFile'];

/** Sends one message. What is tried again after an unclear end carries the same key, and goes out once. */
export function useSendMessage(contactId: number) {
  const queries = useQueryClient();
  const tried = useRef<{ body: string; key: string } | null>(null);
  const send = gateway.useMutation('post', '/api/v1/conversations/{contactId}/messages', {
    onSettled: () => refreshChat(queries, contactId),
  });
  return {
    isPending: send.isPending,
    error: send.error as Error | null,
    reset: send.reset,
    send: (message: Message, onSent: () => void) => {
      const body = JSON.stringify(message);
      const key = tried.current?.body === body ? tried.current.key : crypto.randomUUID();
      tried.current = { body, key };
      send.mutate(
        { params: { path: { contactId }, header: { 'Idempotency-Key': key } }, body: message },
        {
          onSuccess: () => {
            tried.current = null;
            onSent();
          },
        },
      );
    },
  };
}

/** Hands a file to the gateway, which keeps it for this customer; the message that names it is sent after. */
export async function keepFile(contactId: number, file: File): Promise<ChatFile> {
  const form = new FormData();
  form.append('file', file);
  const address = new URL(`/api/v1/conversations/${contactId}/files`, window.location.origin);
  const answer = await exchange(
    new Request(address, { method: 'POST', credentials: 'same-origin', body: form }),
  );
  return (await answer.json()) as ChatFile;
}

/** The message that is this file. */
export async function uploadFile(contactId: number, file: File): Promise<Message> {
  const kept = await keepFile(contactId, file);
  return { [kept.kind]: { link: kept.link, filename: kept.filename } };
}
