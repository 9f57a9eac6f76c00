import { useNavigate } from '@tanstack/react-router';
import { LayoutTemplate, MessagesSquare, Package, ShoppingCart, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gateway, type Schemas } from '@/lib/gateway';
import type { Permission } from '@/lib/permissions';
import { useMay } from '@/lib/session';
import { matches, type FoundGroup } from './found';

/** Of each kind; who wants more opens the list itself. */
const most = 5;
const shortest = 2;
const minute = 60_000;

/** Chats, orders, products, flows and templates that are called so, of what somebody may see; a single letter asks for nothing. */
export function useRecords(query: string) {
  const navigate = useNavigate();
  const { t } = useTranslation();
  const lists = useLists(query);
  if (query.length < shortest) return { groups: [], searching: false, failed: [] };

  const { chats, orders, products, flows, templates } = lists;
  const groups: FoundGroup[] = [
    {
      name: 'chats',
      found: (chats.data?.chats ?? []).map(({ contactId, name, phone, snippet }) => ({
        id: `chat ${contactId}`,
        label: name ?? phone ?? t('palette.unnamed'),
        more: name === undefined ? snippet : phone,
        Icon: MessagesSquare,
        run: () => void navigate({ to: '/chats/$contactId', params: { contactId: String(contactId) } }),
      })),
    },
    {
      name: 'orders',
      found: (orders.data?.orders ?? []).map(({ externalOrderId, orderNumber, customer, phone }) => ({
        id: `order ${externalOrderId}`,
        label: orderNumber ?? externalOrderId,
        more: customer ?? phone,
        Icon: ShoppingCart,
        run: () => void navigate({ to: '/orders/$order', params: { order: externalOrderId } }),
      })),
    },
    {
      name: 'products',
      found: (products.data?.products ?? [])
        .filter(({ name, sku, externalProductId }) => matches(query, name, sku, externalProductId))
        .map(({ name, sku, externalProductId }) => ({
          id: `product ${externalProductId}`,
          label: name,
          more: sku || externalProductId,
          Icon: Package,
          run: () => void navigate({ to: '/catalog/$productId', params: { productId: externalProductId } }),
        })),
    },
    {
      name: 'flows',
      found: (flows.data?.flows ?? [])
        .filter(({ id, title }) => matches(query, title, id))
        .map(({ id, title }) => ({
          id: `flow ${id}`,
          label: title,
          more: id,
          Icon: Workflow,
          run: () => void navigate({ to: '/flows/$flowId', params: { flowId: id } }),
        })),
    },
    {
      name: 'templates',
      found: byName(templates.data?.templates ?? [])
        .filter(({ name }) => matches(query, name))
        .map(({ name, languages }) => ({
          id: `template ${name}`,
          label: name,
          more: languages,
          Icon: LayoutTemplate,
          run: () => void navigate({ to: '/templates/$name', params: { name } }),
        })),
    },
  ];
  const names = Object.keys(lists) as (keyof typeof lists)[];
  return {
    groups: groups.map(({ name, found }) => ({ name, found: found.slice(0, most) })),
    searching: names.some((name) => lists[name].isLoading),
    failed: names.filter((name) => lists[name].isError),
  };
}

function useLists(query: string) {
  const may = useMay();
  const options = (needs: Permission) => ({ enabled: query.length >= shortest && may(needs), retry: false });
  // The gateway answers these as a whole, so that the next letter need not ask again.
  const whole = (needs: Permission) => ({ ...options(needs), staleTime: minute });
  return {
    chats: gateway.useQuery(
      'get',
      '/api/v1/conversations',
      { params: { query: { filter: 'all', q: query, limit: most } } },
      options('CHATS_READ'),
    ),
    orders: gateway.useQuery(
      'get',
      '/api/v1/orders',
      { params: { query: { q: query, limit: most } } },
      options('ORDERS_READ'),
    ),
    products: gateway.useQuery('get', '/api/catalog/products', {}, whole('CATALOG_READ')),
    flows: gateway.useQuery('get', '/api/v1/flows', {}, whole('FLOWS_READ')),
    templates: gateway.useQuery('get', '/api/v1/templates', {}, whole('TEMPLATES_READ')),
  };
}

/** A template stands there once for each of its languages. */
function byName(templates: Schemas['TemplateView'][]): { name: string; languages: string }[] {
  const all = new Map<string, Set<string>>();
  for (const { name, language } of templates) all.set(name, (all.get(name) ?? new Set()).add(language));
  return [...all].map(([name, languages]) => ({ name, languages: [...languages].join(', ') }));
}
