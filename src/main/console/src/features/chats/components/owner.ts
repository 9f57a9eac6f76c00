import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '@/lib/session';
import type { Chat } from '../api/chats';

export type Owner = 'bot' | 'you' | 'person' | 'nobody';

/** Who answers, as seen by whoever is signed in. */
export function useOwner(chat: Chat): Owner {
  const { data } = useQuery(sessionQuery);
  if (chat.owner === 'bot') return 'bot';
  if (chat.assignee == null) return 'nobody';
  return chat.assignee === data?.user?.name ? 'you' : 'person';
}

export function useOwnerName(chat: Chat): string {
  const { t } = useTranslation('chats');
  return t(`owner.${useOwner(chat)}`, { name: chat.assignee });
}

/** The colleague who would lose the chat; null: nobody would. */
export function useColleague(chat: Chat): string | null {
  const { data } = useQuery(sessionQuery);
  return chat.assignee != null && chat.assignee !== data?.user?.name ? chat.assignee : null;
}
