import { EditorView } from '@codemirror/view';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { FakeFlow } from '@/testing/fake-backend/flows';
import { ok } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const text = `{
  "schema": 1, "id": "hello", "title": "Say hello", "lang": "en", "start": ["hello"],
  "steps": [
    { "id": "ask",   "say": "Tea or coffee?", "ask": { "type": "choice", "options": [{"id":"tea","title":"Tea"}, {"id":"end","title":"None","to":"bye"}], "save": "drink" } },
    { "id": "thanks", "say": "Thank you.", "next": "@done" },
    { "id": "bye", "say": "Another time.", "next": "@cancel" }
  ],
  "texts": { "fr": { "ask.say": "Thé ou café ?" } }
}
`;

const open = (path = '/flows/hello', flow = new FakeFlow('hello', text)) => {
  const app = renderApp({ path, gateway: flow.gateway });
  return { flow, ...app };
};

const says = () => screen.findByRole('textbox', { name: 'Says' });
const type = async (words: string) => {
  const field = await says();
  await userEvent.click(field);
  await userEvent.keyboard('{Control>}{End}{/Control}');
  await userEvent.type(field, words);
};

const editorOf = (box: HTMLElement): EditorView => {
  const view = EditorView.findFromDOM(box);
  if (!view) throw new Error('This is no editor.');
  return view;
};

/** What is copied here can be pasted there. */
const clipboardOf = () => {
  let kept = '';
  const setData = (_: string, words: string) => {
    kept = words;
  };
  return { clipboardData: { setData, getData: () => kept } };
};

/** A page that closes saves what it has; that, too, is of the test. */
afterEach(async () => {
  cleanup();
  await new Promise((done) => setTimeout(done));
  for (const key of ['flow-draft:hello', 'flow-draft:other', 'copied-steps', 'drop-outs'])
    localStorage.removeItem(`waybill-${key}`);
});

it('lists flows with languages, versions, drafts, problems and live sessions', async () => {
  open('/flows');
  const row = (await screen.findByText('Say hello')).closest('tr')!;
  expect(within(row).getByText('en, fr')).toBeTruthy();
  expect(within(row).getByText('Version 1')).toBeTruthy();
  expect(await within(row).findByText('2 warnings')).toBeTruthy();
  expect(within(row).getByText('3')).toBeTruthy();
  expect(within(row).getByText('1 on an older version')).toBeTruthy();
});

it('makes a new flow from a starter and opens it', async () => {
  const { flow } = open('/flows', new FakeFlow('opening_hours', null));
  await userEvent.click((await screen.findAllByRole('button', { name: 'New flow' }))[0]!);
  await userEvent.type(await screen.findByRole('textbox', { name: /Name/ }), 'Opening hours');
  expect(screen.getByRole('textbox', { name: /Id/ })).toHaveProperty('value', 'opening_hours');
  await userEvent.click(screen.getByRole('radio', { name: 'A message' }));
  await userEvent.click(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByRole('heading', { name: 'Opening hours' })).toBeTruthy();
  expect(JSON.parse(flow.draft ?? '')).toMatchObject({ id: 'opening_hours', title: 'Opening hours' });
});

it('changes only the bytes of what is edited, shows it on the phone, and saves the draft with what it replaces', async () => {
  const { flow } = open();
  await type('!');
  await waitFor(() => expect(flow.draft).toBe(text.replace('coffee?', 'coffee?!')), { timeout: 5_000 });
  expect(await screen.findByText('Draft saved')).toBeTruthy();
  const phone = await screen.findByRole('group', { name: 'The phone of the customer' });
  expect(await within(phone).findByText('Tea or coffee?!')).toBeTruthy();
  expect(screen.getByRole('region', { name: 'What WhatsApp gets' }).textContent).toContain('Tea or coffee?!');
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(flow.draft).toBe(text), { timeout: 5_000 });
});

