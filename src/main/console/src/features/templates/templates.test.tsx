import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway, ok, problem } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const template = (name: string, status: string, reason?: string) => ({
  account: '2',
  name,
  language: 'en',
  id: '7',
  status,
  category: 'UTILITY',
  quality: 'GREEN',
  reason,
  syncedAt: '2026-07-01T08:00:00Z',
  statusSince: '2026-07-01T08:00:00Z',
  events: [],
});
const words = (body: string) => ({
  name: 'order_late',
  language: 'en',
  category: 'UTILITY',
  parameter_format: 'POSITIONAL',
  components: [{ type: 'BODY', text: body }],
});
const draft = (version: number, body: string, changedBy = 'demo') => ({
  id: 7,
  account: '2',
  name: 'order_late',
  language: 'en',
  category: 'UTILITY',
  edits: false,
  version,
  changedAt: '2026-07-01T08:00:00Z',
  changedBy,
  definition: words(body),
});
const fits = { findings: [], shown: { body: 'As a phone shows it', buttons: [] }, blanks: [] };

const meta = () =>
  new FakeGateway(0)
    .on('GET', '/api/v1/templates', () =>
      ok({
        accounts: [{ id: '2', reviewed: true }],
        templates: [
          template('order_ready', 'APPROVED'),
          template('order_late', 'REJECTED', 'INVALID_FORMAT It reads like advertising.'),
        ],
      }),
    )
    .on('GET', '/api/v1/template-drafts', () => ok({ drafts: [] }))
    .on('POST', '/api/v1/templates/lint', () => ok(fits));

// 004-39
it('lists Name, Status, Category and Language, and why Meta rejected a template', async () => {
  renderApp({ path: '/templates', gateway: meta() });
  const table = await screen.findByRole('table', { name: 'Templates' });
  for (const name of ['Name', 'Status', 'Category', 'Language'])
    expect(within(table).getByRole('columnheader', { name })).toBeTruthy();
  const row = within(table).getByRole('row', { name: /order_late/ });
  expect(within(row).getByText('Rejected')).toBeTruthy();
  expect(within(row).getByText('Meta says: INVALID_FORMAT It reads like advertising.')).toBeTruthy();
  expect(within(row).getByText('Utility')).toBeTruthy();
  expect(within(row).getByText('en')).toBeTruthy();

  await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'ready');
  await waitFor(() => expect(within(table).queryByRole('row', { name: /order_late/ })).toBeNull());
});

it('says what Meta would refuse at the field it is about, and saves a draft', async () => {
  const gateway = meta()
    .on('POST', '/api/v1/templates/lint', ({ body }) =>
      ok({
        ...fits,
        findings: JSON.stringify(body).includes('body_text":[[""]]')
          ? [{ level: 'ERROR', field: 'body.1', sentence: 'Meta wants an example for {{1}}.' }]
          : [],
      }),
    )
    .on('POST', '/api/v1/template-drafts', () => ok(draft(1, 'Hi {{1}}!')))
    .on('GET', '/api/v1/template-drafts/7', () => ok(draft(1, 'Hi {{1}}!')));
  const { requests, router } = renderApp({ path: '/templates/drafts/new', gateway });
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'order_late');
  await userEvent.type(screen.getByRole('textbox', { name: 'Body' }), 'Hi {{{{1}}!');
  await userEvent.tab();
  const sample = await screen.findByRole('textbox', { name: 'Example for 1' });
  await waitFor(() => expect(sample.getAttribute('aria-invalid')).toBe('true'));
  await userEvent.type(sample, 'Amina');
  expect(await screen.findByText("Meta's rules are kept.")).toBeTruthy();
  expect(screen.getByText('As a phone shows it')).toBeTruthy();

  await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/templates/drafts/7'));
  const saved = requests.find(({ method, path }) => method === 'POST' && path === '/api/v1/template-drafts');
  expect(saved?.body).toMatchObject({
    definition: {
      name: 'order_late',
      components: [{ type: 'BODY', text: 'Hi {{1}}!', example: { body_text: [['Amina']] } }],
    },
  });
});

it('loses nothing when a colleague saves the same draft, and asks about what both changed', async () => {
  let now = draft(1, 'Hello.');
  const gateway = meta()
    .on('GET', '/api/v1/template-drafts/7', () => ok(now))
    .on('PUT', '/api/v1/template-drafts/7', ({ body }) => {
      const { version, definition } = body as { version: number; definition: ReturnType<typeof words> };
      if (version !== now.version) return problem(409, 'Conflict', 'amina saved version 2.');
      now = { ...now, version: version + 1, definition };
      return ok(now);
    });
  renderApp({ path: '/templates/drafts/7', gateway });
  const body = await screen.findByRole('textbox', { name: 'Body' });
  await userEvent.type(body, ' Mine.');
  await userEvent.type(screen.getByRole('textbox', { name: 'Footer' }), 'The shop');
  now = draft(2, 'Hello. Theirs.', 'amina');
  await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));

  expect(await screen.findByText('amina saved version 2 while you were writing')).toBeTruthy();
  expect(screen.getByText('Hello. Theirs.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save draft' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('button', { name: 'Take that of amina' }));
  expect(body).toHaveProperty('value', 'Hello. Theirs.');
  await userEvent.click(screen.getByRole('button', { name: 'Save draft' }));
  await waitFor(() => expect(now.version).toBe(3));
  expect(now.definition.components).toEqual([
    { type: 'BODY', text: 'Hello. Theirs.' },
    { type: 'FOOTER', text: 'The shop' },
  ]);
});

