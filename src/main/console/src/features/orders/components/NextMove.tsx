import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { gateway } from '@/lib/gateway';
import { useMay } from '@/lib/session';
import { statuses, type Status } from '../status';
import type { Order } from '../order';
import { StatusDialog } from './StatusDialog';

/** The usual next step of an order on its way; cancelling is none. */
export function nextMove(moves: string[]): Status | undefined {
  return statuses.find((status) => status !== 'cancelled' && moves.includes(status));
}

/** Takes an order one step further, where the ERP offers that. */
export function NextMove({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const may = useMay();
  const [open, dialog] = useDisclosure(false);
  const next = nextMove(order.moves);
  const { data } = gateway.useQuery(
    'get',
    '/api/v1/orders/{order}/moves',
    { params: { path: { order: order.externalOrderId } } },
    { enabled: open },
  );
  if (!next || !may('ORDERS_FULFIL')) return null;
  const move = data?.moves.find(({ status }) => status === next);
  return (
    <>
      <Button size="compact-sm" variant="default" loading={open && !data} onClick={dialog.open}>
        {t(`moves.to.${next}`)}
      </Button>
      {open && move && <StatusDialog order={order} status={next} news={move.news} onClose={dialog.close} />}
    </>
  );
}
