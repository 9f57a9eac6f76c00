import {
  BellRing,
  Hourglass,
  LayoutDashboard,
  PackageCheck,
  ShoppingCart,
  Smartphone,
  type LucideIcon,
} from 'lucide-react';
import type { Permission } from '@/lib/permissions';

/** What stands in the navigation, in this order. */
export const pages = [
  { to: '/', name: 'overview', Icon: LayoutDashboard, key: 'h', needs: undefined },
  { to: '/attention', name: 'attention', Icon: BellRing, key: 'a', needs: 'OPERATIONS_READ' },
  { to: '/orders', name: 'orders', Icon: ShoppingCart, key: 'o', needs: 'ORDERS_READ' },
  { to: '/fulfilment', name: 'fulfilment', Icon: PackageCheck, key: 'd', needs: 'ORDERS_READ' },
  { to: '/services', name: 'services', Icon: Hourglass, key: 'v', needs: 'SERVICES_READ' },
  { to: '/phone', name: 'phone', Icon: Smartphone, key: 's', needs: undefined },
] as const satisfies Page[];

export type Page = {
  to: string;
  /** Of its text under `pages`. */
  name: 'overview' | 'phone' | 'attention' | 'orders' | 'fulfilment' | 'services';
  Icon: LucideIcon;
  /** Pressed after g it leads there. */
  key: string;
  /** Who lacks it does not see the page. */
  needs: Permission | undefined;
};
