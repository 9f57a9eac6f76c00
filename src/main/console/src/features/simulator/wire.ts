import type { Media } from '@/components/MediaView';
import { i18n } from '@/lib/i18n';
import type { ChatMessage } from './api/conversation';
import type { CustomerAction } from './api/send-message';

/** Something the customer can tap under a message. */
export type Reply =
  | { kind: 'send'; label: string; action: CustomerAction }
  | { kind: 'list'; label: string; list: ReplyList }
  | { kind: 'location'; label: string }
  | { kind: 'contact'; label: string }
  | { kind: 'url'; label: string; url: string };

export type ListRow = { id: string; title: string; description?: string };
export type ReplyList = { title: string; contextId: string; sections: { title: string; rows: ListRow[] }[] };

/** A message as the phone shows it. */
export type Bubble = {
  header: string | null;
  media: Media | null;
  text: string | null;
  footer: string | null;
  replies: Reply[];
  /** The wire type, for the words "not shown on this phone". */
  unknownType: string | null;
};

type Json = { [key: string]: unknown };

/** In the language that is chosen when it is called. */
const t = i18n.getFixedT(null, 'simulator');

/** Reads the JSON of WhatsApp, both ways. Anything unknown is still a message, never an error. */
export function readMessage(message: ChatMessage): Bubble {
  const wire = object(message.wire);
  const type = wireType(message);
  switch (type) {
    case 'text':
      return bubble({ text: string(object(wire.text).body) });
    case 'button':
      return bubble({ text: string(object(wire.button).text) });
    case 'interactive':
      return message.direction === 'in'
        ? readTap(object(wire.interactive))
        : readInteractive(message.id, object(wire.interactive));
    case 'template':
      return readTemplate(message, object(wire.template));
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return bubble({ media: readMedia(type, wire), text: string(object(wire[type]).caption) });
    case 'location':
      return readLocation(object(wire.location));
    case 'contacts':
      return readContacts(array(wire.contacts).map(object));
    default:
      return bubble({ unknownType: type });
  }
}

/** Read receipts and reactions travel as messages, but are no bubbles. */
export function isBubble(message: ChatMessage): boolean {
  const type = wireType(message);
  return type !== 'reaction' && !('status' in object(message.wire) && type === '');
}

/** Reactions by the id of the message they belong to; the last one counts, an empty one removes. */
export function reactionsOf(messages: ChatMessage[]): Map<string, string> {
  const reactions = new Map<string, string>();
  for (const message of messages) {
    const reaction = object(object(message.wire).reaction);
    const target = string(reaction.message_id);
    if (target === null) continue;
    const emoji = string(reaction.emoji);
    if (emoji) reactions.set(target, emoji);
    else reactions.delete(target);
  }
  return reactions;
}

export function wireType(message: ChatMessage): string {
  return string(object(message.wire).type) ?? '';
}

/** One line that tells wire messages apart in a list. */
export function summaryOf(message: ChatMessage): string {
  const wire = object(message.wire);
  const type = wireType(message);
  if (type === 'interactive') {
    const kind = string(object(wire.interactive).type) ?? '';
    return interactiveName(kind) ?? t('wire.interactive', { kind });
  }
  if (type === 'template') return templateName(object(wire.template));
  if (type === '' && wire.status === 'read')
    return wire.typing_indicator ? t('wire.readTyping') : t('wire.read');
  return kindName(type) ?? (type || t('wire.message'));
}

const interactiveKinds = [
  'button',
  'list',
  'cta_url',
  'product',
  'product_list',
  'catalog_message',
  'flow',
  'location_request_message',
  'request_contact_info',
  'button_reply',
  'list_reply',
  'nfm_reply',
] as const;

const kinds = [
  'text',
  'button',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'reaction',
] as const;

function interactiveName(type: string): string | undefined {
  const known = interactiveKinds.find((kind) => kind === type);
  return known && t(`interactive.${known}`);
}

function kindName(type: string): string | undefined {
  const known = kinds.find((kind) => kind === type);
  return known && t(`kinds.${known}`);
}

const templateName = (template: Json) => t('wire.template', { name: string(template.name) ?? '' });

/** What the customer is sending, in the words the bubble will have. */
export function textOfAction(action: CustomerAction): string {
  switch (action.type) {
    case 'text':
    case 'quick_reply':
      return action.text;
    case 'button_reply':
      return action.title;
    case 'list_reply':
      return action.description ? `${action.title}\n${action.description}` : action.title;
    case 'location':
      return `📍 ${action.name ?? t('kinds.location')}`;
    case 'contact_share':
      return `👤 ${t('message.myNumber')}`;
    case 'file':
      return `📎 ${action.filename}`;
  }
}

function readTap(interactive: Json): Bubble {
  const reply = object(interactive.button_reply ?? interactive.list_reply);
  const title = string(reply.title);
  if (title === null) return bubble({ unknownType: string(interactive.type) ?? 'interactive' });
  const description = string(reply.description);
  return bubble({ text: description ? `${title}\n${description}` : title });
}

