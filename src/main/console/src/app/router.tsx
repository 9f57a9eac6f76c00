import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { orderSearch } from '@/features/orders/search';
import { templateSearch } from '@/features/templates/search';
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

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: text(search.token) }),
  component: lazyRouteComponent(() => import('@/features/access/components/InvitePage'), 'InvitePage'),
});

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/overview/components/OverviewPage'), 'OverviewPage'),
});

const guide = createRoute({
  getParentRoute: () => signedIn,
  path: '/setup-guide',
  staticData: { needs: 'SETTINGS_READ' },
  component: lazyRouteComponent(() => import('@/features/guide/components/GuidePage'), 'GuidePage'),
});

const operations = createRoute({
  getParentRoute: () => signedIn,
  path: '/operations',
  staticData: { needs: 'OPERATIONS_READ' },
  validateSearch: (search: Record<string, unknown>): { tab?: string; reason?: string; period?: string } => ({
    tab: text(search.tab),
    reason: text(search.reason),
    period: text(search.period),
  }),
  component: lazyRouteComponent(
    () => import('@/features/operations/components/OperationsPage'),
    'OperationsPage',
  ),
});

const erp = createRoute({
  getParentRoute: () => signedIn,
  path: '/erp',
  staticData: { needs: 'ERP_READ' },
  validateSearch: (search: Record<string, unknown>): { tab?: string } => ({ tab: text(search.tab) }),
  component: lazyRouteComponent(() => import('@/features/erp/components/ErpPage'), 'ErpPage'),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  staticData: { needs: 'SETTINGS_READ' },
  validateSearch: (search: Record<string, unknown>): { tab?: string } => ({ tab: text(search.tab) }),
  component: lazyRouteComponent(() => import('@/features/settings/components/SettingsPage'), 'SettingsPage'),
});

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/people',
  staticData: { needs: 'PEOPLE_MANAGE' },
  component: lazyRouteComponent(() => import('@/features/people/components/PeoplePage'), 'PeoplePage'),
});

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/audit',
  staticData: { needs: 'PEOPLE_MANAGE' },
  validateSearch: (search: Record<string, unknown>): { who?: string; action?: string; subject?: string } => ({
    who: text(search.who),
    action: text(search.action),
    subject: text(search.subject),
  }),
  component: lazyRouteComponent(() => import('@/features/audit/components/AuditPage'), 'AuditPage'),
});

const phone = createRoute({
  getParentRoute: () => signedIn,
  path: '/phone',
  staticData: { needs: 'FLOWS_READ' },
  validateSearch: (search: Record<string, unknown>): { customer?: string; tab?: string } => ({
    customer: text(search.customer),
    tab: text(search.tab),
  }),
  component: lazyRouteComponent(() => import('@/features/simulator/components/PhonePage'), 'PhonePage'),
});

const catalog = createRoute({
  getParentRoute: () => signedIn,
  path: '/catalog',
  staticData: { needs: 'CATALOG_READ' },
  validateSearch: (search: Record<string, unknown>): { q?: string; show?: string; tab?: string } => ({
    q: text(search.q),
    show: text(search.show),
    tab: text(search.tab),
  }),
  component: lazyRouteComponent(() => import('@/features/catalog/components/CatalogPage'), 'CatalogPage'),
});
/** The page itself shows what is chosen. */
const catalogProduct = createRoute({ getParentRoute: () => catalog, path: '$productId' });

const delivery = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/delivery',
  staticData: { needs: 'CATALOG_READ' },
  component: lazyRouteComponent(() => import('@/features/delivery/components/DeliveryPage'), 'DeliveryPage'),
});

const jobs = createRoute({
  getParentRoute: () => signedIn,
  path: '/jobs',
  staticData: { needs: 'JOBS_READ' },
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: text(search.q) }),
  component: lazyRouteComponent(() => import('@/features/jobs/components/JobsPage'), 'JobsPage'),
});
const job = createRoute({ getParentRoute: () => jobs, path: '$jobId' });

const flows = createRoute({
  getParentRoute: () => signedIn,
  path: '/flows',
  staticData: { needs: 'FLOWS_READ' },
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({ q: text(search.q) }),
  component: lazyRouteComponent(() => import('@/features/flows/components/FlowsPage'), 'FlowsPage'),
});

