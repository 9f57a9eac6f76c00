import type { Form } from './form';

/** What two people may have written differently. */
export const parts = ['name', 'language', 'category', 'header', 'body', 'footer', 'buttons'] as const;
export type Part = (typeof parts)[number];

/** Header and body stand for their samples, the body for how blanks are called as well. */
const valueOf = (form: Form, part: Part): string => {
  const samples = (prefix: string) =>
    Object.entries(form.samples)
      .filter(([key, value]) => key.startsWith(`${prefix}.`) && value !== '')
      .sort(([a], [b]) => a.localeCompare(b));
  switch (part) {
    case 'header':
      return JSON.stringify([form.header, samples('header')]);
    case 'body':
      return JSON.stringify([form.body, form.named, samples('body')]);
    case 'buttons':
      return JSON.stringify(form.buttons.map((button) => ({ ...button, key: '' })));
    default:
      return form[part];
  }
};

/** `into` with this part as `from` has it. */
export function take(into: Form, from: Form, part: Part): Form {
  if (part !== 'header' && part !== 'body') return { ...into, [part]: from[part] };
  const theirs = ([key]: [string, string]) => key.startsWith(`${part}.`);
  return {
    ...into,
    [part]: from[part],
    named: part === 'body' ? from.named : into.named,
    samples: Object.fromEntries([
      ...Object.entries(into.samples).filter((entry) => !theirs(entry)),
      ...Object.entries(from.samples).filter(theirs),
    ]),
  };
}

export const differs = (one: Form, other: Form, part: Part): boolean =>
  valueOf(one, part) !== valueOf(other, part);

/** Whether saving the one over the other would change anything. */
export const isSame = (one: Form, other: Form): boolean => parts.every((part) => !differs(one, other, part));

/**
 * What somebody else saved while I wrote, and what I wrote: where only one of us changed a part, that counts.
 * `conflicts` are the parts that both of us changed; of these `merged` has mine.
 */
export function merge(base: Form, mine: Form, theirs: Form): { merged: Form; conflicts: Part[] } {
  let merged = mine;
  const conflicts: Part[] = [];
  for (const part of parts) {
    if (!differs(base, theirs, part) || !differs(mine, theirs, part)) continue;
    if (differs(base, mine, part)) conflicts.push(part);
    else merged = take(merged, theirs, part);
  }
  return { merged, conflicts };
}

/** A part in words, to be compared by eye. */
export function wordsOf(form: Form, part: Part): string {
  switch (part) {
    case 'header':
      return [form.header.kind === 'none' ? '' : form.header.kind, form.header.text]
        .filter(Boolean)
        .join(': ');
    case 'buttons':
      return form.buttons.map(({ text, target }) => [text, target].filter(Boolean).join(' → ')).join('\n');
    default:
      return form[part];
  }
}
