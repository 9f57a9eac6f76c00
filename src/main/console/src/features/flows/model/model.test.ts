import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FlowDocument } from './document';
import { copied, pasted, stepsIn } from './clipboard';
import { arrayOf, readFlow, type Flow } from './flow';
import { clear, removeStep, renameStep, targetPlaces, textsOf } from './names';
import { formsOf, helpAt, initial, kindOf, resolve, schema, type Schema } from './schema';
import { applied, insert, nodeAt, parse, remove, set, swap, type Edit, type Path } from './text';
import { arrowsOf } from './ways';

const shipped = ['order', 'apply', 'status', 'cod', 'feedback', 'web'].map((flow) =>
  readFileSync(`../../../flows/${flow}.flow.json`, 'utf8'),
);

/** The same numbers in each run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const read = (text: string): Flow => {
  const flow = readFlow(text);
  if ('offset' in flow)
    throw new Error(`No JSON at ${flow.offset}: ${text.slice(flow.offset, flow.offset + 80)}`);
  return flow;
};

/** Every place in a value. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...inner.flatMap(([key, item]) => pathsIn(item, [...path, key]))];
}

/** A value with one place changed, the slow way. */
function changed(value: unknown, path: Path, change: (holder: never, key: never) => void): unknown {
  const copy = structuredClone(value);
  let holder = copy as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) holder = holder[part] as typeof holder;
  change(holder as never, path.at(-1) as never);
  return copy;
}

// 004-35
it('keeps cards and text equal through 200 random edits on either side, and a card edit changes no other byte', () => {
  const random = randomNumbers(20_261_122);
  for (const text of shipped) {
    const document = new FlowDocument(text);
    for (let edit = 0; edit < 200; edit++) {
      const { flow } = document.snapshot();
      if (!flow) throw new Error('The text is no flow any more.');
      const paths = pathsIn(flow.value).filter((path) => path.length > 0);
      const path = paths[random(paths.length)] ?? [];
      const before = document.snapshot().text;
      const { edits, wanted } = randomEdit(flow, path, random);
      if (random(2) === 0) document.apply(edits, random(2) === 0);
      else document.replace(applied(before, edits));
      const now = document.snapshot();
      expect(now.broken).toBeNull();
      expect(now.flow?.value).toEqual(wanted);
      expect(JSON.parse(now.text)).toEqual(wanted);
      expect(now.flow?.cards.map(({ id }) => id)).toEqual(read(now.text).cards.map(({ id }) => id));
      expectNothingElse(before, flow, path, edits);
    }
    for (let step = 0; document.snapshot().canUndo; step++) {
      document.undo();
      expect(step).toBeLessThan(400);
    }
    expect(document.snapshot().text).toBe(text);
    while (document.snapshot().canRedo) document.redo();
    expect(document.snapshot().broken).toBeNull();
  }
});

function randomEdit(
  flow: Flow,
  path: Path,
  random: (below: number) => number,
): { edits: Edit[]; wanted: unknown } {
  const { text, root, value } = flow;
  const values = ['Hello "there"\n', '= cart.qty > 0', 7, true, ['a', 'b'], { text: 'x' }, '', 'مرحبا'];
  const fresh = values[random(values.length)];
  const inList = typeof path.at(-1) === 'number';
  const choice = random(4);
  if (choice === 0 && path.length > 2) {
    return {
      edits: remove(root, path),
      wanted: changed(value, path, (holder: unknown[] | Record<string, unknown>, key: number) => {
        if (Array.isArray(holder)) holder.splice(key, 1);
        else delete holder[key];
      }),
    };
  }
  if (choice === 1 && inList) {
    const list = path.slice(0, -1);
    const index = Number(path.at(-1));
    return {
      edits: insert(text, root, list, index, fresh),
      wanted: changed(value, path, (holder: unknown[], key: number) => void holder.splice(key, 0, fresh)),
    };
  }
  if (choice === 2 && nodeAt(root, path)?.type === 'object') {
    const key = `new_${random(3)}`;
    return {
      edits: set(text, root, [...path, key], fresh, ['id', key, 'say', 'next']),
      wanted: changed(value, [...path, key], (holder: Record<string, unknown>, name: string) => {
        holder[name] = fresh;
      }),
    };
  }
  // Steps and languages stay objects, as in a form.
  if (path.length < 3 || path[0] === 'texts') return { edits: [], wanted: value };
  return {
    edits: set(text, root, path, fresh),
    wanted: changed(value, path, (holder: Record<string, unknown>, key: string) => {
      holder[key] = fresh;
    }),
  };
}

/** Outside the step or key that was edited the bytes are as they were. */
function expectNothingElse(before: string, flow: Flow, path: Path, edits: Edit[]) {
  const edited = path[0] === 'steps' && path.length > 1 ? ['steps'] : path.slice(0, 1);
  const node = nodeAt(flow.root, edited)?.parent;
  if (!node) return;
  for (const { from, to } of edits) {
    expect(from).toBeGreaterThanOrEqual(node.offset - 1);
    expect(to).toBeLessThanOrEqual(node.offset + node.length + 1);
  }
  const after = applied(before, edits);
  expect(after.slice(0, node.offset)).toBe(before.slice(0, node.offset));
  const tail = before.slice(node.offset + node.length);
  expect(after.endsWith(tail)).toBe(true);
}

