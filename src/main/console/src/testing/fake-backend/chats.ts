import type { Schemas } from '@/lib/gateway';
import type { FakeAnswer } from './gateway.ts';

type Chat = Schemas['ChatView'];
type Item = Schemas['ThreadItem'];

const hour = 3_600_000;
const ok = (body: unknown): FakeAnswer => ({ status: 200, body });
const ago = (millis: number) => new Date(Date.now() - millis).toISOString();

/** The chats of the gateway, as far as the console asks for them. */
export class FakeChats {
  readonly chats: Chat[] = [
    this.chat(1, 'Amina Wanjiru', { snippet: '2 bags please', flow: 'order', step: 'qty' }),
    this.chat(2, 'Brian Otieno', {
      owner: 'person',
      assignee: 'ben',
      unread: 2,
      snippet: 'Where is my order?',
    }),
    this.chat(3, 'Chao Li', {
      windowOpen: false,
      windowEnds: ago(3 * hour),
      failedCode: 131047,
      failed: 'Re-engagement message',
    }),
  ];
  readonly items: Item[] = [];
  readonly sent: { contactId: number; body: Record<string, unknown> }[] = [];
  quickReplies = [{ id: 1, shortcut: 'hours', body: 'We are open from 8 to 5.' }];
  templates: Schemas['SendableTemplate'][] = [
    {
      name: 'order_ready',
      language: 'en',
      category: 'UTILITY',
      body: 'Your order {{1}} is ready.',
      footer: 'Demo Store',
      buttons: [],
      blanks: [{ key: 'body.1', name: '1', example: 'SO-1' }],
    },
  ];

  services: Partial<Schemas['ServiceView']>[] = [];
  /** Chats with something new for whoever looks. */
  unread = 0;

  answer(method: string, path: string, body: unknown): FakeAnswer | null {
    const url = new URL(path, 'http://gateway');
    switch (`${method} ${url.pathname}`) {
      case 'GET /api/v1/conversations':
        return ok({ chats: this.matching(url.searchParams) });
      case 'GET /api/v1/conversations/counts':
        return ok({
          mine: 0,
          unassigned: 0,
          bot: 2,
          human: 1,
          waiting: 0,
          all: this.chats.length,
          unread: this.unread,
        });
      case 'GET /api/v1/services':
        return ok({ services: this.services });
      case 'GET /api/v1/quick-replies':
        return ok({ quickReplies: this.quickReplies });
      case 'GET /api/v1/enabled-products':
        return ok({
          products: [
            { externalProductId: 'P1', name: 'Coffee', price: 1600, currency: 'KES', service: false },
          ],
        });
      case 'GET /api/v1/people':
        return ok({ people: [{ name: 'ben', available: true, since: ago(0), seenAt: ago(0) }] });
      default:
        return this.ofChat(method, url.pathname, body as Record<string, unknown>);
    }
  }

  private ofChat(method: string, path: string, body: Record<string, unknown>): FakeAnswer | null {
    const [, id, what] = /^\/api\/v1\/conversations\/(\d+)\/([a-z-]+)$/.exec(path) ?? [];
    const chat = this.chats.find(({ contactId }) => contactId === Number(id));
    if (!chat) return null;
    switch (`${method} ${what}`) {
      case 'GET summary':
        return ok(chat);
      case 'GET thread':
        return ok({ items: this.items });
      case 'GET state':
        return ok({
          externalCustomerId: 'C-77',
          flow: chat.flow,
          step: chat.step,
          cart: [{ name: 'Rice', qty: 2 }],
        });
      case 'GET orders':
        return ok({
          orders: [
            {
              contactId: chat.contactId,
              clientReference: 'r',
              externalOrderId: 'O1',
              orderNumber: 'SO-1042',
              orderedAt: ago(0),
            },
          ],
        });
      case 'GET templates':
        return ok({ templates: this.templates });
      case 'PUT read':
        chat.unread = 0;
        return { status: 204 };
      case 'POST messages':
        this.sent.push({ contactId: chat.contactId, body });
        Object.assign(chat, { owner: 'person', assignee: 'demo' });
        return { status: 201, body: { contactId: chat.contactId, messages: [`${chat.contactId}.1`] } };
      case 'POST takeover':
        Object.assign(chat, { owner: 'person', assignee: 'demo' });
        return ok({ contactId: chat.contactId, assignee: 'demo' });
      case 'POST hand-back':
        Object.assign(chat, { owner: 'bot', assignee: undefined });
        return ok({ contactId: chat.contactId });
      default:
        return null;
    }
  }

  private matching(wanted: URLSearchParams): Chat[] {
    const filter = wanted.get('filter') ?? 'all';
    const q = (wanted.get('q') ?? '').toLowerCase();
    return this.chats.filter(
      (chat) =>
        (filter === 'all' ||
          (filter === 'bot' && chat.owner === 'bot') ||
          (filter === 'human' && chat.owner === 'person') ||
          (filter === 'mine' && chat.assignee === 'demo')) &&
        (chat.name ?? '').toLowerCase().includes(q),
    );
  }

  private chat(contactId: number, name: string, more: Partial<Chat>): Chat {
    return {
      contactId,
      name,
      phone: `+25470000000${contactId}`,
      phoneNumberId: '1',
      at: ago(contactId * 60_000),
      unread: 0,
      snippet: 'Hello',
      snippetAt: ago(contactId * 60_000),
      direction: 'in',
      owner: 'bot',
      overdue: false,
      windowOpen: true,
      windowEnds: new Date(Date.now() + 23 * hour).toISOString(),
      ...more,
    };
  }
}
