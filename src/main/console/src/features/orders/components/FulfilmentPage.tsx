import { Badge, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { LoadError, Loading } from '@/components/States';
import { RelativeTime } from '@/components/Time';
import { gateway } from '@/lib/gateway';
import { useLiveEvent } from '@/lib/live-context';
import { useRowKeys } from '@/lib/use-row-keys';
import { amountText } from '../amount';
import type { Status } from '../status';
import { useOrderRefresh } from '../use-order-refresh';
import { AssigneeSelect } from './AssigneeSelect';
import { PaymentBadge, StatusBadge } from './Badges';
import classes from './Fulfilment.module.css';
import { ItemsText } from './ItemsText';
import { NextMove } from './NextMove';
import { numberOf } from '../order';
import { OrderLink } from './OrderTable';

const columns = ['confirmed', 'preparing', 'ready', 'shipped', 'delivered'] as const satisfies Status[];

/** Fulfillment: the same orders by how far they are on their way to the customer. */
export function FulfilmentPage() {
  const { t } = useTranslation('orders');
  useLiveEvent('order', useOrderRefresh());
  useRowKeys();
  return (
    <Page
      title={t('fulfilment.title')}
      subtitle={t('fulfilment.subtitle')}
      help={t('fulfilment.help', { returnObjects: true })}
    >
      <div className={classes.board}>
        {columns.map((status) => (
          <Column key={status} status={status} />
        ))}
      </div>
    </Page>
  );
}

function Column({ status }: { status: (typeof columns)[number] }) {
  const { t } = useTranslation('orders');
  const limit = status === 'delivered' ? 10 : 50;
  const list = gateway.useQuery('get', '/api/v1/orders', { params: { query: { status, limit } } });
  const title = t(`fulfilment.column.${status}`);
  return (
    <section className={classes.column} aria-label={title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        {list.data && <Badge variant="default">{list.data.counts[status] ?? 0}</Badge>}
      </Group>
      <Stack gap="xs">
        {list.isPending && (
          <Loading label={title}>
            <Skeleton h={110} />
          </Loading>
        )}
        {list.error && !list.data && (
          <LoadError what={t('list.failed')} error={list.error} onRetry={() => void list.refetch()} />
        )}
        {list.data?.orders.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('fulfilment.none')}
          </Text>
        )}
        {list.data?.orders.map((order) => (
          <Card key={order.id} withBorder p="xs">
            <Stack gap={4}>
              <Group justify="space-between" gap={4}>
                <OrderLink order={order} />
                <Text size="xs" c="dimmed">
                  <RelativeTime at={order.statusAt} />
                </Text>
              </Group>
              <Text size="sm">{order.customer ?? order.phone ?? t('customer.unknown')}</Text>
              <ItemsText items={order.items} />
              <Group gap={4}>
                <PaymentBadge payment={order.payment} />
                {(order.stale || order.flag) && (
                  <StatusBadge status={order.status} stale={order.stale} flag={order.flag} />
                )}
                <Text size="sm" dir="ltr">
                  {amountText(order.total, order.currency)}
                </Text>
              </Group>
              <NextMove order={order} />
              <AssigneeSelect
                order={order.externalOrderId}
                number={numberOf(order)}
                assignee={order.assignee}
              />
            </Stack>
          </Card>
        ))}
      </Stack>
    </section>
  );
}
