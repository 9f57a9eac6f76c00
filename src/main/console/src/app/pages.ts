import { Smartphone, type LucideIcon } from 'lucide-react';
import type { Permission } from '@/lib/permissions';

/** What stands in the navigation, in this order. */
export const pages = [
  { to: '/phone', name: 'phone', Icon: Smartphone, key: 's', needs: undefined },
] as const satisfies Page[];

export type Page = {
  to: string;
  /** Of its text under `pages`. */
  name: 'phone';
  Icon: LucideIcon;
  /** Pressed after g it leads there. */
  key: string;
  /** Who lacks it does not see the page. */
  needs: Permission | undefined;
};
