import { useQueryClient } from '@tanstack/react-query';
import { gateway } from '@/lib/gateway';
import { refreshChat } from './chats';

/** Who answers a chat: taken over from the bot or a colleague, handed back, given to somebody. */
export function useOwnership(contactId: number) {
  const queries = useQueryClient();
  const onSettled = () => refreshChat(queries, contactId);
  const path = { contactId };
  const take = gateway.useMutation('post', '/api/v1/conversations/{contactId}/takeover', { onSettled });
  const back = gateway.useMutation('post', '/api/v1/conversations/{contactId}/hand-back', { onSettled });
  const give = gateway.useMutation('post', '/api/v1/conversations/{contactId}/assignee', { onSettled });
  return {
    isPending: take.isPending || back.isPending || give.isPending,
    error: (take.error ?? back.error ?? give.error) as Error | null,
    takeOver: (fromOthers: boolean) => take.mutate({ params: { path }, body: { takeOver: fromOthers } }),
    handBack: (how: 'resume' | 'restart' | 'end') => back.mutate({ params: { path }, body: { how } }),
    assign: (assignee: string | null) =>
      give.mutate({ params: { path }, body: { assignee: assignee ?? undefined } }),
  };
}
