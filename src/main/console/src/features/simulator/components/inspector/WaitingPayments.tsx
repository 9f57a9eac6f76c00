import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { paymentsQuery, useSettlePayment } from '../../api/payments';

/** Says for the customer that a payment was made, or that it failed; nothing to see while none is waited for. */
export function WaitingPayments() {
  const { t } = useTranslation('simulator');
  const payments = useQuery(paymentsQuery);
  const settle = useSettlePayment();
  const waiting = payments.data?.payments.filter(({ status }) => status === 'pending') ?? [];
  if (waiting.length === 0) return null;
  return (
    <Stack maw={400} gap="xs" mt="lg">
      <Title order={3} size="h5">
        {t('payments.title')}
      </Title>
      {settle.error && (
        <Alert color="red" variant="outline" icon={<CircleAlert aria-hidden />} role="alert">
          {settle.error.message}
        </Alert>
      )}
      {waiting.map(({ paymentId, orderNumber, amount, currency }) => (
        <Group key={paymentId} justify="space-between" wrap="nowrap">
          <Text size="sm">{t('payments.of', { order: orderNumber, amount: `${currency} ${amount}` })}</Text>
          <Group gap="xs" wrap="nowrap">
            <Button
              size="xs"
              aria-label={t('payments.isPaid', { order: orderNumber })}
              disabled={settle.isPending}
              onClick={() => settle.mutate({ paymentId, status: 'PAID' })}
            >
              {t('payments.paid')}
            </Button>
            <Button
              size="xs"
              variant="default"
              aria-label={t('payments.hasFailed', { order: orderNumber })}
              disabled={settle.isPending}
              onClick={() => settle.mutate({ paymentId, status: 'FAILED' })}
            >
              {t('payments.failed')}
            </Button>
          </Group>
        </Group>
      ))}
    </Stack>
  );
}
