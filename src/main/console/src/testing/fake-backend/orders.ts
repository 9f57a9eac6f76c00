import { FakeGateway, ok, problem, type FakeAnswer } from './gateway.ts';

export type FakeOrder = {
  id: number;
  externalOrderId: string;
  orderNumber: string;
  customer: string;
  source: string;
  status: string;
  payment: string;
  moves: string[];
  stale?: boolean;
};

const at = '2026-07-02T10:00:00Z';

export const fakeOrder = (id: number, more: Partial<FakeOrder> = {}): FakeOrder => ({
  id,
  externalOrderId: `E-${id}`,
  orderNumber: `SO-${id}`,
  customer: 'Amina Yusuf',
  source: 'whatsapp',
  status: 'confirmed',
  payment: 'unpaid',
  moves: ['shipped', 'cancelled'],
  ...more,
});

/** A gateway that knows some orders; `posts` has the headers and bodies of what was asked for. */
export function fakeOrders(orders: FakeOrder[], move: () => FakeAnswer = moved): FakeGateway {
  const gateway = new FakeGateway(0);
  const told: unknown[] = [];
  const view = (order: FakeOrder) => ({
    stale: false,
    ...order,
    phone: '+254700000001',
    statusAt: at,
    paymentAt: at,
    createdAt: at,
    changedAt: at,
    items: [{ externalProductId: 'P1', name: 'Sugar 2 kg', qty: 2 }],
    total: 645,
    currency: 'KES',
    contactId: 7,
  });
  gateway
    .on('GET', '/api/v1/orders', ({ path }) => {
      const query = new URLSearchParams(path.split('?')[1]);
      const before = Number(query.get('before') ?? Infinity);
      const found = orders.filter(
        ({ id, payment, source }) =>
          id < before &&
          (query.get('payment') ?? payment) === payment &&
          (query.get('source') ?? source) === source,
      );
      const counts: Record<string, number> = {};
      for (const { status } of found) counts[status] = (counts[status] ?? 0) + 1;
      const status = query.get('status');
      return ok({
        orders: found.filter((order) => (status ?? order.status) === order.status).map(view),
        counts,
      });
    })
    .on('GET', '/api/v1/people', () => ok({ people: [{ name: 'ben', available: true }] }))
    .on('GET', '/api/v1/me/new-orders', () => ok({ count: 0 }))
    .on('POST', '/api/v1/me/new-orders/seen', () => ({ status: 204 }));
  for (const order of orders) {
    const path = `/api/v1/orders/${order.externalOrderId}`;
    gateway
      .on('GET', path, () =>
        ok({
          order: view(order),
          timeline: [{ at, kind: 'created', origin: 'whatsapp', after: 'pending' }],
        }),
      )
      .on('GET', `${path}/contents`, () =>
        ok({
          sent: {
            at,
            items: [
              {
                externalProductId: 'P1',
                name: 'Sugar 2 kg',
                options: [],
                qty: 2,
                unitPrice: 322.5,
                amount: 645,
                picture: '/media/a/thumbnail',
              },
            ],
            subtotal: 645,
            total: 645,
            currency: 'KES',
            address: 'Beth House\nHouse 5',
            pickup: false,
          },
        }),
      )
      .on('GET', `${path}/erp`, () =>
        ok({ at, state: 'down', reason: 'The ERP does not answer.', items: [] }),
      )
      .on('GET', `${path}/moves`, () =>
        ok({
          moves: [
            {
              status: 'shipped',
              operation: 'SET_ORDER_STATUS',
              offered: true,
              news: {
                state: 'sends',
                template: 'order_shipped',
                language: 'en',
                text: 'Order SO-1 is on its way.',
                asTemplate: true,
              },
            },
            {
              status: 'cancelled',
              operation: 'CANCEL_ORDER',
              offered: false,
              news: { state: 'silent', asTemplate: false, reason: 'Nothing is said.' },
            },
          ],
          askForPayment: { now: false, reason: 'Nobody takes payments.' },
          refund: { now: false },
        }),
      )
      .on('GET', `${path}/notices`, () => ok({ notices: told }))
      .on('GET', `${path}/refunds`, () => ok({ refunds: [] }))
      .on('GET', `${path}/receipts`, () => ok({ receipts: [] }))
      .on('POST', `${path}/status`, () => {
        const answer = move();
        if (answer.status === 200)
          told.push({
            status: 'shipped',
            at,
            state: 'dropped',
            reason: 'The order has no tracking address.',
          });
        return answer;
      })
      .on('POST', `${path}/notices/shipped/retry`, () => {
        told.splice(0, told.length, { status: 'shipped', at, state: 'sent' });
        return ok(told[0]);
      });
  }
  return gateway;
}

function moved(): FakeAnswer {
  return ok({ operation: 'SET_ORDER_STATUS', state: 'ok' });
}

export const refused = (): FakeAnswer =>
  problem(502, 'Refused', 'The ERP answers 422: credit limit exceeded.');