it('adds, renames and removes steps, and follows their names', async () => {
  const { flow } = open('/flows/hello?step=bye');
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  await userEvent.type(name, 'goodbye{Enter}');
  await waitFor(() => expect(flow.draft).toBe(text.replaceAll('"bye"', '"goodbye"')), { timeout: 5_000 });
  await userEvent.click(screen.getByRole('button', { name: 'Add a step after this one' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Question' }));
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'question'),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Delete the step' }));
  await waitFor(() => expect(flow.draft).toBe(text.replaceAll('"bye"', '"goodbye"')), { timeout: 5_000 });
});

it('offers every property of a step, and takes it away again without a trace', async () => {
  open('/flows/hello?step=thanks');
  await says();
  const names = ['Comment', 'Only if', 'ERP call', 'Asks', 'Changes the cart', 'Sets variables', 'Result'];
  for (const name of names) {
    await userEvent.click(screen.getByRole('button', { name: 'Add a property' }));
    await userEvent.click(await screen.findByRole('menuitem', { name }));
    await userEvent.click((await screen.findAllByRole('button', { name: `Remove ${name}` }))[0]!);
  }
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove Result' })).toBeNull());
});

it('says problems at their field and goes there from the list', async () => {
  const flow = new FakeFlow('hello', text);
  flow.findings = [
    {
      rule: 'E2',
      severity: 'error',
      pointer: '/steps/2/next',
      line: 6,
      column: 3,
      message: 'There is no such step.',
    },
  ];
  open('/flows/hello?side=problems', flow);
  expect(await screen.findByRole('button', { name: 'Mend 1 error' })).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: /There is no such step/ }));
  expect(((await screen.findByRole('textbox', { name: 'Name' })) as HTMLInputElement).value).toBe('bye');
  const form = screen.getByRole('region', { name: 'Visual Flow Builder' });
  expect(await within(form).findByText('There is no such step.')).toBeTruthy();
});

it('goes from problem to problem by F8, and back', async () => {
  const flow = new FakeFlow('hello', text);
  flow.findings = ['/steps/2/next', '/steps/1/say', '/lang'].map((pointer) => ({
    rule: 'E2',
    severity: 'error',
    pointer,
    line: 1,
    column: 1,
    message: `Wrong at ${pointer}`,
  }));
  open('/flows/hello', flow);
  expect(await screen.findByRole('button', { name: 'Mend 3 errors' })).toBeTruthy();
  const step = async (name: string) =>
    waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', name));
  await userEvent.keyboard('{F8}');
  await step('bye');
  await userEvent.keyboard('{F8}');
  await step('thanks');
  await userEvent.keyboard('{Shift>}{F8}{/Shift}');
  await step('bye');
  await userEvent.keyboard('{Shift>}{F8}{/Shift}');
  expect(await screen.findByText('Wrong at /lang')).toBeTruthy();
});