function readInteractive(contextId: string, interactive: Json): Bubble {
  const action = object(interactive.action);
  const header = object(interactive.header);
  const headerType = string(header.type) ?? '';
  return bubble({
    media:
      headerType !== '' && headerType !== 'text'
        ? readMedia(headerType, header)
        : readProducts(interactive, action),
    text: string(object(interactive.body).text),
    footer: string(object(interactive.footer).text),
    replies: readReplies(contextId, string(interactive.type) ?? '', action),
  });
}

/** The phone has no catalogue, so products stand there by their ids. */
function readProducts(interactive: Json, action: Json): Media | null {
  const type = string(interactive.type) ?? '';
  const ids =
    type === 'product'
      ? [action.product_retailer_id]
      : array(action.sections).flatMap((section) =>
          array(object(section).product_items).map((item) => object(item).product_retailer_id),
        );
  if (!['product', 'product_list', 'catalog_message'].includes(type)) return null;
  const names = ids.map(string).filter((id) => id !== null);
  return {
    kind: type,
    name: [interactiveName(type), names.join(', ')].filter(Boolean).join(' '),
    url: null,
  };
}

function readReplies(contextId: string, type: string, action: Json): Reply[] {
  switch (type) {
    case 'button':
      return array(action.buttons).map((button) => {
        const reply = object(object(button).reply);
        const title = string(reply.title) ?? '';
        return {
          kind: 'send',
          label: title,
          action: { type: 'button_reply', id: string(reply.id) ?? '', title, contextId },
        };
      });
    case 'list': {
      const label = string(action.button) ?? t('message.choose');
      return [
        {
          kind: 'list',
          label,
          list: { title: label, contextId, sections: array(action.sections).map(readSection) },
        },
      ];
    }
    case 'location_request_message':
      return [{ kind: 'location', label: t('location.title') }];
    case 'request_contact_info':
      return [{ kind: 'contact', label: t('message.shareNumber') }];
    case 'cta_url': {
      const parameters = object(action.parameters);
      return [
        {
          kind: 'url',
          label: string(parameters.display_text) ?? t('message.open'),
          url: string(parameters.url) ?? '',
        },
      ];
    }
    default:
      return [];
  }
}

function readSection(value: unknown): ReplyList['sections'][number] {
  const section = object(value);
  return {
    title: string(section.title) ?? '',
    rows: array(section.rows).map((row) => {
      const { id, title, description } = object(row);
      return {
        id: string(id) ?? '',
        title: string(title) ?? '',
        description: string(description) ?? undefined,
      };
    }),
  };
}

function readTemplate(message: ChatMessage, template: Json): Bubble {
  const components = array(template.components).map(object);
  const header = object(array(object(components.find(({ type }) => type === 'header')).parameters)[0]);
  const headerType = string(header.type) ?? '';
  return bubble({
    media: kindName(headerType) && headerType !== 'text' ? readMedia(headerType, header) : null,
    text: message.rendered?.body ?? templateName(template),
    footer: message.rendered?.footer ?? null,
    replies: (message.rendered?.buttons ?? []).map(({ label, target }, index) =>
      target === ''
        ? templateButton(message.id, label, index, components)
        : { kind: 'url', label, url: target },
    ),
  });
}

/** A quick reply without a payload sends its label, as WhatsApp does. */
function templateButton(contextId: string, label: string, index: number, components: Json[]): Reply {
  const button = components.find(
    (component) =>
      string(component.type)?.toLowerCase() === 'button' && String(component.index) === String(index),
  );
  const parameter = object(array(button?.parameters)[0]);
  return {
    kind: 'send',
    label,
    action: { type: 'quick_reply', payload: string(parameter.payload) ?? label, text: label, contextId },
  };
}

function readMedia(kind: string, holder: Json): Media {
  const media = object(holder[kind]);
  return {
    kind,
    name: string(media.filename) ?? kindName(kind) ?? kind,
    url: string(media.link) ?? string(media.url),
  };
}

function readLocation(location: Json): Bubble {
  const place = [string(location.name), string(location.address)].filter(Boolean).join('\n');
  const point = `${String(location.latitude)}, ${String(location.longitude)}`;
  return bubble({ media: { kind: 'location', name: point, url: null }, text: place === '' ? null : place });
}

function readContacts(contacts: Json[]): Bubble {
  const lines = contacts.flatMap((contact) => [
    string(object(contact.name).formatted_name),
    ...array(contact.phones).map((phone) => string(object(phone).phone)),
  ]);
  return bubble({
    media: { kind: 'contacts', name: t('kinds.contacts'), url: null },
    text: lines.filter(Boolean).join('\n') || null,
  });
}

function bubble(parts: Partial<Bubble>): Bubble {
  return { header: null, media: null, text: null, footer: null, replies: [], unknownType: null, ...parts };
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function array(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
