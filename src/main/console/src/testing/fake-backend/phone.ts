import type { ChatMessage, Conversation, ErpCall, FlowSession } from '@/features/simulator/api/conversation';
import type { Customer } from '@/lib/simulated-customers';
import type { CustomerAction } from '@/features/simulator/api/send-message';
import type { Order } from '@/features/simulator/api/orders';
import { money, totalOf, type CartLine, type FakeShop, type Product } from './shop.ts';

type Step =
  'menu' | 'browse' | 'quantity' | 'more' | 'phone' | 'address' | 'summary' | 'cod' | 'down' | 'idle';
type Choice = { id: string; title: string; description?: string };

/** One customer's chat with a scripted gateway: the order flow, told in the words of the shipped one. */
export class FakePhone {
  readonly customer: Customer;
  private readonly shop: FakeShop;
  private readonly messages: ChatMessage[] = [];
  private readonly calls: ErpCall[] = [];
  private step: Step = 'idle';
  private retryStep: () => void = () => this.menu();
  private product: Product | null = null;
  private cart: CartLine[] = [];
  private address = '';
  private order: Order | null = null;

  constructor(customer: Customer, shop: FakeShop) {
    this.customer = customer;
    this.shop = shop;
  }

  conversation(): Conversation {
    return { customer: this.customer, messages: this.messages, calls: this.calls, session: this.session() };
  }

  hear(action: CustomerAction): void {
    this.add('in', { ...this.sender(), id: '', timestamp: seconds(), ...inboundWire(action) });
  }

  answer(action: CustomerAction): void {
    for (const message of this.messages) if (message.direction === 'out') message.status = 'read';
    const word = 'text' in action ? action.text : 'title' in action ? action.title : '';
    const id = action.type === 'button_reply' || action.type === 'list_reply' ? action.id : '';
    if (/^cancel$/i.test(word)) return this.finish('Cancelled. Nothing was ordered.');
    if (id === 'menu:order' || /^order/i.test(word)) return this.browse();
    switch (this.step) {
      case 'browse':
        return this.chosen(this.shop.products.find((product) => product.id === id || product.name === word));
      case 'quantity':
        return this.counted(Number(word));
      case 'more':
        return id === 'add' ? this.browse() : this.checkout();
      case 'phone':
        return action.type === 'contact_share'
          ? this.askAddress()
          : this.askPhone('Please tap the share button below.');
      case 'address':
        return this.summary(action);
      case 'summary':
        return this.create();
      case 'cod':
        return this.confirm();
      case 'down':
        return id === 'retry' ? this.retryStep() : this.finish('A colleague will answer you here.');
      default:
        return this.menu();
    }
  }

  private menu(): void {
    this.step = 'menu';
    this.buttons('Hello! *Welcome to the demo shop.* What can we do for you?', [
      { id: 'menu:order', title: 'Order products' },
      { id: 'menu:human', title: 'Talk to us' },
    ]);
  }

  private browse(): void {
    const { products } = this.shop;
    const call = this.shop.call('LIST_PRODUCTS', 'GET', '/products?active_only=true', null, () => ({
      items: products,
    }));
    this.calls.push(call);
    if (call.outcome === 'down') return this.down(() => this.browse());
    if (call.outcome === 'empty')
      return this.finish('Nothing is on sale right now. A colleague will help you.');
    this.step = 'browse';
    const rows = products.map(({ id, name, cents }) => ({
      id,
      title: name,
      description: `KES ${money(cents)}`,
    }));
    this.list('What would you like to order?', 'See products', rows);
  }

  private chosen(product: Product | undefined): void {
    if (!product) return this.text('Please tap a product from the list, or type its name.');
    this.product = product;
    this.step = 'quantity';
    const rows = Array.from({ length: 10 }, (_, index) => ({
      id: `qty:${index + 1}`,
      title: String(index + 1),
    }));
    this.list(`How many ${product.name}?`, 'Quantity', rows);
  }

  private counted(qty: number): void {
    if (!this.product || !Number.isInteger(qty) || qty < 1 || qty > 100)
      return this.text('Please choose a quantity from 1 to 100.');
    this.cart.push({ product: this.product, qty });
    this.step = 'more';
    this.buttons(`Your cart:\n${this.cartText()}`, [
      { id: 'add', title: 'Add more' },
      { id: 'checkout', title: 'Checkout' },
    ]);
  }

  private checkout(): void {
    for (const { product, qty } of this.cart) {
      const request = { external_product_id: product.id, qty };
      const call = this.shop.call('GET_PRICE', 'POST', '/price', request, () => ({
        unit_price: money(product.cents),
        currency: 'KES',
      }));
      this.calls.push(call);
      if (call.outcome === 'down') return this.down(() => this.checkout());
    }
    if (this.customer.phone === null)
      return this.askPhone('Your number is hidden. Please share it so we can register the order.');
    this.askAddress();
  }

  private askPhone(body: string): void {
    this.step = 'phone';
    this.interactive({
      type: 'request_contact_info',
      body: { text: body },
      action: { name: 'request_contact_info' },
    });
  }

  private askAddress(): void {
    this.step = 'address';
    const body =
      'Where should we deliver? Send the full address (building, street, house number) or share a location pin.';
    this.interactive({
      type: 'location_request_message',
      body: { text: body },
      action: { name: 'send_location' },
    });
  }

  private summary(action: CustomerAction): void {
    if (action.type === 'location')
      this.address = action.address ?? `${action.latitude}, ${action.longitude}`;
    else if (action.type === 'text' && action.text.trim().length >= 5) this.address = action.text;
    else return this.askAddress();
    this.step = 'summary';
    this.buttons(
      `Please check your order:\n${this.cartText()}\n*Total: KES ${money(totalOf(this.cart))}*\nTo: ${this.address}`,
      [
        { id: 'confirm', title: 'Confirm' },
        { id: 'cancel', title: 'Cancel' },
      ],
    );
  }

