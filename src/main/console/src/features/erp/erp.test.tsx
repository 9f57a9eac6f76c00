import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeConnection } from '@/testing/fake-backend/connection';
import { FakeGateway } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';
import { below } from './draft';

function open(connection = new FakeConnection(), path = '/erp') {
  return { connection, ...renderApp({ path, gateway: connection.behind(new FakeGateway(0)) }) };
}

/** Of each row: the operation with its badge, what we send, and what comes back. */
const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => {
      const [operation, , , sends, returns] = within(row).getAllByRole('cell');
      const name = operation?.querySelector('p')?.textContent;
      return [name, sends?.textContent, returns?.textContent].join(' | ');
    });

// 004-09, 004-11
it('has two tabs with exactly the five headers and the ten rows of the contract', async () => {
  open();
  const sales = await screen.findByRole('table', { name: 'Sales Endpoints' });
  expect(
    within(sales)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Operation', 'Method', 'Path', 'Middleware sends', 'ERP should return']);
  expect(rowsOf(sales)).toEqual([
    'LIST_PRODUCTS (Required) | active_only, page, limit | items[] id, name, price, currency, active',
    'GET_PRICE (Required) | external_product_id, qty | unit_price, currency',
    'UPSERT_CUSTOMER (Required) | phone, name | external_customer_id',
    'CREATE_ORDER (Required) | external_customer_id, items[], order_note, totals | external_order_id, order_number, status',
    'CONFIRM_ORDER (Required) | external_order_id, payment_info | status',
    'SET_ADDRESS (Optional) | external_order_id, address fields | status',
    'GET_ORDER_STATUS (Optional) | external_order_id | status, order_number',
  ]);
  expect(screen.getByText(/Core 5 Sales endpoints are required\./)).toBeTruthy();
  expect(screen.getByText('Single profile. JSON APIs only. No field mapping needed.')).toBeTruthy();
  expect(rowsOf(screen.getByRole('table', { name: 'Common/Auth' }))).toEqual([
    'AUTH (Optional) | Only if ERP needs a token / token check | access_token optional',
  ]);
  await userEvent.click(screen.getByRole('tab', { name: 'HR' }));
  expect(rowsOf(await screen.findByRole('table', { name: 'HR Endpoints' }))).toEqual([
    'LIST_JOBS (Optional) | active_only, page, limit | items[] id, name, active, department_name',
    'CREATE_APPLICANT (Optional) | name, email, role, phone, resume_* | external_applicant_id, status',
  ]);
});

// 004-10: with all five it can, and with nothing of HR (004-09)
it('keeps go live disabled and names what is missing', async () => {
  const { connection } = open();
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Path of LIST_PRODUCTS' }),
    '/api/products',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('CREATE_ORDER: not set')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Go live' })).toHaveProperty('disabled', true);
  expect(connection.saved[0]?.endpoints).toEqual([
    { operation: 'LIST_PRODUCTS', method: 'GET', path: '/api/products' },
  ]);

  for (const operation of ['GET_PRICE', 'UPSERT_CUSTOMER', 'CREATE_ORDER', 'CONFIRM_ORDER'])
    await userEvent.type(screen.getByRole('textbox', { name: `Path of ${operation}` }), '/p');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const go = await screen.findByRole('button', { name: 'Go live' });
  await waitFor(() => expect(go).toHaveProperty('disabled', false));
  await userEvent.click(go);
  expect(await screen.findByText('Connected here, version 2')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }));
  expect(await screen.findByText('demo has paused the ERP.')).toBeTruthy();
});

// 000-24
it('shows who saves second what changed, and loses nothing', async () => {
  const { connection } = open();
  const url = await screen.findByRole('textbox', { name: 'Base URL' });
  await userEvent.clear(url);
  await userEvent.type(url, 'https://mine.example.com');
  connection.conflict = {
    status: 409,
    body: {
      detail: 'Somebody else has saved the connection meanwhile: version 4, by ben.',
      version: 4,
      changes: [{ what: 'GET_PRICE', before: 'GET /price', after: 'POST /price' }],
    },
  };
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('POST /price')).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save mine on top' }));
  await waitFor(() =>
    expect(connection.saved).toEqual([{ version: 4, baseUrl: 'https://mine.example.com' }]),
  );
});

it('a secret is written and never shown', async () => {
  const { connection } = open();
  await userEvent.type(await screen.findByLabelText('access-token'), 'abc');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(connection.saved[0]?.secrets).toEqual({ 'access-token': 'abc' }));
  expect(await screen.findByText('Set')).toBeTruthy();
  expect(screen.getByLabelText('access-token')).toHaveProperty('value', '');
});

it('a test shows request, raw answer and the difference, and a click on a value maps it', async () => {
  const connection = new FakeConnection();
  connection.view.version = 3;
  connection.view.operations = connection.view.operations.map((one) =>
    one.operation === 'GET_PRICE' ? { ...one, mode: 'MAPPED', method: 'GET', path: '/price' } : one,
  );
  connection.tested = {
    verdict: 'error',
    sentence: 'GET_PRICE: unit_price is missing.',
    steps: [
      {
        operation: 'GET_PRICE',
        method: 'GET',
        url: 'https://erp.example.com/price?id=1',
        headers: { Authorization: '***' },
        status: 200,
        answerHeaders: {},
        answer: '{"data":[{"amount":"6.99"}]}',
        shortened: false,
        tookMillis: 12,
      },
    ],
    fields: [{ field: 'unit_price', state: 'missing' }],
    findings: [
      {
        kind: 'missing',
        severity: 'error',
        field: 'unit_price',
        sentence: 'unit_price is missing.',
        hints: [{ place: '$.data[0].amount', sentence: '`$.data[0].amount` would fit' }],
      },
    ],
  };
  open(connection);
  await userEvent.click(await screen.findByRole('button', { name: 'Test GET_PRICE' }));
  await userEvent.click(screen.getByRole('button', { name: 'Real: send it' }));
  expect(await screen.findByText('missing')).toBeTruthy();
  expect(screen.getByText(/erp\.example\.com\/price\?id=1/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '6.99 at $.data[0].amount' }));
  expect(await screen.findByText('$.data[0].amount')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Map it' }));
  await waitFor(() =>
    expect(connection.saved[0]?.answers).toEqual([
      { operation: 'GET_PRICE', field: 'unit_price', place: '$.data[0].amount' },
    ]),
  );
});

it('a real test of a write asks first; a dry one sends nothing', async () => {
  const connection = new FakeConnection();
  connection.view.operations = connection.view.operations.map((one) =>
    one.operation === 'CREATE_ORDER' ? { ...one, mode: 'CANONICAL', method: 'POST', path: '/orders' } : one,
  );
  open(connection);
  await userEvent.click(await screen.findByRole('button', { name: 'Test CREATE_ORDER' }));
  expect(screen.getByRole('button', { name: 'Real: send it' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('button', { name: 'Dry: show the request' }));
  await waitFor(() =>
    expect(connection.tests[0]).toMatchObject({
      operation: 'CREATE_ORDER',
      body: { dry: true, confirmed: false },
    }),
  );
  await userEvent.click(screen.getByRole('checkbox', { name: /CREATE_ORDER may make or change/ }));
  expect(screen.getByRole('button', { name: 'Real: send it' })).toHaveProperty('disabled', false);
});

it('says where a value stands', () => {
  expect(below(below('$', 'data'), 0)).toBe('$.data[0]');
  expect(below('$', 'unit price')).toBe("$['unit price']");
});
