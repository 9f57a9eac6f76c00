import {
  Activity,
  BellRing,
  BriefcaseBusiness,
  Hourglass,
  LayoutDashboard,
  LayoutTemplate,
  MessagesSquare,
  Package,
  PackageCheck,
  PlugZap,
  ScrollText,
  Settings,
  ShoppingCart,
  Smartphone,
  Truck,
  Users,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import type app from '@/locales/en/app.json';
import type { Permission } from '@/lib/permissions';

/** What stands in the navigation, in this order. */
export const pages = [
  { to: '/', name: 'overview', Icon: LayoutDashboard, key: 'h', needs: undefined },
  { to: '/chats', name: 'chats', Icon: MessagesSquare, key: 'c', needs: 'CHATS_READ' },
  { to: '/orders', name: 'orders', Icon: ShoppingCart, key: 'o', needs: 'ORDERS_READ' },
  { to: '/fulfilment', name: 'fulfilment', Icon: PackageCheck, key: 'w', needs: 'ORDERS_READ' },
  { to: '/services', name: 'services', Icon: Hourglass, key: 'v', needs: 'SERVICES_READ' },
  { to: '/catalog', name: 'catalog', Icon: Package, key: 'p', needs: 'CATALOG_READ' },
  { to: '/jobs', name: 'jobs', Icon: BriefcaseBusiness, key: 'j', needs: 'JOBS_READ' },
  { to: '/erp', name: 'erp', Icon: PlugZap, key: 'e', needs: 'ERP_READ' },
  { to: '/flows', name: 'flows', Icon: Workflow, key: 'f', needs: 'FLOWS_READ' },
  { to: '/templates', name: 'templates', Icon: LayoutTemplate, key: 't', needs: 'TEMPLATES_READ' },
  { to: '/attention', name: 'attention', Icon: BellRing, key: 'a', needs: 'OPERATIONS_READ' },
  { to: '/operations', name: 'operations', Icon: Activity, key: 'x', needs: 'OPERATIONS_READ' },
  { to: '/settings', name: 'settings', Icon: Settings, key: 'n', needs: 'SETTINGS_READ' },
  { to: '/settings/delivery', name: 'delivery', Icon: Truck, key: 'b', needs: 'CATALOG_READ' },
  { to: '/settings/people', name: 'people', Icon: Users, key: 'u', needs: 'PEOPLE_MANAGE' },
  { to: '/settings/audit', name: 'audit', Icon: ScrollText, key: 'l', needs: 'PEOPLE_MANAGE' },
  { to: '/phone', name: 'phone', Icon: Smartphone, key: 's', needs: 'FLOWS_READ' },
] as const satisfies Page[];

export type Page = {
  to: string;
  /** Of its text under `pages`. */
  name: keyof typeof app.pages;
  Icon: LucideIcon;
  /** Pressed after g it leads there. */
  key: string;
  /** Who lacks it does not see the page. */
  needs: Permission | undefined;
};
