import { MessagesSquare, Smartphone, type LucideIcon } from 'lucide-react';
import type { Permission } from '@/lib/permissions';

/** What stands in the navigation, in this order. */
export const pages = [
  { to: '/chats', name: 'chats', Icon: MessagesSquare, key: 'c', needs: 'CHATS_READ' },
  { to: '/phone', name: 'phone', Icon: Smartphone, key: 's', needs: undefined },
] as const satisfies Page[];

export type Page = {
  to: string;
  /** Of its text under `pages`. */
  name: 'chats' | 'phone';
  Icon: LucideIcon;
  /** Pressed after g it leads there. */
  key: string;
  /** Who lacks it does not see the page. */
  needs: Permission | undefined;
};