  private create(): void {
    const items = this.cart.map(({ product, qty }) => ({ external_product_id: product.id, qty }));
    const call = this.shop.call('CREATE_ORDER', 'POST', '/orders', { items }, () => {
      this.order = this.shop.place(this.customer.name, this.cart, this.address);
      return {
        external_order_id: this.order.externalOrderId,
        order_number: this.order.orderNumber,
        status: 'DRAFT',
      };
    });
    this.calls.push(call);
    if (call.outcome === 'down' || !this.order) return this.down(() => this.create());
    this.step = 'cod';
    const { orderNumber, total } = this.order;
    this.send(
      {
        type: 'template',
        template: {
          name: 'order_cod_confirm',
          language: { code: 'en' },
          components: [
            {
              type: 'body',
              parameters: [orderNumber, `KES ${total}`].map((text) => ({ type: 'text', text })),
            },
            ...['confirm', 'cancel'].map((payload, index) => ({
              type: 'button',
              sub_type: 'quick_reply',
              index: String(index),
              parameters: [{ type: 'payload', payload: `order:${orderNumber}:${payload}` }],
            })),
          ],
        },
      },
      {
        body: `Your order ${orderNumber} comes to KES ${total}, cash on delivery. Do you confirm?`,
        footer: null,
        buttons: ['Confirm', 'Cancel'].map((label) => ({ label, target: '' })),
      },
    );
  }

  private confirm(): void {
    const { order } = this;
    if (!order) return this.menu();
    const call = this.shop.call(
      'CONFIRM_ORDER',
      'POST',
      `/orders/${order.externalOrderId}/confirm`,
      { method: 'COD' },
      () => {
        order.status = 'CONFIRMED';
        return { status: order.status, order_number: order.orderNumber };
      },
    );
    this.calls.push(call);
    if (call.outcome === 'down') return this.down(() => this.confirm());
    this.finish(
      `Thank you ${this.customer.name}! Order ${order.orderNumber} is confirmed. Send *status* any time to follow it.`,
    );
  }

  private down(retry: () => void): void {
    this.step = 'down';
    this.retryStep = retry;
    this.buttons('Our shop system is not answering. Your cart is saved.', [
      { id: 'retry', title: 'Try again' },
      { id: 'human', title: 'Talk to us' },
    ]);
  }

  private finish(text: string): void {
    this.step = 'idle';
    this.cart = [];
    this.order = null;
    this.text(text);
  }

  private text(body: string): void {
    this.send({ type: 'text', text: { preview_url: false, body } });
  }

  private buttons(text: string, choices: Choice[]): void {
    const buttons = choices.map((reply) => ({ type: 'reply', reply }));
    this.interactive({ type: 'button', body: { text }, action: { buttons } });
  }

  private list(text: string, button: string, rows: Choice[]): void {
    this.interactive({
      type: 'list',
      body: { text },
      action: { button, sections: [{ title: button, rows }] },
    });
  }

  private interactive(interactive: unknown): void {
    this.send({ type: 'interactive', interactive });
  }

  private send(content: object, rendered: ChatMessage['rendered'] = null): void {
    const { phone, userId } = this.customer;
    const recipient = phone === null ? { recipient: userId } : { to: phone };
    this.add(
      'out',
      { messaging_product: 'whatsapp', recipient_type: 'individual', ...recipient, ...content },
      rendered,
    );
  }

  private add(direction: 'in' | 'out', wire: object, rendered: ChatMessage['rendered'] = null): void {
    const id = `wamid.${crypto.randomUUID()}`;
    const withId = direction === 'in' ? { ...wire, id } : wire;
    const status = direction === 'in' ? null : 'delivered';
    this.messages.push({ id, direction, at: new Date().toISOString(), wire: withId, status, rendered });
  }

  private sender(): object {
    const { id, phone, userId } = this.customer;
    return phone === null ? { from_user_id: userId } : { from: id, from_user_id: userId };
  }

  private cartText(): string {
    return this.cart
      .map(({ product, qty }) => `${qty} × ${product.name} = KES ${money(product.cents * qty)}`)
      .join('\n');
  }

  private session(): FlowSession | null {
    if (this.step === 'idle' || this.step === 'menu') return null;
    return {
      flow: 'order',
      step: this.step,
      variables: { product: this.product, address: this.address || null },
      cart: { lines: this.cart, total: money(totalOf(this.cart)), currency: 'KES' },
    };
  }
}

const seconds = () => String(Math.floor(Date.now() / 1000));

function inboundWire(action: CustomerAction): object {
  switch (action.type) {
    case 'text':
      return { type: 'text', text: { body: action.text } };
    case 'button_reply': {
      const { id, title, contextId } = action;
      return {
        context: { id: contextId },
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id, title } },
      };
    }
    case 'list_reply': {
      const { id, title, description, contextId } = action;
      const list_reply = { id, title, description };
      return {
        context: { id: contextId },
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply },
      };
    }
    case 'quick_reply':
      return {
        context: { id: action.contextId },
        type: 'button',
        button: { payload: action.payload, text: action.text },
      };
    case 'location': {
      const { latitude, longitude, name, address } = action;
      return { type: 'location', location: { latitude, longitude, name, address } };
    }
    case 'file': {
      const { filename, mime } = action;
      return { type: 'document', document: { id: '1', filename, mime_type: mime } };
    }
    case 'contact_share':
      return {
        type: 'contacts',
        contacts: [{ origin: 'contact_request', phones: [{ phone: '+254700000002', type: 'CELL' }] }],
      };
  }
}
