import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { notify } from '@/components/notify';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
import { gateway } from '@/lib/gateway';
import { sessionQuery, useMay } from '@/lib/session';
import { amountText } from '../amount';
import { useOrderRefresh } from '../use-order-refresh';
import type { Order } from '../order';

const states = ['requested', 'approved', 'denied'] as const;

/** Money back that was asked for; somebody else than who asked decides. */
export function Refunds({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const may = useMay();
  const { data: session } = useQuery(sessionQuery);
  const refresh = useOrderRefresh();
  const id = order.externalOrderId;
  const { data } = gateway.useQuery(
    'get',
    '/api/v1/orders/{order}/refunds',
    {
      params: { path: { order: id } },
    },
    { enabled: may('MONEY') },
  );
  const onError = (error: unknown) =>
    notify({ color: 'red', title: t('refund.failed'), message: (error as Error).message });
  const approve = gateway.useMutation('post', '/api/v1/orders/{order}/refunds/{id}/approve', {
    onError,
    onSettled: refresh,
  });
  const deny = gateway.useMutation('post', '/api/v1/orders/{order}/refunds/{id}/deny', {
    onError,
    onSettled: refresh,
  });
  return data?.refunds.map((refund) => {
    const state = states.find((known) => known === refund.state);
    const params = { path: { order: id, id: refund.id } };
    return (
      <Stack key={refund.id} gap={4}>
        <Group gap="xs" justify="space-between">
          <Text size="sm">
            {t('refund.of', { amount: amountText(refund.amount, refund.currency), by: refund.requestedBy })}{' '}
            <RelativeTime at={refund.requestedAt} />
          </Text>
          <Badge variant="default" tt="none">
            {state ? t(`refund.state.${state}`) : refund.state}
          </Badge>
        </Group>
        <Text size="xs" c="dimmed">
          {refund.reason}
        </Text>
        {state === 'requested' && may('REFUNDS_DECIDE') && refund.requestedBy !== session?.user?.name && (
          <Group gap="xs">
            <Button size="compact-xs" loading={approve.isPending} onClick={() => approve.mutate({ params })}>
              {t('refund.approve')}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              loading={deny.isPending}
              onClick={() => deny.mutate({ params })}
            >
              {t('refund.deny')}
            </Button>
          </Group>
        )}
      </Stack>
    );
  });
}
