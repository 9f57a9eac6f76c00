import type { ErpTrouble, DemoErp } from '@/features/simulator/api/demo-erp';
import type { CallOutcome, ErpCall } from '@/features/simulator/api/conversation';
import type { Order } from '@/features/simulator/api/orders';
import type { Payment } from '@/features/simulator/api/payments';

export type Product = { id: string; name: string; cents: number };
export type CartLine = { product: Product; qty: number };

const failures: DemoErp['failures'] = [
  { value: 'NONE', label: 'Works' },
  { value: 'TIMEOUT', label: 'Does not answer in time' },
  { value: 'ERROR_500', label: 'Internal error (500)' },
  { value: 'EMPTY', label: 'No products' },
];

/** A very small ERP, so that the console can be worked on without the gateway. */
export class FakeShop {
  readonly products: Product[] = [
    { id: 'P-100', name: 'Basmati rice 5 kg', cents: 95_000 },
    { id: 'P-101', name: 'Sunflower oil 3 l', cents: 78_000 },
    { id: 'P-102', name: 'Wheat flour 2 kg', cents: 21_000 },
    { id: 'P-103', name: 'Brown sugar 1 kg', cents: 18_050 },
  ];
  readonly orders: Order[] = [];
  readonly payments: Payment[] = [];
  trouble: ErpTrouble = { latencyMillis: 0, failure: 'NONE' };
  private numbers = 1000;

  state(): DemoErp {
    return { ...this.trouble, failures };
  }

  call(operation: string, method: string, path: string, request: unknown, answer: () => unknown): ErpCall {
    const { failure, latencyMillis } = this.trouble;
    const down = failure === 'TIMEOUT' || failure === 'ERROR_500';
    const outcome: CallOutcome = down
      ? 'down'
      : failure === 'EMPTY' && operation === 'LIST_PRODUCTS'
        ? 'empty'
        : 'ok';
    return {
      id: crypto.randomUUID(),
      at: new Date().toISOString(),
      operation,
      method,
      url: `http://127.0.0.1:8080/demo-erp/api${path}`,
      request,
      status: failure === 'TIMEOUT' ? null : down ? 500 : 200,
      answer: outcome === 'ok' ? answer() : outcome === 'empty' ? { items: [] } : null,
      outcome,
      tookMillis: 8 + latencyMillis,
      detail:
        failure === 'TIMEOUT'
          ? 'No answer within 10 seconds.'
          : down
            ? 'The ERP reported an internal error.'
            : null,
    };
  }

  place(customer: string, lines: CartLine[], address: string): Order {
    const number = ++this.numbers;
    const order: Order = {
      orderNumber: `SO-${number}`,
      externalOrderId: `O-${number}`,
      customer,
      status: 'DRAFT',
      paid: false,
      total: money(totalOf(lines)),
      currency: 'KES',
      items: lines.map(({ product, qty }) => ({ name: product.name, qty, unitPrice: money(product.cents) })),
      note: `Deliver to: ${address}`,
      address,
      createdAt: new Date().toISOString(),
    };
    this.orders.unshift(order);
    return order;
  }
}

export const totalOf = (lines: CartLine[]) =>
  lines.reduce((sum, { product, qty }) => sum + product.cents * qty, 0);
export const money = (cents: number) => (cents / 100).toFixed(2);
