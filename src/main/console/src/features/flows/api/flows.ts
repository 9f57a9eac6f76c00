import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { gateway, type Schemas } from '@/lib/gateway';
import { exchange, request } from '@/lib/http';
import { useLiveEvent } from '@/lib/live-context';

export type FlowView = Schemas['FlowView'];
export type History = Schemas['HistoryView'];
export type Version = Schemas['VersionView'];
export type Finding = Schemas['FindingView'];
export type Operation = Schemas['OperationView'];

/** A text with what the gateway knows it by. */
export type KeptText = { text: string; revision: string };

export const flowsKey = gateway.queryOptions('get', '/api/v1/flows').queryKey;
const problemsKey = gateway.queryOptions('get', '/api/v1/flow-problems').queryKey;
export const historyKey = (flow: string) =>
  gateway.queryOptions('get', '/api/v1/flows/{flow}', { params: { path: { flow } } }).queryKey;

/** All flows; asked again when somebody saves or publishes one. */
export function useFlows() {
  const queries = useQueryClient();
  useLiveEvent(
    'flow',
    useCallback(() => {
      void queries.invalidateQueries({ queryKey: flowsKey });
      void queries.invalidateQueries({ queryKey: problemsKey });
    }, [queries]),
  );
  return gateway.useQuery('get', '/api/v1/flows');
}

export const useProblems = () => gateway.useQuery('get', '/api/v1/flow-problems');

export function useHistory(flow: string) {
  const queries = useQueryClient();
  useLiveEvent(
    'flow',
    useCallback(() => void queries.invalidateQueries({ queryKey: historyKey(flow) }), [queries, flow]),
  );
  return gateway.useQuery('get', '/api/v1/flows/{flow}', { params: { path: { flow } } });
}

/** What can be asked of the ERP does not change while the gateway runs. */
export const useOperations = () =>
  gateway.useQuery('get', '/api/v1/flow-contract', {}, { staleTime: Infinity });

/** @param revision a hash, `published`, `draft` or `file` */
export async function readText(flow: string, revision: string): Promise<KeptText> {
  const path = `/api/v1/flows/${encodeURIComponent(flow)}/revisions/${encodeURIComponent(revision)}`;
  const answer = await send('GET', path);
  return { text: await answer.text(), revision: revisionOf(answer) };
}

/** @param replaces what the author has seen; null: there is nothing yet */
export async function saveDraft(flow: string, text: string, replaces: string | null): Promise<string> {
  const path = `/api/v1/flows/${encodeURIComponent(flow)}/draft`;
  const seen: Record<string, string> =
    replaces === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${replaces}"` };
  const answer = await send('PUT', path, text, seen);
  return ((await answer.json()) as Schemas['Saved']).revision;
}

/** Takes the text in as the draft of the flow it names, which must be new. */
export async function importFlow(text: string): Promise<string> {
  const answer = await send('POST', '/api/v1/flows', text);
  return ((await answer.json()) as Schemas['Saved']).flow;
}

export async function discardDraft(flow: string, revision: string): Promise<void> {
  await send('DELETE', `/api/v1/flows/${encodeURIComponent(flow)}/draft`, undefined, {
    'If-Match': `"${revision}"`,
  });
}

export async function lint(text: string, signal?: AbortSignal): Promise<Finding[]> {
  const answer = await send('POST', '/api/v1/flows/lint', text, {}, signal);
  return ((await answer.json()) as Schemas['Linted']).findings;
}

export type Wish = { revision: string; message: string; replaces?: string };

export const publish = (flow: string, wish: Wish) =>
  request<Schemas['Published']>('POST', `/api/v1/flows/${encodeURIComponent(flow)}/publish`, wish);

export const rollBack = (flow: string, wish: Wish) =>
  request<Schemas['Published']>('POST', `/api/v1/flows/${encodeURIComponent(flow)}/rollback`, wish);

function send(
  method: string,
  path: string,
  body?: string,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response> {
  return exchange(
    new Request(new URL(path, window.location.origin), {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      credentials: 'same-origin',
      body,
      signal,
    }),
  );
}

const revisionOf = (answer: Response): string =>
  (answer.headers.get('ETag') ?? '').replace(/^W\//, '').replaceAll('"', '');
