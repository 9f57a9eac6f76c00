import { arrayOf, objectOf, type Flow } from './flow';
import { formOf, formsOf, kindOf, resolve, schema, type Schema } from './schema';
import { inTurn, nodeAt, remove, renameKey, set, type Edit, type Path } from './text';

export const knownTargets = [
  '@done',
  '@cancel',
  '@human',
  '@menu',
  '@back',
  '@stay',
  '@retry',
  '@pause',
  '@queue',
];

const always = [
  'contact.name',
  'contact.phone',
  'contact.lang',
  'contact.last_order.order_number',
  'contact.source.headline',
  'start.text',
  'start.product',
  'start.job',
  'start.qty',
  'input',
  'now',
  'store.name',
  'store.pickup_address',
  'cart.text',
  'cart.lines',
  'cart.qty',
  'cart.subtotal',
  'cart.delivery',
  'cart.total',
  'cart.currency',
];

/** Where a step can lead: its own steps, what is known to all, and other flows. */
export const targetsOf = (flow: Flow, flows: string[]): string[] => [
  ...flow.cards.map(({ id }) => id).filter(Boolean),
  ...knownTargets,
  ...flows.filter((id) => id !== flow.value.id).map((id) => `@flow:${id}`),
];

/** What expressions can read: what the flow keeps, and what is always there. */
export function variablesOf(flow: Flow): string[] {
  const own = new Set(Object.keys(objectOf(flow.value.vars)));
  for (const step of arrayOf(flow.value.steps).map(objectOf)) {
    const saved = objectOf(step.ask).save;
    if (typeof saved === 'string' && saved) own.add(saved);
    Object.keys(objectOf(objectOf(step.call).save)).forEach((name) => own.add(name));
    Object.keys(objectOf(step.set)).forEach((name) => own.add(name));
  }
  return [...own, ...always.filter((name) => !own.has(name))].filter((name) => !name.startsWith('item.'));
}

/** Every place that leads somewhere, as the schema has them. */
export function targetPlaces(flow: Flow): { path: Path; target: string }[] {
  return places(schema, flow.value, []);
}

function places(wanted: Schema, value: unknown, path: Path): { path: Path; target: string }[] {
  const kind = kindOf(wanted);
  const found = resolve(wanted);
  if (kind === 'target') return typeof value === 'string' ? [{ path, target: value }] : [];
  if (kind === 'choice') {
    const form = formsOf(found).find((candidate) => candidate.form === formOf(value));
    return form ? places(form.schema, value, path) : [];
  }
  if (Array.isArray(value) && found.items) {
    const { items } = found;
    return value.flatMap((item, index) => places(items, item, [...path, index]));
  }
  return Object.entries(objectOf(value)).flatMap(([key, inner]) => {
    const property = found.properties?.[key];
    return property ? places(property, inner, [...path, key]) : [];
  });
}

/** Gives a step another name, wherever it stands. */
export function renameStep(flow: Flow, index: number, name: string): Edit[] {
  const { id } = flow.cards[index] ?? { id: '' };
  const leading = id === '' ? [] : targetPlaces(flow).filter(({ target }) => target === id);
  return [
    ...set(flow.text, flow.root, ['steps', index, 'id'], name),
    ...leading.flatMap(({ path }) => set(flow.text, flow.root, path, name)),
    ...textKeys(flow, id).flatMap(({ path, key }) =>
      renameKey(flow.text, flow.root, path, name + key.slice(id.length)),
    ),
  ];
}

/** Takes a step away with its translations; who leads to it is left to the linter. */
export function removeStep(flow: Flow, index: number): Edit[] {
  const { id } = flow.cards[index] ?? { id: '' };
  return inTurn(flow.text, [
    ...textKeys(flow, id).map(
      ({ path }) =>
        (_: string, root: Flow['root']) =>
          remove(root, path),
    ),
    (_, root) => remove(root, ['steps', index]),
  ]);
}

function textKeys(flow: Flow, id: string): { path: Path; key: string }[] {
  if (id === '') return [];
  return Object.entries(objectOf(flow.value.texts)).flatMap(([language, texts]) =>
    Object.keys(objectOf(texts))
      .filter((key) => key.startsWith(`${id}.`))
      .map((key) => ({ path: ['texts', language, key], key })),
  );
}

/** The words of a step in other languages, by language and name. */
export function textsOf(flow: Flow, id: string): Record<string, Record<string, unknown>> {
  const found: Record<string, Record<string, unknown>> = {};
  for (const { path, key } of textKeys(flow, id)) {
    const language = String(path[1]);
    (found[language] ??= {})[key] = objectOf(objectOf(flow.value.texts)[language])[key];
  }
  return found;
}

const longestName = 40;

/** A name that is not among those taken. */
export function freeName(taken: string[], wanted: string): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : `_${number}`;
    const name = wanted.slice(0, longestName - ending.length) + ending;
    if (!taken.includes(name)) return name;
  }
}

/** Takes something away, and with it what would be empty then, up to the element of a list. */
export function clear(flow: Flow, path: Path): Edit[] {
  let gone = path;
  for (;;) {
    const parent = gone.slice(0, -1);
    const holder = nodeAt(flow.root, parent);
    const inList = typeof parent.at(-1) === 'number';
    if (parent.length === 0 || inList || (holder?.children?.length ?? 0) !== 1) break;
    gone = parent;
  }
  return remove(flow.root, gone);
}
