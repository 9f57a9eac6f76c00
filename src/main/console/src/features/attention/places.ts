import type { Schemas } from '@/lib/gateway';

type Item = Pick<Schemas['AttentionItemView'], 'link'>;

/** Where the console shows what the API has at an item's link, and how it is called in its own endpoints. */
export type Place =
  | { kind: 'order'; order: string; status?: string }
  | { kind: 'chat'; contact: string }
  | { kind: 'template'; name: string }
  | { kind: 'mapping'; event: string }
  | { kind: 'other' };

export function placeOf({ link }: Item, id: string): Place {
  const order = /^\/api\/v1\/orders\/([^/]+)(\/notices)?$/.exec(link);
  if (order?.[1] !== undefined) {
    const name = decodeURIComponent(order[1]);
    const status = order[2] ? id.slice(name.length + 1) : undefined;
    return { kind: 'order', order: name, status };
  }
  const template = /^\/api\/v1\/(templates|template-mappings)\/([^/]+)$/.exec(link);
  if (template?.[2] !== undefined)
    return template[1] === 'templates'
      ? { kind: 'template', name: decodeURIComponent(template[2]) }
      : { kind: 'mapping', event: decodeURIComponent(template[2]) };
  const chat = /^\/api\/v1\/conversations\/(\d+)/.exec(link);
  return chat?.[1] === undefined ? { kind: 'other' } : { kind: 'chat', contact: chat[1] };
}
