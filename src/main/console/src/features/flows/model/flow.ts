import type { Node } from 'jsonc-parser';
import { parse, type Broken } from './text';

type Json = Record<string, unknown>;

/** What an outline shows of a step. Where the step has not changed it is the same object, so that nothing is drawn again. */
export type Card = {
  index: number;
  id: string;
  /** Its keys, in the format's words: call, say, ask … */
  parts: string[];
  said: string;
  options: string[];
  operation: string | null;
  source: string;
};

/** A text that is JSON, read. */
export type Flow = { text: string; root: Node; value: Json; cards: Card[]; languages: string[] };

export function readFlow(text: string, before: Flow | null = null): Flow | Broken {
  if (before?.text === text) return before;
  const parsed = parse(text);
  if ('offset' in parsed) return parsed;
  const steps = arrayOf(parsed.value.steps);
  const nodes = stepNodes(parsed.root);
  const cards = steps.map((step, index) => {
    const node = nodes[index];
    const source = node ? text.slice(node.offset, node.offset + node.length) : '';
    const known = before?.cards[index];
    return known?.source === source ? known : cardOf(objectOf(step), index, source);
  });
  return { text, root: parsed.root, value: parsed.value, cards, languages: languagesOf(parsed.value) };
}

function stepNodes(root: Node): Node[] {
  const steps = root.children?.find((property) => property.children?.[0]?.value === 'steps');
  return steps?.children?.[1]?.children ?? [];
}

/** On a card it says less than the words around it. */
const longExpression = /\{\{[^]{24,}?\}\}/g;

function cardOf(step: Json, index: number, source: string): Card {
  const ask = objectOf(step.ask);
  const say = typeof step.say === 'string' ? step.say : textOf(objectOf(step.say));
  return {
    index,
    id: typeof step.id === 'string' ? step.id : '',
    parts: ['when', 'call', 'say', 'ask', 'cart', 'set', 'result', 'next', 'on'].filter(
      (part) => part in step,
    ),
    said: say.replaceAll(longExpression, '{{…}}'),
    options: arrayOf(ask.options).map((option) =>
      typeof option === 'object' ? String(objectOf(option).title ?? '') : String(option),
    ),
    operation: typeof objectOf(step.call).op === 'string' ? String(objectOf(step.call).op) : null,
    source,
  };
}

const textOf = (say: Json): string => String(say.text ?? say.template ?? '');

/** The base language first. */
function languagesOf(flow: Json): string[] {
  const base = typeof flow.lang === 'string' ? flow.lang : 'en';
  return [base, ...Object.keys(objectOf(flow.texts)).filter((language) => language !== base)];
}

export const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

export const arrayOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The names under which `texts` may have other words for a step. */
export function translatable(step: Json): string[] {
  const say = typeof step.say === 'string' ? { text: step.say } : objectOf(step.say);
  const ask = objectOf(step.ask);
  const remind = objectOf(ask.remind);
  const names: string[] = [];
  if ('text' in say) names.push('say');
  if ('footer' in say) names.push('footer');
  if ('link' in say) names.push('link');
  if ('products' in say) names.push('products');
  if ('button' in ask) names.push('button');
  if ('retry' in ask) names.push('retry');
  if (typeof remind.say === 'string' || 'text' in objectOf(remind.say)) names.push('remind.say');
  for (const option of arrayOf(ask.options).map(objectOf)) {
    if (typeof option.id !== 'string') continue;
    names.push(`options.${option.id}`);
    if ('note' in option) names.push(`options.${option.id}.note`);
  }
  if ('from' in objectOf(ask.options)) {
    names.push('options.title');
    if ('note' in objectOf(ask.options)) names.push('options.note');
  }
  return names;
}
