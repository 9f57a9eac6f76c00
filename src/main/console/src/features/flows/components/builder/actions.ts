import type { FlowDocument } from '../../model/document';
import type { Flow } from '../../model/flow';
import { copied, pasted, stepsIn } from '../../model/clipboard';
import { freeName, removeStep, renameStep } from '../../model/names';
import { insert, swap } from '../../model/text';

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
  /** As JSON for a clipboard. */
  copy: (index: number) => string;
  /** False: there is no step in the text. */
  paste: (at: number, text: string) => boolean;
  remove: (index: number) => void;
  rename: (index: number, name: string) => void;
};

export function stepActions(
  document: FlowDocument,
  flow: Flow,
  select: (index: number) => void,
): StepActions {
  const paste = (at: number, text: string) => {
    const steps = stepsIn(text);
    if (!steps) return false;
    document.apply(pasted(flow, at, steps));
    select(at);
    return true;
  };
  return {
    kinds: stepKinds,
    add: (at, kind) => {
      const id = freeName(names(flow), kind === 'empty' ? 'step' : kind);
      document.apply(insert(flow.text, flow.root, ['steps'], at, { id, ...fresh[kind] }));
      select(at);
    },
    move: (index, by) => {
      document.apply(swap(flow.text, flow.root, ['steps'], Math.min(index, index + by)));
      select(index + by);
    },
    duplicate: (index) => void paste(index + 1, copied(flow, index)),
    copy: (index) => copied(flow, index),
    paste,
    remove: (index) => {
      // A flow has a step at least.
      if (flow.cards.length < 2) return;
      document.apply(removeStep(flow, index));
      select(Math.max(0, index - 1));
    },
    rename: (index, name) => {
      document.apply(renameStep(flow, index, name));
      select(index);
    },
  };
}

const names = (flow: Flow): string[] => flow.cards.map(({ id }) => id);
