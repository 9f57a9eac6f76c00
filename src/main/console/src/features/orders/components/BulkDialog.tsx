import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/lib/gateway';
import { Problem } from '@/lib/http';
import { newKey } from '../new-key';
import type { Status } from '../status';
import { useOrderRefresh } from '../use-order-refresh';
import { numberOf, type Order } from '../order';

type Result = {
  state: 'waiting' | 'done' | 'failed' | 'later';
  reason?: string;
  /** The ERP has certainly not done it. */
  certain?: boolean;
};

type BulkDialogProps = { orders: Order[]; status: Status; onClose: () => void };

/** Moves one order after the other, each with its own result; what failed can be tried again. */
export function BulkDialog({ orders, status, onClose }: BulkDialogProps) {
  const { t } = useTranslation('orders');
  const { t: common } = useTranslation();
  const refresh = useOrderRefresh();
  const [keys] = useState(() => new Map(orders.map(({ externalOrderId }) => [externalOrderId, newKey()])));
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [running, setRunning] = useState(false);
  const report = (id: string, result: Result) => setResults((known) => new Map(known).set(id, result));
  const open = orders.filter(({ externalOrderId: id }) => results.get(id)?.state !== 'done');
  const failed = [...results.values()].some(({ state }) => state === 'failed');

  const run = async () => {
    setRunning(true);
    for (const { externalOrderId: id } of open) {
      report(id, { state: 'waiting' });
      // The ERP is not to be asked for all at once.
      const result = await move(id, status, keys.get(id) ?? newKey());
      report(id, result);
      // What certainly failed is a new wish when it is tried again.
      if (result.certain) keys.set(id, newKey());
    }
    setRunning(false);
    refresh();
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      closeOnClickOutside={!running}
      title={t('bulk.title', { count: orders.length, status: t(`status.${status}`) })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('bulk.text')}</Text>
        <Table aria-label={t('bulk.results')}>
          <Table.Tbody>
            {orders.map((order) => {
              const result = results.get(order.externalOrderId);
              return (
                <Table.Tr key={order.id}>
                  <Table.Td dir="ltr">{numberOf(order)}</Table.Td>
                  <Table.Td>{order.customer}</Table.Td>
                  <Table.Td>
                    {result && (
                      <Text size="sm" c={result.state === 'failed' ? 'red.9' : undefined} role="status">
                        {t(`bulk.state.${result.state}`)} {result.reason}
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={running}>
            {results.size > 0 ? common('close') : t('cancel')}
          </Button>
          {open.length > 0 && (
            <Button loading={running} onClick={() => void run()}>
              {failed ? common('retry') : t('bulk.start', { count: open.length })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

async function move(order: string, status: Status, key: string): Promise<Result> {
  try {
    const { data } = await api.POST('/api/v1/orders/{order}/status', {
      params: { path: { order }, header: { 'Idempotency-Key': key } },
      body: { status },
    });
    return data?.state === 'ok' ? { state: 'done' } : { state: 'later', reason: data?.reason ?? undefined };
  } catch (problem) {
    return {
      state: 'failed',
      reason: problem instanceof Error ? problem.message : undefined,
      certain: problem instanceof Problem && problem.status !== 0,
    };
  }
}