it('changes only the characters of a value that differ', () => {
  const text = '{ "steps": [ {"id":"a",   "say" : "Hello"} ] }';
  const { root } = read(text);
  expect(set(text, root, ['steps', 0, 'say'], 'Hello!')).toEqual([{ from: 40, to: 40, insert: '!' }]);
  expect(applied(text, set(text, root, ['steps', 0, 'next'], '@done', ['id', 'say', 'next']))).toBe(
    '{ "steps": [ {"id":"a",   "say" : "Hello",   "next": "@done"} ] }',
  );
  expect(applied(text, set(text, root, ['steps', 0, 'when'], '= x', ['id', 'when', 'say']))).toBe(
    '{ "steps": [ {"id":"a",   "when": "= x",   "say" : "Hello"} ] }',
  );
  expect(applied(text, remove(root, ['steps', 0, 'id']))).toBe('{ "steps": [ {"say" : "Hello"} ] }');
  expect(applied(text, clear(read(text), ['steps', 0, 'say']))).toBe('{ "steps": [ {"id":"a"} ] }');
});

it('writes new entries as their neighbours stand', () => {
  const text = '{\n  "id": "x",\n  "steps": [\n    { "id": "a" },\n    { "id": "b" }\n  ]\n}\n';
  const { root } = read(text);
  expect(applied(text, insert(text, root, ['steps'], 2, { id: 'c', say: 'Hi' }))).toBe(
    text.replace('{ "id": "b" }', '{ "id": "b" },\n    { "id": "c", "say": "Hi" }'),
  );
  expect(applied(text, insert(text, root, ['steps'], 0, { id: 'c' }))).toBe(
    text.replace('{ "id": "a" }', '{ "id": "c" },\n    { "id": "a" }'),
  );
  expect(applied(text, swap(text, root, ['steps'], 0))).toBe(
    text.replace(/"a"/, '"?"').replace('"b"', '"a"').replace('"?"', '"b"'),
  );
  expect(applied(text, set(text, root, ['title'], 'T', ['id', 'title', 'steps']))).toBe(
    text.replace('"x",', '"x",\n  "title": "T",'),
  );
  const made = applied(text, set(text, root, ['texts', 'fr', 'a.say'], 'Bonjour'));
  expect(JSON.parse(made)).toHaveProperty(['texts', 'fr', 'a.say'], 'Bonjour');
});

it('renames a step wherever it stands, in one step of the history', () => {
  const [order = ''] = shipped;
  const flow = read(order);
  const leading = targetPlaces(flow).map(({ target }) => target);
  const index = flow.cards.findIndex(({ id }) => leading.filter((target) => target === id).length > 1);
  const { id } = flow.cards[index] ?? { id: '' };
  const document = new FlowDocument(order);
  document.apply(renameStep(flow, index, 'quite_another'));
  const now = document.snapshot();
  const places = now.flow ? targetPlaces(now.flow).map(({ target }) => target) : [];
  expect(places).not.toContain(id);
  expect(places.filter((target) => target === 'quite_another')).toHaveLength(
    leading.filter((target) => target === id).length,
  );
  expect(now.text).not.toContain(`"${id}.`);
  document.undo();
  expect(document.snapshot().text).toBe(order);
});

it('takes a step away with its translations', () => {
  const [order = ''] = shipped;
  const flow = read(order);
  const index = flow.cards.findIndex(({ id }) => order.includes(`"${id}.say"`));
  const { id } = flow.cards[index] ?? { id: '' };
  const now = applied(order, removeStep(flow, index));
  expect(read(now).cards).toHaveLength(flow.cards.length - 1);
  expect(now).not.toContain(`"${id}.`);
});

it('pastes every shipped step into every shipped flow and back: names are free, ways among them and words come along', () => {
  const flows = shipped.map(read);
  for (const from of flows) {
    for (const { index, id } of from.cards) {
      const to = flows[(index + 1) % flows.length] ?? from;
      const at = index % (to.cards.length + 1);
      const steps = stepsIn(copied(from, index));
      expect(steps?.cards.map((card) => card.id)).toEqual([id]);
      const document = new FlowDocument(to.text);
      if (steps) document.apply(pasted(to, at, steps));
      const { flow } = document.snapshot();
      expect(flow?.cards).toHaveLength(to.cards.length + 1);
      expect(new Set(flow?.cards.map((card) => card.id)).size).toBe(to.cards.length + 1);
      const there = flow?.cards[at]?.id ?? '';
      // By its new name it also leads to itself.
      const wanted = read(applied(from.text, renameStep(from, index, there)));
      expect(arrayOf(flow?.value.steps)[at]).toEqual(arrayOf(wanted.value.steps)[index]);
      expect(textsOf(flow ?? to, there).fr).toEqual(
        to.languages.includes('fr') ? textsOf(wanted, there).fr : undefined,
      );
      document.undo();
      expect(document.snapshot().text).toBe(to.text);
    }
  }
});

