import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import type { Permission } from '@/lib/permissions';
import { Frame } from './Frame';
import { NotFound } from './NotFound';
import { PageError } from './PageError';
import { SignedIn } from './SignedIn';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: text(search.token) }),
  component: lazyRouteComponent(() => import('@/features/access/components/SetUpPage'), 'SetUpPage'),
});

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });

const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/phone', replace: true });
  },
});

const phone = createRoute({
  getParentRoute: () => signedIn,
  path: '/phone',
  validateSearch: (search: Record<string, unknown>): { customer?: string; tab?: string } => ({
    customer: text(search.customer),
    tab: text(search.tab),
  }),
  component: lazyRouteComponent(() => import('@/features/simulator/components/PhonePage'), 'PhonePage'),
});

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Search parameters stay plain text: a customer id is digits, and must not become a number. */
export function createAppRouter(history?: RouterHistory) {
  return createRouter({
    routeTree: root.addChildren([setUp, signedIn.addChildren([start, phone])]),
    history,
    defaultPreload: 'intent',
    defaultErrorComponent: PageError,
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const entries = Object.entries(search).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      );
      const query = new URLSearchParams(entries).toString();
      return query === '' ? '' : `?${query}`;
    },
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
  interface StaticDataRouteOption {
    /** Who lacks it is told so instead of seeing the page. */
    needs?: Permission;
  }
}
