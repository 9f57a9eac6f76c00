import { LayoutDashboard, ScrollText, Smartphone, Users, type LucideIcon } from 'lucide-react';
import type { Permission } from '@/lib/permissions';

/** What stands in the navigation, in this order. */
export const pages = [
  { to: '/', name: 'overview', Icon: LayoutDashboard, key: 'h', needs: undefined },
  { to: '/settings/people', name: 'people', Icon: Users, key: 'u', needs: 'PEOPLE_MANAGE' },
  { to: '/settings/audit', name: 'audit', Icon: ScrollText, key: 'l', needs: 'PEOPLE_MANAGE' },
  { to: '/phone', name: 'phone', Icon: Smartphone, key: 's', needs: undefined },
] as const satisfies Page[];

export type Page = {
  to: string;
  /** Of its text under `pages`. */
  name: 'overview' | 'people' | 'audit' | 'phone';
  Icon: LucideIcon;
  /** Pressed after g it leads there. */
  key: string;
  /** Who lacks it does not see the page. */
  needs: Permission | undefined;
};
