import { Alert, Button, Group, Text } from '@mantine/core';
import { Loader2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { isStatus } from '../status';
import type { Order } from '../order';
import { StatusDialog } from './StatusDialog';

type MovesProps = {
  order: Order;
  /** The status whose dialog is open. */
  wanted: string | undefined;
  onWanted: (status: string | undefined) => void;
};

/** What can be asked for now: only what the ERP offers. */
export function Moves({ order, wanted, onWanted }: MovesProps) {
  const { t } = useTranslation('orders');
  const may = useMay();
  const { data } = gateway.useQuery('get', '/api/v1/orders/{order}/moves', {
    params: { path: { order: order.externalOrderId } },
  });
  if (!may('ORDERS_FULFIL') || !data) return null;
  const offered = data.moves.filter((move) => move.offered);
  const missing = data.moves.filter((move) => !move.offered);
  const chosen = data.moves.find(({ status }) => status === wanted);
  return (
    <>
      <Group gap="xs" role="group" aria-label={t('moves.label')}>
        {offered.map(({ status }) =>
          isStatus(status) ? (
            <Button
              key={status}
              size="sm"
              variant={status === 'cancelled' ? 'default' : 'filled'}
              disabled={data.running != null}
              onClick={() => onWanted(status)}
            >
              {t(`moves.to.${status}`)}
            </Button>
          ) : null,
        )}
        {offered.length === 0 && (
          <Text size="sm" c="dimmed">
            {data.moves.length === 0
              ? t('moves.over')
              : t('moves.readOnly', { operation: missing[0]?.operation })}
          </Text>
        )}
      </Group>
      {data.running && (
        <Alert variant="outline" color="blue" role="status" icon={<Loader2 size={16} aria-hidden />}>
          {t('moves.running', { operation: data.running.operation, by: data.running.by })}
        </Alert>
      )}
      {wanted !== undefined && isStatus(wanted) && (
        <StatusDialog
          key={wanted}
          order={order}
          status={wanted}
          news={chosen?.news}
          onClose={() => onWanted(undefined)}
        />
      )}
    </>
  );
}
