import type { FlowDocument } from '../../model/document';
import type { Flow } from '../../model/flow';
import { freeName, removeStep, renameStep } from '../../model/names';
import { duplicate, insert, swap } from '../../model/text';

export const stepKinds = ['message', 'question', 'choice', 'call', 'set', 'empty'] as const;
export type StepKind = (typeof stepKinds)[number];

const fresh: Record<StepKind, Record<string, unknown>> = {
  message: { say: '' },
  question: { say: '', ask: { type: 'text', save: 'answer' } },
  choice: {
    say: '',
    ask: {
      type: 'choice',
      options: [
        { id: 'yes', title: 'Yes' },
        { id: 'no', title: 'No' },
      ],
      save: 'choice',
    },
  },
  call: { call: { op: 'LIST_PRODUCTS', send: {}, save: { products: 'items' } } },
  set: { set: { name: '' } },
  empty: {},
};

/** What can be done with a step as a whole. */
export type StepActions = {
  kinds: readonly StepKind[];
  add: (at: number, kind: StepKind) => void;
  move: (index: number, by: 1 | -1) => void;
  duplicate: (index: number) => void;
  remove: (index: number) => void;
  rename: (index: number, name: string) => void;
};

export function stepActions(
  document: FlowDocument,
  flow: Flow,
  select: (index: number) => void,
): StepActions {
  return {
    kinds: stepKinds,
    add: (at, kind) => {
      const id = freeName(flow, kind === 'empty' ? 'step' : kind);
      document.apply(insert(flow.text, flow.root, ['steps'], at, { id, ...fresh[kind] }));
      select(at);
    },
    move: (index, by) => {
      document.apply(swap(flow.text, flow.root, ['steps'], Math.min(index, index + by)));
      select(index + by);
    },
    duplicate: (index) => {
      const id = freeName(flow, flow.cards[index]?.id ?? 'step');
      document.apply(duplicate(flow.text, flow.root, ['steps'], index, { id }));
      select(index + 1);
    },
    remove: (index) => {
      document.apply(removeStep(flow, index));
      select(Math.max(0, index - 1));
    },
    rename: (index, name) => {
      document.apply(renameStep(flow, index, name));
      select(index);
    },
  };
}
