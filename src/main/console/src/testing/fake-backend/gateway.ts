import type { Session } from '@/lib/session';
import type { ErpTrouble } from '@/features/simulator/api/demo-erp';
import type { Settlement } from '@/features/simulator/api/payments';
import type { CustomerAction } from '@/features/simulator/api/send-message';
import { permissions, type Permission } from '../../lib/permissions.ts';
import { FakeCatalog } from './catalog.ts';
import { FakeChats } from './chats.ts';
import { FakePhone } from './phone.ts';
import { FakeShop } from './shop.ts';

export type FakeAnswer = {
  status: number;
  body?: unknown;
  /** Instead of a body in JSON. */
  text?: string;
  headers?: Record<string, string>;
  signedIn?: boolean;
};
type Request = {
  method: string;
  path: string;
  body: unknown;
  /** The body as it was sent. */
  text?: string;
  signedIn: boolean;
  headers?: Record<string, string>;
};

export const ok = (body: unknown): FakeAnswer => ({ status: 200, body });
export const problem = (status: number, title: string, detail: string): FakeAnswer => ({
  status,
  body: { status, title, detail },
});

/** The HTTP contract of the gateway as far as the console uses it; for development and tests only. */
export class FakeGateway {
  readonly shop = new FakeShop();
  readonly catalog = new FakeCatalog();
  readonly chats = new FakeChats();
  session: Omit<Session, 'user'> = { demo: true, setupRequired: false };
  permissions: Permission[] = [...permissions];
  simulator = true;
  replyMillis: number;
  /** All that is asked for, but who is there, is answered so. */
  trouble: FakeAnswer | null = null;
  private standstill: Promise<void> | null = null;
  private readonly phones: FakePhone[] = [];
  private readonly others = new Map<string, (request: Request) => FakeAnswer>();
  private readonly listeners = new Set<(customer: string) => void>();

  constructor(replyMillis = 250) {
    this.replyMillis = replyMillis;
    this.addPhone('Amina Yusuf', false);
    this.addPhone('Brian Otieno', false);
  }

  /** Answers this path from now on, whatever its query says. */
  on(method: string, path: string, answer: (request: Request) => FakeAnswer): this {
    this.others.set(`${method} ${path}`, answer);
    return this;
  }

  /** Answers nothing from now on, but who is there, until the function it returns is called. */
  hold(): () => void {
    let goOn = () => {};
    this.standstill = new Promise((resolve) => (goOn = resolve));
    return () => {
      this.standstill = null;
      goOn();
    };
  }

  async meanwhile({ path }: Pick<Request, 'path'>): Promise<void> {
    if (path !== '/api/session') await this.standstill;
  }

  onChange(listener: (customer: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  answer(request: Request): FakeAnswer {
    const { method, path, body, signedIn } = request;
    const access = this.access(method, path, body, signedIn);
    if (access) return access;
    if (!signedIn) return problem(401, 'Not signed in', 'Sign in to go on.');
    if (this.trouble) return this.trouble;
    const other = this.others.get(`${method} ${path.replace(/\?.*/, '')}`);
    if (other) return other(request);
    const catalog = this.catalog.answer(method, path, body);
    if (catalog) return catalog;
    const chats = this.chats.answer(method, path, body);
    if (chats) return chats;
    if (!this.simulator) return problem(404, 'Not found', 'The simulator is off.');
    return this.simulated(method, path, body) ?? problem(404, 'Not found', `There is no ${path}.`);
  }

  private access(method: string, path: string, body: unknown, signedIn: boolean): FakeAnswer | null {
    switch (`${method} ${path}`) {
      case 'GET /api/session':
        return ok({
          ...this.session,
          user: signedIn ? { name: 'demo', roles: ['ADMIN'], permissions: this.permissions } : null,
        });
      case 'POST /api/session/demo':
        return { status: 204, signedIn: true };
      case 'POST /api/session':
        return (body as { password: string }).password === 'correct horse battery'
          ? { status: 204, signedIn: true }
          : problem(401, 'Not signed in', 'The user name or the password is wrong.');
      case 'DELETE /api/session':
        return { status: 204, signedIn: false };
      case 'POST /api/setup':
        this.session.setupRequired = false;
        return { status: 204, signedIn: true };
      default:
        return null;
    }
  }

  private simulated(method: string, path: string, body: unknown): FakeAnswer | null {
    const customers = this.phones.map(({ customer }) => customer);
    switch (`${method} ${path}`) {
      case 'GET /api/simulator/customers':
        return ok({ customers, business: 'Demo Store' });
      case 'POST /api/simulator/customers': {
        const { hiddenNumber } = body as { hiddenNumber: boolean };
        return {
          status: 201,
          body: this.addPhone(`Customer ${this.phones.length + 1}`, hiddenNumber).customer,
        };
      }
      case 'GET /api/simulator/erp':
        return ok(this.shop.state());
      case 'PUT /api/simulator/erp':
        this.shop.trouble = body as ErpTrouble;
        return { status: 204 };
      case 'GET /api/simulator/orders':
        return ok({ orders: this.shop.orders });
      case 'GET /api/simulator/payments':
        return ok({ payments: this.shop.payments });
      default:
        return this.chat(method, path, body);
    }
  }

  private settle(path: string, body: unknown): FakeAnswer {
    const payment = this.shop.payments.find(({ paymentId }) => path.endsWith(`/${paymentId}`));
    if (payment?.status !== 'pending') return problem(409, 'Conflict', 'Nobody waits for this payment.');
    payment.status = (body as Settlement).status.toLowerCase();
    return { status: 204 };
  }

  private move(path: string, body: unknown): FakeAnswer {
    const order = this.shop.orders.find(({ externalOrderId }) => path.includes(`/${externalOrderId}`));
    if (!order) return problem(404, 'Not found', 'The ERP has no such order.');
    if (path.endsWith('/cash')) order.paid = true;
    else order.status = (body as { status: string }).status;
    return { status: 204 };
  }

  private chat(method: string, path: string, body: unknown): FakeAnswer | null {
    if (method === 'PUT' && path.startsWith('/api/simulator/payments/')) return this.settle(path, body);
    if (method === 'PUT' && path.startsWith('/api/simulator/orders/')) return this.move(path, body);
    const [, id, messages] = /^\/api\/simulator\/customers\/([^/]+)(\/messages)?$/.exec(path) ?? [];
    const phone = this.phones.find(({ customer }) => customer.id === id);
    if (!phone) return null;
    if (method === 'GET' && !messages) return ok(phone.conversation());
    if (method !== 'POST' || !messages) return null;
    phone.hear(body as CustomerAction);
    setTimeout(() => {
      phone.answer(body as CustomerAction);
      this.listeners.forEach((listener) => listener(phone.customer.id));
    }, this.replyMillis);
    return { status: 202 };
  }

  private addPhone(name: string, hiddenNumber: boolean): FakePhone {
    const number = this.phones.length + 1;
    const id = hiddenNumber ? `KE.${1000 + number}` : `25470000000${number}`;
    const customer = { id, name, phone: hiddenNumber ? null : `+${id}`, userId: `KE.${1000 + number}` };
    const phone = new FakePhone(customer, this.shop);
    this.phones.push(phone);
    return phone;
  }
}
