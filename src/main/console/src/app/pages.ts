import {
  BriefcaseBusiness,
  LayoutDashboard,
  Package,
  Smartphone,
  Truck,
  type LucideIcon,
} from 'lucide-react';
import type { Permission } from '@/lib/permissions';

/** What stands in the navigation, in this order. */
export const pages = [
  { to: '/', name: 'overview', Icon: LayoutDashboard, key: 'h', needs: undefined },
  { to: '/catalog', name: 'catalog', Icon: Package, key: 'c', needs: 'CATALOG_READ' },
  { to: '/jobs', name: 'jobs', Icon: BriefcaseBusiness, key: 'j', needs: 'JOBS_READ' },
  { to: '/settings/delivery', name: 'delivery', Icon: Truck, key: 'd', needs: 'CATALOG_READ' },
  { to: '/phone', name: 'phone', Icon: Smartphone, key: 's', needs: undefined },
] as const satisfies Page[];

export type Page = {
  to: string;
  /** Of its text under `pages`. */
  name: 'overview' | 'phone' | 'catalog' | 'jobs' | 'delivery';
  Icon: LucideIcon;
  /** Pressed after g it leads there. */
  key: string;
  /** Who lacks it does not see the page. */
  needs: Permission | undefined;
};
