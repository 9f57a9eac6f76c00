import type { Schemas } from '@/lib/gateway';

export type Connection = Schemas['ConnectionView'];
export type Endpoint = Schemas['EndpointView'];
export type Operation = Endpoint['operation'];
export type Change = Schemas['ConnectionChange'];
export type Tested = Schemas['ErpTestView'];

/** What somebody wants changed and has not saved; what is not in it stays as it is. */
export type Draft = {
  startFrom?: string;
  text?: string;
  baseUrl?: string;
  inside?: boolean;
  idempotency?: string;
  constants: Record<string, string>;
  secrets: Record<string, string>;
  endpoints: Partial<Record<Operation, { method: string; path: string }>>;
};

export const noDraft: Draft = { constants: {}, secrets: {}, endpoints: {} };

const methods: Partial<Record<Operation, string>> = { LIST_PRODUCTS: 'GET', GET_PRICE: 'GET' };

/** The method somebody will most likely want. */
export function usualMethod(operation: Operation): string {
  return methods[operation] ?? (/^(LIST|GET)_/.test(operation) ? 'GET' : 'POST');
}

export function endpointOf(draft: Draft, row: Endpoint): { method: string; path: string } {
  return draft.endpoints[row.operation] ?? unchanged(draft, row);
}

function unchanged({ startFrom }: Draft, { operation, method, path }: Endpoint) {
  const begun = startFrom === 'empty' ? { method: '', path: '' } : { method, path };
  return { ...begun, method: begun.method || usualMethod(operation) };
}

/** Another start forgets what was changed in the profile before. */
export function startedFrom(draft: Draft, name: string): Draft {
  return { ...draft, startFrom: name, text: undefined, idempotency: undefined, endpoints: {} };
}

export function withEndpoint(draft: Draft, row: Endpoint, change: { method?: string; path?: string }): Draft {
  const next = { ...endpointOf(draft, row), ...change };
  const endpoints = { ...draft.endpoints, [row.operation]: next };
  const before = unchanged(draft, row);
  if (next.path.trim() === before.path && (next.method === before.method || before.path === ''))
    delete endpoints[row.operation];
  return { ...draft, endpoints };
}

/** Saved on top of what a colleague changed in the profile, it would undo that. */
export function isWhole({ startFrom, text }: Draft): boolean {
  return startFrom !== undefined || text !== undefined;
}

export function isChanged(draft: Draft): boolean {
  const { constants, secrets, endpoints, ...single } = draft;
  return (
    Object.values(single).some((value) => value !== undefined) ||
    [constants, secrets, endpoints].some((many) => Object.keys(many).length > 0)
  );
}

export function changeOf(draft: Draft, version: number): Change {
  const endpoints = Object.entries(draft.endpoints).map(([operation, endpoint]) => ({
    operation: operation as Operation,
    ...endpoint,
  }));
  return {
    version,
    startFrom: draft.startFrom,
    text: draft.text,
    baseUrl: draft.baseUrl,
    inside: draft.inside,
    idempotency: draft.idempotency,
    constants: Object.keys(draft.constants).length > 0 ? draft.constants : undefined,
    secrets: Object.keys(draft.secrets).length > 0 ? draft.secrets : undefined,
    endpoints: endpoints.length > 0 ? endpoints : undefined,
  };
}

const plain = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** One step further on a JSONPath. */
export function below(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return plain.test(key) ? `${path}.${key}` : `${path}['${key.replaceAll("'", String.raw`\'`)}']`;
}
