import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import { amountText } from '../amount';
import { useOrderRefresh } from '../use-order-refresh';
import { numberOf, type Order } from '../order';

/** Asks for money back; it is given when somebody else agrees. */
export function RefundDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation('orders');
  const { t: common } = useTranslation();
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const refresh = useOrderRefresh();
  const ask = gateway.useMutation('post', '/api/v1/orders/{order}/refunds', {
    onSuccess: onClose,
    onSettled: refresh,
  });
  const wrong = amount !== '' && !/^\d+(\.\d+)?$/.test(amount);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('refund.title', { number: numberOf(order) })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate({
            params: { path: { order: order.externalOrderId } },
            body: { amount: amount === '' ? undefined : Number(amount), reason },
          });
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('refund.text')}</Text>
          <TextInput
            label={t('refund.amount', { currency: order.currency ?? '' })}
            description={t('refund.amountHint', { total: amountText(order.total, order.currency) })}
            inputMode="decimal"
            value={amount}
            error={wrong ? t('refund.notAnAmount') : undefined}
            onChange={({ currentTarget }) => setAmount(currentTarget.value.replace(',', '.'))}
          />
          <Textarea
            label={t('refund.reason')}
            required
            autosize
            minRows={2}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            data-autofocus
          />
          {ask.error && (
            <Text size="sm" role="alert">
              {ask.error.message}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={ask.isPending} disabled={wrong || reason.trim() === ''}>
              {t('refund.ask')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
