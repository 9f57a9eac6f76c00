import { findNodeAtLocation, format, parseTree, type Node, type ParseError } from 'jsonc-parser';

export type Path = (string | number)[];

/** What stands between two places of a text becomes `insert`. */
export type Edit = { from: number; to: number; insert: string };

export type Broken = { offset: number };

const strict = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** The tree of a text that is a JSON object, or where it stops being one. */
export function parse(text: string): { root: Node; value: Record<string, unknown> } | Broken {
  try {
    const value: unknown = JSON.parse(text);
    const root = parseTree(text, [], strict);
    if (root?.type === 'object') return { root, value: value as Record<string, unknown> };
    return { offset: 0 };
  } catch {
    const errors: ParseError[] = [];
    parseTree(text, errors, strict);
    return { offset: Math.min(errors[0]?.offset ?? 0, text.length) };
  }
}

export const nodeAt = (root: Node, path: Path): Node | undefined => findNodeAtLocation(root, path);

/** The place of a JSON pointer in the tree; of one that is not there, that of the nearest above. */
export function nodeOfPointer(root: Node, pointer: string): Node {
  let path = pathOf(pointer);
  for (; path.length > 0; path = path.slice(0, -1)) {
    const found = nodeAt(root, numbered(root, path));
    if (found) return found;
  }
  return root;
}

export const pointerOf = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Digits are an index in a list, and a name in an object. */
function numbered(root: Node, path: Path): Path {
  let node: Node | undefined = root;
  return path.map((part) => {
    const real: string | number = node?.type === 'array' ? Number(part) : part;
    node = node ? findNodeAtLocation(node, [real]) : undefined;
    return real;
  });
}

/**
 * Gives a place a value and touches nothing else. What is missing on the way to it is made.
 *
 * @param order names of the object in the order in which people expect them
 */
export function set(text: string, root: Node, path: Path, value: unknown, order: string[] = []): Edit[] {
  const node = nodeAt(root, path);
  const style = styleOf(text);
  if (node) return [shortest(text, node, render(value, indentAt(text, node.offset), style))];
  const parent = nodeAt(root, path.slice(0, -1));
  const key = path.at(-1) ?? '';
  if (parent?.type === 'object') return [withProperty(text, parent, String(key), value, order, style)];
  if (parent?.type === 'array') return [withItem(text, parent, Number(key), value, style)];
  return set(text, root, path.slice(0, -1), typeof key === 'number' ? [value] : { [key]: value });
}

/** Puts another element into a list, before the one at `index`. */
export function insert(text: string, root: Node, path: Path, index: number, value: unknown): Edit[] {
  const list = nodeAt(root, path);
  if (list?.type !== 'array') return set(text, root, path, [value]);
  return [withItem(text, list, index, value, styleOf(text))];
}

/** Takes a key or an element away. */
export function remove(root: Node, path: Path): Edit[] {
  const node = nodeAt(root, path);
  const entry = node?.parent?.type === 'property' ? node.parent : node;
  const holder = entry?.parent;
  const entries = holder?.children ?? [];
  const index = entry ? entries.indexOf(entry) : -1;
  const before = entries[index - 1];
  const after = entries[index + 1];
  if (!entry || !holder) return [];
  if (before) return [{ from: end(before), to: end(entry), insert: '' }];
  if (after) return [{ from: entry.offset, to: after.offset, insert: '' }];
  return [{ from: holder.offset + 1, to: end(holder) - 1, insert: '' }];
}

/** Changes the places of an element and the one after it; what stands between them stays. */
export function swap(text: string, root: Node, path: Path, index: number): Edit[] {
  const first = nodeAt(root, [...path, index]);
  const second = nodeAt(root, [...path, index + 1]);
  if (!first || !second) return [];
  return [
    { from: first.offset, to: end(first), insert: text.slice(second.offset, end(second)) },
    { from: second.offset, to: end(second), insert: text.slice(first.offset, end(first)) },
  ];
}

/** Gives a key another name; its value stays byte for byte. */
export function renameKey(text: string, root: Node, path: Path, name: string): Edit[] {
  const key = nodeAt(root, path)?.parent?.children?.[0];
  return key ? [shortest(text, key, JSON.stringify(name))] : [];
}

/**
 * Puts an element that is JSON already into a list, before the one at `index`.
 *
 * @param source under the indent that it is given
 */
