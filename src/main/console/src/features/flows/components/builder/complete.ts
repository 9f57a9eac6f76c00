import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { getLocation } from 'jsonc-parser';
import type { Operation } from '../../api/flows';
import type { Flow } from '../../model/flow';
import { targetsOf, variablesOf } from '../../model/names';
import { formsOf, kindOf, resolve, schemasAt, wordsOf } from '../../model/schema';

type Known = { operations: Operation[]; flows: string[] };

/** Names of the format, steps, operations and variables, where each can stand. */
export function completeFlow(
  context: CompletionContext,
  flow: Flow | null,
  known: Known,
): CompletionResult | null {
  const text = context.state.doc.toString();
  const location = getLocation(text, context.pos);
  const expression = context.matchBefore(/(?:\{\{|"= |[^\w.$])[\w.]*$/);
  const before = text.slice(text.lastIndexOf('\n', context.pos - 1) + 1, context.pos);
  if (flow && inExpression(before)) {
    const word = context.matchBefore(/[\w.]*/);
    if (!word || (word.from === word.to && !expression && !context.explicit)) return null;
    return { from: word.from, options: variablesOf(flow).map((label) => ({ label, type: 'variable' })) };
  }
  const word = context.matchBefore(/"?[\w@:$.-]*/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  const quoted = (label: string): Completion => ({ label, apply: JSON.stringify(label) });
  const upTo = text[context.pos] === '"' && word.text.startsWith('"') ? context.pos + 1 : context.pos;
  const options = location.isAtPropertyKey
    ? keysAt(location.path, flow, known).map((label) => ({ ...quoted(label), type: 'property' }))
    : valuesAt(location.path, flow, known).map((label) => ({ ...quoted(label), type: 'constant' }));
  return options.length === 0 ? null : { from: word.from, to: upTo, options, filter: true };
}

/** Between {{ and }}, or in a text that begins with "= ". */
function inExpression(before: string): boolean {
  const open = before.lastIndexOf('{{');
  if (open > before.lastIndexOf('}}')) return true;
  const whole = before.lastIndexOf('"= ');
  return whole >= 0 && !before.slice(whole + 1).includes('"');
}

function keysAt(path: (string | number)[], flow: Flow | null, { operations }: Known): string[] {
  const parent = path.slice(0, -1);
  if (parent.at(-1) === 'send' && typeof parent[1] === 'number') {
    const operation = flow?.cards[parent[1]]?.operation;
    return operations.find(({ name }) => name === operation)?.request.map(({ name }) => name) ?? [];
  }
  return schemasAt(parent).flatMap((found) => Object.keys(resolve(found).properties ?? {}));
}

function valuesAt(path: (string | number)[], flow: Flow | null, { operations, flows }: Known): string[] {
  if (path.at(-2) === 'save' && typeof path[1] === 'number') {
    const operation = flow?.cards[path[1]]?.operation;
    return operations.find(({ name }) => name === operation)?.answer ?? [];
  }
  return schemasAt(path).flatMap((wanted) => {
    const found = resolve(wanted);
    const forms = kindOf(wanted) === 'choice' ? formsOf(found).map((form) => form.schema) : [wanted];
    return forms.flatMap((form) => {
      switch (kindOf(form)) {
        case 'target':
          return flow ? targetsOf(flow, flows) : [];
        case 'operation':
          return operations.map(({ name }) => name);
        case 'word':
        case 'types':
          return wordsOf(form);
        case 'path':
          return flow ? variablesOf(flow) : [];
        default:
          return [];
      }
    });
  });
}