it('says what keeps an event from being told, and maps each blank to a field', async () => {
  const mapping = {
    event: 'order.ready',
    template: 'order_ready',
    languages: ['en'],
    variables: {},
    fallbacks: {},
    proposed: true,
    byFlows: false,
    version: 0,
  };
  const gateway = meta()
    .on('GET', '/api/v1/template-mappings', () =>
      ok({
        mappings: [mapping],
        unready: [
          { event: 'order.ready', why: 'misfit', sentence: 'order_ready has the placeholder body.1.' },
        ],
      }),
    )
    .on('GET', '/api/v1/template-mappings/variables', () =>
      ok({ variables: [{ name: 'order.number', type: 'WORD', example: 'SO-1', description: '' }] }),
    )
    .on('GET', '/api/v1/templates/order_ready', () =>
      ok({
        versions: [
          {
            template: template('order_ready', 'APPROVED'),
            definition: words('Order {{1}} is ready.'),
            shown: fits.shown,
            blanks: [{ key: 'body.1', name: '1', example: 'SO-1' }],
          },
        ],
      }),
    )
    .on('GET', '/api/v1/orders', () => ok({ orders: [], counts: {} }))
    .on('POST', '/api/v1/template-mappings/order.ready/preview', () =>
      ok({
        mapping,
        examples: [
          { language: 'en', text: '', shown: { body: 'Order SO-1 is ready.', buttons: [] }, values: {} },
        ],
        warnings: [],
      }),
    )
    .on('PUT', '/api/v1/template-mappings/order.ready', () => ok({ mapping, examples: [], warnings: [] }));
  const { requests } = renderApp({ path: '/templates?view=mappings', gateway });
  expect(await screen.findByText('order_ready has the placeholder body.1.')).toBeTruthy();
  expect(screen.getByText(/Choose below what stands in each blank/)).toBeTruthy();
  await userEvent.click(await screen.findByRole('combobox', { name: 'Body, 1' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Order number' }));
  expect(await screen.findByText('Order SO-1 is ready.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({
      template: 'order_ready',
      languages: ['en'],
      variables: { 'body.1': 'order.number' },
      fallbacks: {},
      version: 0,
    }),
  );
});

it('shows what somebody else made of a mapping meanwhile, and loses nothing', async () => {
  let current = {
    event: 'order.ready',
    template: 'order_ready',
    languages: ['en'],
    variables: { 'body.1': 'order.number' },
    fallbacks: {} as Record<string, string>,
    proposed: false,
    byFlows: false,
    version: 1,
  };
  const gateway = meta()
    .on('GET', '/api/v1/template-mappings', () => ok({ mappings: [current], unready: [] }))
    .on('GET', '/api/v1/template-mappings/variables', () =>
      ok({
        variables: ['order.number', 'order.total', 'customer.name'].map((name) => ({
          name,
          type: 'WORD',
          example: 'x',
          description: '',
        })),
      }),
    )
    .on('GET', '/api/v1/templates/order_ready', () =>
      ok({
        versions: [
          {
            template: template('order_ready', 'APPROVED'),
            definition: words('Order {{1}} is ready.'),
            shown: fits.shown,
            blanks: [{ key: 'body.1', name: '1', example: 'SO-1' }],
          },
        ],
      }),
    )
    .on('GET', '/api/v1/orders', () => ok({ orders: [], counts: {} }))
    .on('POST', '/api/v1/template-mappings/order.ready/preview', () =>
      ok({ mapping: current, examples: [], warnings: [] }),
    )
    .on('PUT', '/api/v1/template-mappings/order.ready', ({ body }) => {
      const wanted = body as typeof current;
      if (wanted.version !== current.version)
        return problem(409, 'Conflict', 'Somebody else has changed it.');
      current = { ...current, ...wanted, version: current.version + 1 };
      return ok({ mapping: current, examples: [], warnings: [] });
    });
  renderApp({ path: '/templates?view=mappings', gateway });
  await userEvent.click(await screen.findByRole('combobox', { name: 'Body, 1' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Order total' }));
  current = { ...current, variables: { 'body.1': 'customer.name' }, version: 2 };
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Somebody else has changed this meanwhile')).toBeTruthy();
  expect(screen.getByText('customer.name')).toBeTruthy();
  expect(screen.getByText('order.total')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Go on with mine' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(current).toMatchObject({ version: 3, variables: { 'body.1': 'order.total' } }));
  expect(screen.queryByText('Somebody else has changed this meanwhile')).toBeNull();
});
