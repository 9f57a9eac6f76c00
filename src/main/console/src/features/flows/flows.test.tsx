import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { FakeFlow } from '@/testing/fake-backend/flows';
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

/** A page that closes saves what it has; that, too, is of the test. */
afterEach(async () => {
  cleanup();
  await new Promise((done) => setTimeout(done));
  localStorage.removeItem('waybill-flow-draft:hello');
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
  await userEvent.click(screen.getByRole('button', { name: 'Let it fail' }));
  expect(await within(chat).findByText('LIST_PRODUCTS ends so from now on: down')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Back one' }));
  await waitFor(() => expect(flow.played.at(-1)?.text).toBe(text));

  await userEvent.click(screen.getByRole('radio', { name: 'What the ERP sells now' }));
  await userEvent.click(await within(chat).findByRole('button', { name: /hello/ }));
  await waitFor(() =>
    expect(flow.played.at(-1)?.case.sample).toEqual({ products: [{ id: 'P1' }], jobs: [] }),
  );
});