it('takes steps from a step alone, a list, or a whole flow, and nothing from anything else', () => {
  const step = '{ "id": "a", "say": "x" }';
  for (const text of [step, `[${step}]`, `{"steps": [${step}]}`, `\n ${step} \n`])
    expect(stepsIn(text)?.cards.map(({ id }) => id)).toEqual(['a']);
  for (const text of ['', 'Hello', '[]', '{}', '{"say": "x"}', '[1]', '{"steps": []}'])
    expect(stepsIn(text)).toBeNull();
});

// 004-35
it('keeps the last valid cards while the text is no JSON, and says where', () => {
  const [order = ''] = shipped;
  const document = new FlowDocument(order);
  const at = order.indexOf('"say"');
  document.apply([{ from: at, to: at + 1, insert: '' }]);
  const broken = document.snapshot();
  expect(broken.flow?.text).toBe(order);
  expect(broken.broken?.offset).toBeGreaterThanOrEqual(at - 1);
  expect(broken.broken?.offset).toBeLessThan(at + 10);
  document.undo();
  expect(document.snapshot().broken).toBeNull();
  expect(document.snapshot().text).toBe(order);
});

it('keeps line ends of Windows', () => {
  const document = new FlowDocument('{\r\n  "id": "x"\r\n}\r\n');
  const { flow, text } = document.snapshot();
  if (!flow) throw new Error('This is a flow.');
  document.apply(set(text, flow.root, ['id'], 'y'));
  expect(document.bytes()).toBe('{\r\n  "id": "y"\r\n}\r\n');
});

it('reads a step again only when it has changed', () => {
  const steps = Array.from({ length: 100 }, (_, index) => ({ id: `s${index}`, say: `Text ${index}` }));
  const document = new FlowDocument(JSON.stringify({ schema: 1, id: 'x', steps }, null, 2));
  const before = document.snapshot().flow;
  if (!before) throw new Error('This is a flow.');
  document.apply(set(before.text, before.root, ['steps', 50, 'say'], 'Other'));
  const after = document.snapshot().flow;
  expect(after?.cards.filter((card, index) => card !== before.cards[index]).map(({ id }) => id)).toEqual([
    's50',
  ]);
});

// 004-36
it('knows how to edit every property of the schema, and a first value for each', () => {
  const seen = new Map<string, string>();
  const walk = (wanted: Schema, path: string) => {
    const key = `${path.split('.').slice(-2).join('.')} ${wanted.$ref ?? ''}`;
    if (seen.has(key)) return;
    const found = resolve(wanted);
    seen.set(key, kindOf(wanted));
    expect(initial(wanted)).toBeDefined();
    for (const form of kindOf(wanted) === 'choice' ? formsOf(wanted).map((each) => each.schema) : [found]) {
      for (const [name, property] of Object.entries(form.properties ?? {})) walk(property, `${path}.${name}`);
      if (form.items) walk(form.items, `${path}.0`);
      if (typeof form.additionalProperties === 'object') walk(form.additionalProperties, `${path}.*`);
    }
  };
  walk(schema, 'flow');
  expect(seen.size).toBeGreaterThan(90);
  const free = [...seen].filter(([, kind]) => kind === 'any').map(([key]) => key.trim());
  expect(free).toEqual(['cart.options']);
});

it('finds where a text stops being JSON as the gateway does', () => {
  for (const text of [
    '',
    '[]',
    '{',
    '{"a": 1,}',
    '{"a": 01}',
    "{'a': 1}",
    '{"a": 1} x',
    '// no\n{}',
    '{"a": "\n"}',
  ])
    expect('offset' in parse(text)).toBe(true);
});

it('follows every way between the steps, named or not', () => {
  const flow = read(
    JSON.stringify({
      id: 'x',
      steps: [
        {
          id: 'a',
          when: '= x',
          ask: {
            type: 'choice',
            options: [
              { id: 'y', title: 'Yes', to: 'c' },
              { id: 'n', title: 'No' },
            ],
          },
        },
        {
          id: 'b',
          call: { op: 'LIST_JOBS' },
          on: { down: '@human' },
          next: [{ when: '= y', to: 'a' }, { to: 'c' }],
        },
        { id: 'c', say: 'Done.' },
      ],
    }),
  );
  expect(
    arrowsOf(flow).map(({ from, target, to, kind, label }) => [from, target, to, kind, label].join(' ')),
  ).toEqual([
    '0 c 2 option Yes',
    '0 b 1 next ',
    '1 @human -1 outcome down',
    '1 a 0 next ',
    '1 c 2 next ',
    '2 @done -1 next ',
  ]);
});

it('says of each place of a flow what it means and what may stand there', () => {
  expect(helpAt(['steps', 0, 'call', 'op'])).toContain('An operation of the ERP contract.');
  expect(helpAt(['steps', 0, 'ask', 'type'])[0]).toContain('choice | text');
  expect(helpAt(['steps', 0, 'nothing of the kind'])).toEqual([]);
});
