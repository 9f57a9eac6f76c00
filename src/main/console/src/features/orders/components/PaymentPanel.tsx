import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notify } from '@/components/notify';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '@/components/Time';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { newKey } from '../new-key';
import { useOrderRefresh } from '../use-order-refresh';
import { PaymentBadge } from './Badges';
import { numberOf, type Order } from '../order';
import { Panel } from './Panel';
import { RefundDialog } from './RefundDialog';
import { Refunds } from './Refunds';

const cash = ['cod', 'cash'];

/** How the order is paid: asking for it, money back, receipts. */
export function PaymentPanel({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const may = useMay();
  const refresh = useOrderRefresh();
  const [refunding, refund] = useDisclosure(false);
  const [key, setKey] = useState(newKey);
  const path = { params: { path: { order: order.externalOrderId } } };
  const moves = gateway.useQuery('get', '/api/v1/orders/{order}/moves', path);
  const contents = gateway.useQuery('get', '/api/v1/orders/{order}/contents', path);
  const ask = gateway.useMutation('post', '/api/v1/conversations/{contactId}/payments', {
    onSuccess: () => {
      setKey(newKey());
      notify({ message: t('pay.asked', { number: numberOf(order) }) });
    },
    onError: (error) =>
      notify({
        color: 'red',
        title: t('pay.failed'),
        message: error.message,
      }),
    onSettled: refresh,
  });
  const selling = may('ORDERS_SELL') && may('MONEY');
  const method = contents.data?.sent?.paymentMethod;
  return (
    <Panel title={t('columns.payment')} aside={<PaymentBadge payment={order.payment} />}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t('pay.since')} <RelativeTime at={order.paymentAt} />
        </Text>
        {method && (
          <Text size="sm">
            {cash.includes(method.toLowerCase()) ? t('pay.cash') : t('pay.method', { method })}
          </Text>
        )}
        {selling && moves.data && (
          <Group gap="xs">
            {moves.data.askForPayment.now && (
              <Button
                size="xs"
                loading={ask.isPending}
                onClick={() =>
                  ask.mutate({
                    params: {
                      path: { contactId: order.contactId },
                      header: { 'Idempotency-Key': key },
                    },
                    body: { external_order_id: order.externalOrderId },
                  })
                }
              >
                {t('pay.ask')}
              </Button>
            )}
            {moves.data.refund.now && (
              <Button size="xs" variant="default" onClick={refund.open}>
                {t('refund.ask')}
              </Button>
            )}
          </Group>
        )}
        {selling &&
          moves.data &&
          !moves.data.askForPayment.now &&
          order.payment !== 'paid' &&
          order.payment !== 'refunded' && (
            <Text size="xs" c="dimmed">
              {moves.data.askForPayment.reason}
            </Text>
          )}
        <Refunds order={order} />
        <Receipts order={order} />
      </Stack>
      {refunding && <RefundDialog order={order} onClose={refund.close} />}
    </Panel>
  );
}

function Receipts({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const may = useMay();
  const refresh = useOrderRefresh();
  const id = order.externalOrderId;
  const { data } = gateway.useQuery(
    'get',
    '/api/v1/orders/{order}/receipts',
    { params: { path: { order: id } } },
    { enabled: may('MONEY') && may('PERSONAL_DATA') },
  );
  const resend = gateway.useMutation('post', '/api/v1/orders/{order}/receipts/{receipt}/resend', {
    onSuccess: () => notify({ message: t('receipt.again') }),
    onError: (error) =>
      notify({
        color: 'red',
        title: t('receipt.failed'),
        message: error.message,
      }),
    onSettled: refresh,
  });
  return data?.receipts.map((receipt) => (
    <Group key={receipt.id} gap="xs" justify="space-between">
      <Group gap={6}>
        <FileText size={16} aria-hidden />
        <Text size="sm">{t('receipt.title')}</Text>
        <Badge variant="default" tt="none">
          {receipt.state === 'sent'
            ? t('receipt.sent')
            : receipt.state === 'wanted'
              ? t('receipt.wanted')
              : t('receipt.notSent')}
        </Badge>
      </Group>
      <Group gap="xs">
        {receipt.fileId && (
          <Anchor
            size="sm"
            target="_blank"
            rel="noreferrer"
            href={`/api/v1/orders/${encodeURIComponent(id)}/receipts/${receipt.id}/file`}
          >
            {t('receipt.open')}
          </Anchor>
        )}
        {receipt.fileId && receipt.state === 'sent' && may('ORDERS_SELL') && (
          <Button
            size="compact-xs"
            variant="default"
            loading={resend.isPending}
            onClick={() => resend.mutate({ params: { path: { order: id, receipt: receipt.id } } })}
          >
            {t('receipt.resend')}
          </Button>
        )}
      </Group>
      {receipt.reason && (
        <Text size="xs" c="dimmed">
          {receipt.reason}
        </Text>
      )}
    </Group>
  ));
}