const flow = createRoute({
  getParentRoute: () => signedIn,
  path: '/flows/$flowId',
  staticData: { needs: 'FLOWS_READ' },
  validateSearch: (search: Record<string, unknown>): { step?: string; side?: string } => ({
    step: text(search.step),
    side: text(search.side),
  }),
  component: lazyRouteComponent(
    () => import('@/features/flows/components/builder/BuilderPage'),
    'BuilderPage',
  ),
});

const orders = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders',
  staticData: { needs: 'ORDERS_READ' },
  validateSearch: orderSearch,
  component: lazyRouteComponent(() => import('@/features/orders/components/OrdersPage'), 'OrdersPage'),
});

const order = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders/$order',
  staticData: { needs: 'ORDERS_READ' },
  validateSearch: (search: Record<string, unknown>): { move?: string } => ({ move: text(search.move) }),
  component: lazyRouteComponent(() => import('@/features/orders/components/OrderPage'), 'OrderPage'),
});

const fulfilment = createRoute({
  getParentRoute: () => signedIn,
  path: '/fulfilment',
  staticData: { needs: 'ORDERS_READ' },
  component: lazyRouteComponent(
    () => import('@/features/orders/components/FulfilmentPage'),
    'FulfilmentPage',
  ),
});

const services = createRoute({
  getParentRoute: () => signedIn,
  path: '/services',
  staticData: { needs: 'SERVICES_READ' },
  validateSearch: (search: Record<string, unknown>): { state?: string } => ({ state: text(search.state) }),
  component: lazyRouteComponent(() => import('@/features/services/components/ServicesPage'), 'ServicesPage'),
});

const attention = createRoute({
  getParentRoute: () => signedIn,
  path: '/attention',
  staticData: { needs: 'OPERATIONS_READ' },
  validateSearch: (search: Record<string, unknown>): { category?: string } => ({
    category: text(search.category),
  }),
  component: lazyRouteComponent(
    () => import('@/features/attention/components/AttentionPage'),
    'AttentionPage',
  ),
});

const templates = createRoute({
  getParentRoute: () => signedIn,
  path: '/templates',
  staticData: { needs: 'TEMPLATES_READ' },
  validateSearch: templateSearch,
  component: lazyRouteComponent(
    () => import('@/features/templates/components/TemplatesPage'),
    'TemplatesPage',
  ),
});

const template = createRoute({
  getParentRoute: () => signedIn,
  path: '/templates/$name',
  staticData: { needs: 'TEMPLATES_READ' },
  component: lazyRouteComponent(() => import('@/features/templates/components/TemplatePage'), 'TemplatePage'),
});

/** Two segments, so that no template is in the way, whatever it is called. */
const templateDraft = createRoute({
  getParentRoute: () => signedIn,
  path: '/templates/drafts/$draft',
  staticData: { needs: 'TEMPLATES_EDIT' },
  validateSearch: (
    search: Record<string, unknown>,
  ): { from?: string; language?: string; as?: string; account?: string } => ({
    from: text(search.from),
    language: text(search.language),
    as: text(search.as),
    account: text(search.account),
  }),
  component: lazyRouteComponent(() => import('@/features/templates/components/BuilderPage'), 'BuilderPage'),
});

const chatsSearch = (
  search: Record<string, unknown>,
): { filter?: string; q?: string; unread?: string; pane?: string } => ({
  filter: text(search.filter),
  q: text(search.q),
  unread: text(search.unread),
  pane: text(search.pane),
});

const chats = createRoute({
  getParentRoute: () => signedIn,
  path: '/chats',
  staticData: { needs: 'CHATS_READ' },
  validateSearch: chatsSearch,
  component: lazyRouteComponent(() => import('@/features/chats/components/ChatsPage'), 'ChatsPage'),
});

const chat = createRoute({
  getParentRoute: () => chats,
  path: '$contactId',
});
function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Search parameters stay plain text: a customer id is digits, and must not become a number. */
export function createAppRouter(history?: RouterHistory) {
  return createRouter({
    routeTree: root.addChildren([
      setUp,
      invite,
      signedIn.addChildren([
        overview,
        guide,
        chats.addChildren([chat]),
        orders,
        order,
        fulfilment,
        services,
        catalog.addChildren([catalogProduct]),
        jobs.addChildren([job]),
        erp,
        flows,
        flow,
        templates,
        template,
        templateDraft,
        attention,
        operations,
        settings,
        delivery,
        people,
        audit,
        phone,
      ]),
    ]),
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