it('puts each value on a line of its own when asked to, and takes that back', async () => {
  const { flow } = open('/flows/hello?side=json');
  await userEvent.click(await screen.findByRole('button', { name: 'Format' }));
  const formatted = `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
  await waitFor(() => expect(flow.draft).toBe(formatted), { timeout: 5_000 });
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(flow.draft).toBe(text), { timeout: 5_000 });
});

it('brings back what was not saved when the page is opened again', async () => {
  const flow = new FakeFlow('hello', text);
  flow.failing = true;
  open('/flows/hello', flow);
  await type('!');
  expect(await screen.findByText(/The database does not answer/)).toBeTruthy();
  const tried = flow.saves;
  cleanup();
  await waitFor(() => expect(flow.saves).toBeGreaterThan(tried));
  flow.failing = false;
  open('/flows/hello', flow);
  expect(await says()).toHaveProperty('value', 'Tea or coffee?!');
  await waitFor(() => expect(flow.draft).toBe(text.replace('coffee?', 'coffee?!')), { timeout: 5_000 });
  expect(localStorage.getItem('waybill-flow-draft:hello')).toBeNull();
});

it('shows both texts when somebody else has saved, and loses neither', async () => {
  const { flow } = open();
  await type('!');
  // Before it is saved.
  flow.draft = text.replace('Thank you.', 'Thanks.');
  const title = 'Somebody else saved hello meanwhile';
  expect(await screen.findByText(title, {}, { timeout: 5_000 })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
  await waitFor(() => expect(screen.queryByText(title)).toBeNull());
  expect(await says()).toHaveProperty('value', 'Tea or coffee?');
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await says()).toHaveProperty('value', 'Tea or coffee?!');
});

it('keeps what was put together of both texts, over what somebody else saved', async () => {
  const { flow } = open();
  await type('!');
  flow.draft = text.replace('Thank you.', 'Thanks.');
  const mine = editorOf(await screen.findByRole('textbox', { name: 'Yours' }, { timeout: 5_000 }));
  const at = mine.state.doc.toString().indexOf('Thank you.');
  mine.dispatch({ changes: { from: at, to: at + 'Thank you.'.length, insert: 'Thanks.' } });
  await userEvent.click(await screen.findByRole('button', { name: 'Keep what stands on the right' }));
  const both = text.replace('Thank you.', 'Thanks.').replace('coffee?', 'coffee?!');
  await waitFor(() => expect(flow.draft).toBe(both));
  expect(await screen.findByText('Draft saved')).toBeTruthy();
});

it('keeps mine, when that is chosen, over what somebody else saved', async () => {
  const { flow } = open();
  await type('!');
  flow.draft = text.replace('Thank you.', 'Thanks.');
  await userEvent.click(await screen.findByRole('button', { name: 'Keep mine' }, { timeout: 5_000 }));
  await waitFor(() => expect(flow.draft).toBe(text.replace('coffee?', 'coffee?!')));
});

it('shows both texts when the tab was closed in the middle of an edit and somebody else has saved since', async () => {
  const flow = new FakeFlow('hello', text);
  open('/flows/hello', flow);
  await type('!');
  // As a tab that is closed: nothing more can be sent.
  flow.failing = true;
  window.dispatchEvent(new Event('pagehide'));
  cleanup();
  const tried = flow.saves;
  await waitFor(() => expect(flow.saves).toBeGreaterThanOrEqual(tried));
  flow.failing = false;
  flow.draft = text.replace('Thank you.', 'Thanks.');
  open('/flows/hello', flow);
  expect(await screen.findByText('Somebody else saved hello meanwhile')).toBeTruthy();
  const mine = editorOf(await screen.findByRole('textbox', { name: 'Yours' }));
  expect(mine.state.doc.toString()).toBe(text.replace('coffee?', 'coffee?!'));
  expect(editorOf(screen.getByRole('textbox', { name: 'Theirs' })).state.doc.toString()).toBe(flow.draft);
  await userEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
});

// 004-35
it('shows an edit of the JSON on the cards, and marks the line where it is none while the cards stay', async () => {
  const { flow } = open('/flows/hello?side=json');
  const box = await screen.findByRole('textbox', { name: 'JSON' });
  const editor = editorOf(box);
  const at = text.indexOf('Thank you.');
  editor.dispatch({ changes: { from: at, to: at + 10, insert: 'Many thanks.' } });
  const cards = screen.getByRole('region', { name: 'Steps' });
  expect(await within(cards).findByText('Many thanks.')).toBeTruthy();
  const comma = editor.state.doc.toString().indexOf(', "say": "Many thanks."');
  editor.dispatch({ changes: { from: comma, to: comma + 1 } });
  expect(await screen.findByText(/The text is no JSON in line 5/)).toBeTruthy();
  expect(within(cards).getByText('Many thanks.')).toBeTruthy();
  expect(await says()).toHaveProperty('disabled', true);
  await waitFor(() => expect(box.querySelector('.flow-broken')?.textContent).toContain('"thanks"'));
  // A draft need not be JSON.
  await waitFor(() => expect(flow.draft).toBe(editor.state.doc.toString()), { timeout: 5_000 });
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByText(/The text is no JSON/)).toBeNull());
  expect(box.querySelector('.flow-broken')).toBeNull();
  await type('!');
  await waitFor(() => expect(editor.state.doc.toString()).toContain('Tea or coffee?!'));
});

it('takes a step to another flow with the keys, and its words in the languages of that flow with it', async () => {
  const clipboard = clipboardOf();
  open();
  fireEvent.copy(await screen.findByRole('button', { name: /^1\s*ask/ }), clipboard);
  cleanup();
  const flow = new FakeFlow(
    'other',
    `{
  "schema": 1, "id": "other", "title": "Other", "lang": "en",
  "steps": [
    { "id": "ask", "say": "Hello", "next": "@done" }
  ],
  "texts": { "fr": { "ask.say": "Bonjour" } }
}`,
  );
  open('/flows/other', flow);
  fireEvent.paste(await screen.findByRole('button', { name: /^1\s*ask/ }), clipboard);
  await waitFor(() => expect(JSON.parse(flow.draft ?? '{}')).toHaveProperty('steps.1.id', 'ask_2'), {
    timeout: 5_000,
  });
  expect(JSON.parse(flow.draft ?? '')).toMatchObject({
    steps: [{ id: 'ask' }, { id: 'ask_2', say: 'Tea or coffee?', ask: { type: 'choice' } }],
    texts: { fr: { 'ask.say': 'Bonjour', 'ask_2.say': 'Thé ou café ?' } },
  });
  fireEvent.cut(screen.getByRole('button', { name: /^2\s*ask_2/ }), clipboard);
  await waitFor(() => expect(JSON.parse(flow.draft ?? '')).toHaveProperty('steps.length', 1), {
    timeout: 5_000,
  });
  expect(flow.draft).not.toContain('ask_2');
});

it('copies, cuts and pastes a step by its menu', async () => {
  const { flow } = open('/flows/hello?step=thanks');
  const menu = async (item: string) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Copy, cut and paste' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: item }));
  };
  await menu('Cut the step out');
  await menu('Paste after this step');
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'thanks'),
  );
  await menu('Copy the step');
  await menu('Paste after this step');
  await waitFor(
    () =>
      expect(
        (JSON.parse(flow.draft ?? '{}') as { steps?: { id: string }[] }).steps?.map(({ id }) => id),
      ).toEqual(['ask', 'thanks', 'thanks_2', 'bye']),
    { timeout: 5_000 },
  );
});

it('says on the cards where customers gave up, for who wants to know', async () => {
  const flow = new FakeFlow('hello', text);
  const row = { flow: 'hello', step: 'ask', handovers: 0 };
  flow.gateway.on('GET', '/api/v1/numbers/drop-off', () =>
    ok({
      rows: [
        { ...row, revision: 'b', version: 2, asked: 30, dropped: 7 },
        { ...row, revision: 'a', version: 1, asked: 10, dropped: 5 },
        { ...row, flow: 'other', revision: 'c', version: 1, asked: 99, dropped: 98 },
      ],
    }),
  );
  const { requests } = open('/flows/hello', flow);
  const wanted = await screen.findByRole('switch', { name: 'Drop-outs, 30 days' });
  expect(requests.some(({ path }) => path.includes('drop-off'))).toBe(false);
  await userEvent.click(wanted);
  expect(await screen.findByText('12 of 40 gave up here')).toBeTruthy();
  await userEvent.click(wanted);
  expect(screen.queryByText('12 of 40 gave up here')).toBeNull();
});

it('publishes over warnings only when they were read', async () => {
  const flow = new FakeFlow('hello', text);
  flow.findings = [
    {
      rule: 'W1',
      severity: 'warning',
      pointer: '/steps/1',
      line: 5,
      column: 3,
      message: 'There is no French.',
    },
  ];
  open('/flows/hello', flow);
  await type('!');
  await waitFor(() => expect(flow.draft).not.toBeNull(), { timeout: 5_000 });
  await userEvent.click(await screen.findByRole('button', { name: 'Publish' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(within(dialog).getByRole('textbox', { name: /What is new/ }), 'New');
  expect(within(dialog).getByText('There is no French.')).toBeTruthy();
  expect(within(dialog).getByRole('button', { name: 'Publish' })).toHaveProperty('disabled', true);
  await userEvent.click(within(dialog).getByRole('checkbox', { name: 'I have read the warnings' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
  await waitFor(() => expect(flow.versions).toHaveLength(2));
});

it('publishes with a message and says who goes on in the older version, then rolls back', async () => {
  const { flow } = open();
  await type('!');
  await waitFor(() => expect(flow.draft).not.toBeNull(), { timeout: 5_000 });
  await userEvent.click(await screen.findByRole('button', { name: 'Publish' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('Step ask: say')).toBeTruthy();
  expect(within(dialog).getByText(/3 customers are in this flow now/)).toBeTruthy();
  await userEvent.type(within(dialog).getByRole('textbox', { name: /What is new/ }), 'An exclamation mark');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Publish' }));
  await waitFor(() =>
    expect(flow.versions.map(({ message }) => message)).toEqual(['First', 'An exclamation mark']),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  await userEvent.click(screen.getByRole('button', { name: 'Versions' }));
  const first = await screen.findByRole('article', { name: 'Version 1' });
  await userEvent.click(await within(first).findByRole('button', { name: 'Roll back' }));
  const back = await screen.findByRole('dialog', { name: 'Roll back to version 1' });
  await userEvent.click(within(back).getByRole('button', { name: 'Roll back' }));
  await waitFor(() => expect(flow.published()).toBe(text));
  expect(flow.versions).toHaveLength(3);
});

it('chats with the text as it stands, goes back, and begins anew with what the ERP sells', async () => {
  const { flow } = open('/flows/hello?side=simulator');
  const chat = await screen.findByRole('log', { name: 'Chat with the draft' });
  await userEvent.click(within(chat).getByRole('button', { name: /hello/ }));
  await userEvent.click(await within(chat).findByRole('button', { name: 'Tea' }));
  await waitFor(() => expect(flow.played.at(-1)?.case.steps).toEqual([{ say: 'hello' }, { tap: 'Tea' }]));
  // Folded away until somebody wants it.
  await userEvent.click(screen.getByRole('button', { name: 'Let it fail', hidden: true }));
  expect(await within(chat).findByText('LIST_PRODUCTS ends so from now on: down')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Back one' }));
  await waitFor(() => expect(flow.played.at(-1)?.text).toBe(text));

  await userEvent.click(screen.getByRole('radio', { name: 'What the ERP sells now', hidden: true }));
  await userEvent.click(await within(chat).findByRole('button', { name: /hello/ }));
  await waitFor(() =>
    expect(flow.played.at(-1)?.case.sample).toEqual({ products: [{ id: 'P1' }], jobs: [] }),
  );
});
