import { request } from '@/lib/http';

/** One thing that happens, in the words of recorded cases. */
export type Input = { [kind: string]: unknown };

/** A conversation to be played; what is not said is as usual. */
export type Case = {
  description?: string;
  contact?: Record<string, unknown>;
  failures?: { operation: string; ending: string }[];
  sample?: Record<string, unknown>;
  steps: Input[];
};

export type Option = { id: string; title: string; note?: string };

export type Shown = {
  form: string;
  template?: string;
  link?: string;
  after?: string;
  text: string;
  footer?: string;
  button?: string;
  options: Option[];
  /** Exactly what Graph gets. */
  payload: Record<string, unknown>;
};

export type Call = { operation: string; request: Record<string, unknown>; outcome: string };

export type Moment = {
  input: Input;
  now: string;
  messages: Shown[];
  calls: Call[];
  hand_over?: string | null;
  incidents: string[];
  results: Record<string, unknown>[];
  unmatched: string[];
  session: {
    place: { flow: string; step: string } | null;
    waiting: Record<string, unknown>;
    variables: Record<string, unknown>;
    cart: Record<string, unknown>;
    language: string | null;
  };
};

export type Conversation = { flow: string; revision: string; steps: Moment[]; stopped?: string | null };

export type StepShown = {
  step: string;
  reached: boolean;
  conversation: Case;
  at: number;
  simulation: Conversation;
};

export const play = (text: string, conversation: Case, signal?: AbortSignal) =>
  request<Conversation>('POST', '/api/v1/flows/simulate', { text, case: conversation }, { signal });

export const check = (text: string, conversation: object) =>
  request<{ passed: boolean; difference?: string }>('POST', '/api/v1/flows/simulate/test', {
    text,
    case: conversation,
  });

/** What the ERP sells now, as the sample of a case. */
export const readShop = async (signal?: AbortSignal) =>
  (
    await request<{ sample: Record<string, unknown> }>('GET', '/api/v1/flow-sample', undefined, {
      signal,
    })
  ).sample;

export const showStep = (
  asked: { text: string; step: string; language: string; case?: Case },
  signal?: AbortSignal,
) => request<StepShown>('POST', '/api/v1/flows/simulate/step', asked, { signal });
