import { Alert, Blockquote, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { MessageCircleOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gateway, type Schemas } from '@/lib/gateway';
import { Problem } from '@/lib/http';
import { newKey } from '../new-key';
import type { Status } from '../status';
import { useOrderRefresh } from '../use-order-refresh';
import { Half } from './Half';
import { numberOf, type Order } from '../order';

type StatusDialogProps = {
  order: Order;
  status: Status;
  news: Schemas['MoveNews'] | undefined;
  onClose: () => void;
};

/** Asks once before an order is moved, with what its customer will be told; then shows what the ERP and the message came to, each by itself. */
export function StatusDialog({ order, status, news, onClose }: StatusDialogProps) {
  const { t } = useTranslation('orders');
  const { t: common } = useTranslation();
  const number = numberOf(order);
  const [before] = useState(news);
  const [key, setKey] = useState(newKey);
  const [reason, setReason] = useState('');
  const refresh = useOrderRefresh();
  const path = { order: order.externalOrderId };
  const move = gateway.useMutation('post', '/api/v1/orders/{order}/status', { onSettled: refresh });
  const done = move.data?.state === 'ok';
  const notices = gateway.useQuery(
    'get',
    '/api/v1/orders/{order}/notices',
    { params: { path } },
    { enabled: done },
  );
  const retry = gateway.useMutation('post', '/api/v1/orders/{order}/notices/{status}/retry', {
    onSettled: refresh,
  });
  const notice = notices.data?.notices.find((one) => one.status === status);
  const run = () => {
    const error = move.error as unknown;
    // What certainly was not done is a new wish; where nobody knows, it is the same one.
    const wish = error instanceof Problem && error.status !== 0 ? newKey() : key;
    setKey(wish);
    move.mutate({
      params: { path, header: { 'Idempotency-Key': wish } },
      body: { status, reason: reason === '' ? undefined : reason },
    });
  };
  const failure = move.error;
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={!move.isPending}
      title={t('dialog.title', { number, status: t(`status.${status}`) })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="sm">
        {move.isIdle && <Preview news={before} status={status} />}
        {move.isIdle && status === 'cancelled' && (
          <TextInput
            label={t('dialog.reason')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        )}
        {!move.isIdle && (
          <>
            <Half
              what={t('dialog.erp')}
              state={move.isPending ? 'waiting' : done ? 'done' : failure ? 'failed' : 'later'}
              text={
                move.isPending
                  ? t('dialog.asking')
                  : done
                    ? t('dialog.erpDone', { status: t(`status.${status}`) })
                    : (failure?.message ?? move.data?.reason ?? t('dialog.later'))
              }
              onRetry={failure ? run : undefined}
            />
            <Half
              what={t('dialog.message')}
              state={!done ? 'none' : messageState(notice)}
              text={done ? t(`notice.${noticeKey(notice)}`) : t('dialog.notYet')}
              detail={done ? notice?.reason : undefined}
              retrying={retry.isPending}
              onRetry={
                done && notice && ['held', 'dropped', 'expired'].includes(notice.state)
                  ? () => retry.mutate({ params: { path: { ...path, status } } })
                  : undefined
              }
            />
            {retry.error && (
              <Text size="sm" role="alert">
                {retry.error.message}
              </Text>
            )}
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={move.isPending}>
            {move.isIdle ? t('cancel') : common('close')}
          </Button>
          {(move.isIdle || move.isPending) && (
            <Button
              color={status === 'cancelled' ? 'red' : undefined}
              loading={move.isPending}
              onClick={run}
              data-autofocus
            >
              {t(`moves.to.${status}`)}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

const noticeStates = ['sent', 'held', 'silent', 'dropped', 'expired'] as const;
type NoticeState = (typeof noticeStates)[number];

/** `none` where the status came to be known without news, as by a flow. */
export function noticeKey(
  notice: Pick<Schemas['OrderNoticeView'], 'state'> | undefined,
): NoticeState | 'none' {
  return noticeStates.find((state) => state === notice?.state) ?? 'none';
}

function messageState(notice: Schemas['OrderNoticeView'] | undefined) {
  if (!notice || notice.state === 'silent') return 'none';
  if (notice.state === 'sent') return 'done';
  return notice.state === 'held' ? 'later' : 'failed';
}

function Preview({ news, status }: { news: Schemas['MoveNews'] | undefined; status: Status }) {
  const { t } = useTranslation('orders');
  if (!news) return null;
  if (news.state !== 'sends')
    return (
      <Alert variant="outline" color="yellow" icon={<MessageCircleOff size={16} aria-hidden />}>
        <Text size="sm">{news.state === 'known' ? t('dialog.known') : t('dialog.noTemplate')}</Text>
        {news.reason && news.state !== 'known' && <Text size="sm">{news.reason}</Text>}
      </Alert>
    );
  return (
    <Stack gap={4}>
      <Text size="sm">
        {news.asTemplate
          ? t('dialog.asTemplate', { template: news.template, language: news.language })
          : t('dialog.asMessage', { template: news.template, language: news.language })}
      </Text>
      <Blockquote p="sm" m={0} aria-label={t('dialog.words', { status: t(`status.${status}`) })}>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {news.text}
        </Text>
      </Blockquote>
    </Stack>
  );
}
