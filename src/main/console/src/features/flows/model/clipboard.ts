import { arrayOf, objectOf, readFlow, type Flow } from './flow';
import { freeName, renameStep, textsOf } from './names';
import { applied, insertSource, inTurn, pretty, set, type Edit } from './text';

/** Steps as JSON, with their words in other languages: what a clipboard takes from one flow to another. */
export function copied(flow: Flow, index: number): string {
  const card = flow.cards[index];
  if (!card) return '';
  const texts = textsOf(flow, card.id);
  const source = moved(card.source, '    ');
  const rest = Object.keys(texts).length > 0 ? `,\n  "texts": ${pretty(texts).replaceAll('\n', '\n  ')}` : '';
  return `{\n  "steps": [\n    ${source}\n  ]${rest}\n}\n`;
}

/** The steps in a text: those that were copied, a step alone, a list of steps, or a whole flow; null: it has none. */
export function stepsIn(text: string): Flow | null {
  const trimmed = text.trim();
  for (const candidate of [trimmed, `{"steps": [${trimmed}]}`, `{"steps": ${trimmed}}`]) {
    const read = readFlow(candidate);
    if ('offset' in read) continue;
    const steps = arrayOf(read.value.steps);
    if (steps.length > 0 && steps.every((step) => typeof objectOf(step).id === 'string')) return read;
  }
  return null;
}

/**
 * Puts steps into a flow, before the one at `at`. Those whose names are taken get others, which lead to each other as before; where
 * they lead out of themselves is left to the linter. Words come along in the languages that the flow has.
 */
export function pasted(flow: Flow, at: number, steps: Flow): Edit[] {
  const own = named(flow, steps);
  const put = own.cards.map(
    ({ source }, index) =>
      (text: string, root: Flow['root']) =>
        insertSource(text, root, ['steps'], at + index, (indent) => moved(source, indent)),
  );
  const words = flow.languages.slice(1).flatMap((language) =>
    own.cards
      .flatMap(({ id }) => Object.entries(textsOf(own, id)[language] ?? {}))
      .map(
        ([key, value]) =>
          (text: string, root: Flow['root']) =>
            set(text, root, ['texts', language, key], value),
      ),
  );
  return inTurn(flow.text, [...put, ...words]);
}

/** The same steps with names that are free in a flow. */
function named(flow: Flow, steps: Flow): Flow {
  const taken = new Set(flow.cards.map(({ id }) => id));
  return steps.cards.reduce((now, { id, index }) => {
    if (!taken.has(id)) return now;
    const others = [...flow.cards, ...now.cards].map((card) => card.id);
    const read = readFlow(applied(now.text, renameStep(now, index, freeName(others, id))));
    return 'offset' in read ? now : read;
  }, steps);
}

/** The same JSON under another indent than that of its last line; no text in it has a line break of its own. */
function moved(source: string, indent: string): string {
  const own = /\n([ \t]*)\}$/.exec(source)?.[1] ?? '';
  return source.replaceAll(`\n${own}`, `\n${indent}`);
}
