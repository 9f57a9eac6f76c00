import { Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
import { amountText } from '../amount';
import { AssigneeSelect } from './AssigneeSelect';
import { PaymentBadge, SourceBadge, StatusBadge } from './Badges';
import { ItemsText } from './ItemsText';
import { numberOf, type Order } from '../order';
import { OrderLink } from './OrderTable';

/** The list where a table would not fit. */
export function OrderCards({ orders }: { orders: Order[] }) {
  const { t } = useTranslation('orders');
  return (
    <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {orders.map((order) => (
        <Card key={order.id} component="li" withBorder p="sm">
          <Stack gap={6}>
            <Group justify="space-between">
              <OrderLink order={order} />
              <Text size="sm" fw={600} dir="ltr">
                {amountText(order.total, order.currency)}
              </Text>
            </Group>
            <Group justify="space-between">
              <Text size="sm">{order.customer ?? order.phone ?? t('customer.unknown')}</Text>
              <Text size="xs" c="dimmed">
                <RelativeTime at={order.changedAt} />
              </Text>
            </Group>
            <ItemsText items={order.items} />
            <Group gap={6}>
              <StatusBadge status={order.status} stale={order.stale} flag={order.flag} />
              <PaymentBadge payment={order.payment} />
              <SourceBadge source={order.source} />
            </Group>
            <AssigneeSelect
              order={order.externalOrderId}
              number={numberOf(order)}
              assignee={order.assignee}
            />
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}
