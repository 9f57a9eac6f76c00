import type { Schemas } from '@/lib/gateway';

export type Order = Schemas['OrderView'];

/** What people call it. */
export const numberOf = (order: Pick<Order, 'orderNumber' | 'externalOrderId'>) =>
  order.orderNumber ?? order.externalOrderId;
