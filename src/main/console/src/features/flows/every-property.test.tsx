import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render } from '@testing-library/react';
import { expect, it, vi, type Mock } from 'vitest';
import type { StepActions } from './components/builder/actions';
import { FlowForm } from './components/builder/FlowForm';
import { StepForm } from './components/builder/StepForm';
import { Field } from './components/form/Field';
import { FormContext } from './components/form/form-context';
import { readFlow } from './model/flow';
import { formsOf, kindOf, resolve, schema, wordsOf, type Kind, type Schema } from './model/schema';
import { pointerOf, type Path } from './model/text';

type Leaf = { path: Path; kind: Kind };
type Change = Mock<(path: Path, ...rest: unknown[]) => void>;

/** What stands in the place of names that the designer chooses. */
const name = 'chosen';

/** A value with all that a schema allows; where there are several forms, those that the bits of `forms` say. */
function whole(wanted: Schema, path: Path, forms: number, leaves: Leaf[]): unknown {
  const kind = kindOf(wanted);
  const found = resolve(wanted);
  switch (kind) {
    case 'choice': {
      const all = formsOf(wanted);
      return whole(all[(forms % 2) % all.length]?.schema ?? {}, path, forms >> 1, leaves);
    }
    case 'object':
      return Object.fromEntries(
        Object.entries(found.properties ?? {}).map(([key, inner]) => [
          key,
          whole(inner, [...path, key], forms, leaves),
        ]),
      );
    case 'map': {
      const inner = found.additionalProperties;
      const values = typeof inner === 'object' ? inner : {};
      return { [name]: whole(values, [...path, name], forms, leaves) };
    }
    case 'list':
      return [whole(found.items ?? {}, [...path, 0], forms, leaves)];
    case 'texts':
      leaves.push({ path: [...path, 0], kind: 'text' });
      return ['x'];
    default:
      leaves.push({ path, kind });
      return first(kind, wanted);
  }
}

function first(kind: Kind, wanted: Schema): unknown {
  switch (kind) {
    case 'constant':
      return resolve(wanted).const;
    case 'word':
    case 'types':
      return wordsOf(wanted)[0];
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    case 'target':
      return '@done';
    default:
      return 'x';
  }
}

/** Every property of the schema by its names, however deep it stands. */
function properties(wanted: Schema, place: string, found = new Set<string>()): Set<string> {
  const all = kindOf(wanted) === 'choice' ? formsOf(wanted).map((form) => form.schema) : [resolve(wanted)];
  for (const { properties: own = {}, items, additionalProperties } of all) {
    for (const [key, inner] of Object.entries(own)) {
      found.add(`${place}/${key}`);
      properties(inner, `${place}/${key}`, found);
    }
    if (items) properties(items, `${place}/*`, found);
    if (typeof additionalProperties === 'object') properties(additionalProperties, `${place}/*`, found);
  }
  return found;
}

const known = (path: Path): string[] =>
  path.map((_, index) =>
    path
      .slice(0, index + 1)
      .map((part) => `/${typeof part === 'number' || part === name ? '*' : part}`)
      .join(''),
  );

/** Does with the field what a person does, and says what that changes. */
function edited({ path, kind }: Leaf, change: Change): unknown {
  const field = document.querySelector(`[data-pointer="${CSS.escape(pointerOf(path))}"]`);
  const input = field?.querySelector<HTMLInputElement>(
    'input:not([disabled], [type="hidden"]), textarea:not([disabled])',
  );
  if (!field || !input) return undefined;
  change.mockClear();
  if (kind === 'boolean') fireEvent.click(input);
  else if (kind === 'word' || kind === 'types') {
    fireEvent.click(input);
    const list = document.getElementById(input.getAttribute('aria-controls') ?? '');
    // The first is chosen.
    const other = [...(list?.querySelectorAll('[role="option"]') ?? [])].at(-1);
    if (other) fireEvent.click(other);
  } else if (kind === 'constant') {
    const remove = field.querySelector('button');
    if (remove) fireEvent.click(remove);
  } else {
    fireEvent.change(input, { target: { value: kind === 'integer' ? '7' : 'other' } });
    fireEvent.blur(input);
  }
  return change.mock.calls[0]?.[0];
}

// 004-36
it('has a field for every property of the schema, so that nothing of a flow needs JSON', () => {
  const covered = new Set<string>();
  const tried = new Set<string>();
  // Two forms within two forms are all there are.
  for (let forms = 0; forms < 4; forms++) {
    const leaves: Leaf[] = [];
    const value = whole(schema, [], forms, leaves);
    const flow = readFlow(JSON.stringify(value));
    if ('offset' in flow) throw new Error('This is a flow.');
    const change: Change = vi.fn<(path: Path, ...rest: unknown[]) => void>();
    const actions = {
      kinds: [],
      rename: (index: number, to: string) => void change(['steps', index, 'id'], to),
    } as unknown as StepActions;
    const nothing = () => undefined;
    render(
      <MantineProvider env="test">
        <FormContext
          value={{
            flow,
            Field,
            readOnly: false,
            targets: [],
            variables: [],
            operations: [],
            problems: () => [],
            set: change,
            clear: change,
            insert: change,
            swap: change,
            renameKey: change,
          }}
        >
          <FlowForm />
          <StepForm
            index={0}
            actions={actions}
            clipboard={{
              copy: nothing,
              cut: nothing,
              pasteAfter: nothing,
              events: { onCopy: nothing, onCut: nothing, onPaste: nothing },
            }}
          />
        </FormContext>
      </MantineProvider>,
    );
    // What there is only one value of, and what must be there, needs no editing; nor does anything twice.
    const untried = leaves.filter(({ path, kind }) => {
      const place = pointerOf(path);
      return (
        !(kind === 'constant' && (place === '/schema' || place.endsWith('/kind'))) &&
        !tried.has(`${place} ${kind}`)
      );
    });
    for (const leaf of untried) {
      const place = pointerOf(leaf.path);
      tried.add(`${place} ${leaf.kind}`);
      expect([place, edited(leaf, change)]).toEqual([place, leaf.path]);
    }
    leaves.flatMap(({ path }) => known(path)).forEach((property) => covered.add(property));
    cleanup();
  }
  const all = properties(schema, '');
  expect(all.size).toBeGreaterThan(110);
  expect([...all].filter((property) => !covered.has(property))).toEqual([]);
}, 90_000);