export function insertSource(
  text: string,
  root: Node,
  path: Path,
  index: number,
  source: (indent: string) => string,
): Edit[] {
  const list = nodeAt(root, path);
  return list?.type === 'array' ? [spliced(text, list, index, styleOf(text), source)] : [];
}

/** Several changes, each made on what the one before has left, as one. */
export function inTurn(text: string, changes: ((text: string, root: Node) => Edit[])[]): Edit[] {
  const now = changes.reduce((before, change) => {
    const parsed = parse(before);
    return 'offset' in parsed ? before : applied(before, change(before, parsed.root));
  }, text);
  return now === text ? [] : [difference(text, now, 0)];
}

export function applied(text: string, edits: Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((now, { from, to, insert: piece }) => now.slice(0, from) + piece + now.slice(to), text);
}

type Style = { unit: string };

function styleOf(text: string): Style {
  return { unit: /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ' };
}

const end = (node: Node): number => node.offset + node.length;

/** As few characters as possible, so that typing in a field is one change in the history of the text. */
const shortest = (text: string, node: Node, now: string): Edit =>
  difference(text.slice(node.offset, end(node)), now, node.offset);

function difference(before: string, now: string, offset: number): Edit {
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return {
    from: offset + head,
    to: offset + before.length - tail,
    insert: now.slice(head, now.length - tail),
  };
}

function withProperty(
  text: string,
  holder: Node,
  key: string,
  value: unknown,
  order: string[],
  style: Style,
): Edit {
  const entries = holder.children ?? [];
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const names = entries.map((entry) => String(entry.children?.[0]?.value));
  const follower = order.includes(key) ? names.findIndex((name) => rank(name) > rank(key)) : -1;
  return spliced(text, holder, follower < 0 ? entries.length : follower, style, (indent) => {
    const rendered = render(value, indent, style, key.length + 4);
    return `${JSON.stringify(key)}: ${rendered}`;
  });
}

function withItem(text: string, holder: Node, index: number, value: unknown, style: Style): Edit {
  return spliced(text, holder, index, style, (indent) => render(value, indent, style));
}

/** Puts an entry among those of an object or a list, as they stand there. */
function spliced(
  text: string,
  holder: Node,
  index: number,
  style: Style,
  entry: (indent: string) => string,
): Edit {
  const entries = holder.children ?? [];
  const last = entries.at(-1);
  const follower = entries[index];
  if (!last) {
    const room = holder.type === 'object' ? ' ' : '';
    const written = entry(indentAt(text, holder.offset) + style.unit);
    return { from: holder.offset + 1, to: end(holder) - 1, insert: `${room}${written}${room}` };
  }
  const separator = separatorIn(text, holder);
  const indent = separator.includes('\n')
    ? separator.slice(separator.lastIndexOf('\n') + 1)
    : indentAt(text, holder.offset);
  if (follower)
    return { from: follower.offset, to: follower.offset, insert: `${entry(indent)},${separator}` };
  return { from: end(last), to: end(last), insert: `,${separator}${entry(indent)}` };
}

/** What stands before an entry: a line break where the others have one. */
function separatorIn(text: string, holder: Node): string {
  const [first, second] = holder.children ?? [];
  if (first && second) return text.slice(end(first), second.offset).replace(/^\s*,/, '');
  const lead = first ? text.slice(holder.offset + 1, first.offset) : '';
  return lead.includes('\n') ? lead : ' ';
}

function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

const widest = 120;

/** A text of its own: what is short stands on one line, the whole does not. */
export const pretty = (value: unknown): string => render(value, '', { unit: '  ' }, widest);

/** JSON as people write it: what fits on a line stands on one. */
function render(value: unknown, indent: string, style: Style, used = 0): string {
  const line = oneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + used + line.length <= widest)
    return line;
  const inner = indent + style.unit;
  const entries = Array.isArray(value)
    ? value.map((item) => render(item, inner, style))
    : Object.entries(value).map(
        ([key, item]) => `${JSON.stringify(key)}: ${render(item, inner, style, key.length + 4)}`,
      );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${entries.map((entry) => inner + entry).join(',\n')}\n${indent}${close}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** What makes each value stand on a line of its own, two spaces deeper than what it is in; the only thing that touches all of a text. */
export function formatted(text: string): Edit[] {
  return format(text, undefined, {
    insertSpaces: true,
    tabSize: 2,
    eol: '\n',
    insertFinalNewline: text.endsWith('\n'),
  }).map(({ offset, length, content }) => ({ from: offset, to: offset + length, insert: content }));
}
