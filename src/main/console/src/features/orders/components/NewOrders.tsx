import { Anchor, Badge, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { notify } from '@/components/notify';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api, gateway } from '@/lib/gateway';
import { useLiveEvent } from '@/lib/live-context';
import { amountText } from '../amount';
import { numberOf } from '../order';

const most = 99;

/** Says that an order came to whoever is to see to it: its number, its customer, its total. Shown on every page. */
export function NewOrders() {
  const { t } = useTranslation('orders');
  const router = useRouter();
  const queries = useQueryClient();
  const heardOrder = useCallback(
    () => void queries.invalidateQueries({ queryKey: ['get', '/api/v1/me/new-orders'] }),
    [queries],
  );
  const tell = useCallback(
    async (id: string) => {
      const { data } = await api.GET('/api/v1/orders/{order}', { params: { path: { order: id } } });
      if (!data) return;
      const { order } = data;
      const href = `/orders/${encodeURIComponent(order.externalOrderId)}`;
      notify({
        id: `order-${order.externalOrderId}`,
        autoClose: 15_000,
        title: t('new.title', { number: numberOf(order) }),
        message: (
          <>
            <Text size="sm" c="var(--mantine-color-text)">
              {t('new.text', {
                customer: order.customer ?? order.phone ?? t('customer.unknown'),
                total: amountText(order.total, order.currency),
              })}
            </Text>
            <Anchor
              size="sm"
              href={href}
              onClick={(event) => {
                event.preventDefault();
                notifications.hide(`order-${order.externalOrderId}`);
                router.history.push(href);
              }}
            >
              {t('new.open')}
            </Anchor>
          </>
        ),
      });
    },
    [router, t],
  );
  const heardDesk = useCallback(
    (data: unknown) => {
      // Of what they may not read, or is gone, nothing is said.
      if (isOrder(data)) tell(data.subject).catch(() => undefined);
    },
    [tell],
  );
  useLiveEvent('order', heardOrder);
  useLiveEvent('desk', heardDesk);
  return null;
}

function isOrder(data: unknown): data is { kind: 'order'; subject: string } {
  return (
    typeof data === 'object' &&
    data !== null &&
    (data as { kind?: unknown }).kind === 'order' &&
    typeof (data as { subject?: unknown }).subject === 'string'
  );
}

/** How many orders are new to whoever looks. */
export function NewOrdersBadge() {
  const { t } = useTranslation('orders');
  const { data } = gateway.useQuery('get', '/api/v1/me/new-orders', {}, { staleTime: 30_000 });
  if (!data || data.count === 0) return null;
  const count = data.count > most ? `${most}+` : String(data.count);
  return (
    <Badge size="sm" title={t('new.count', { count })}>
      {count}
    </Badge>
  );
}
