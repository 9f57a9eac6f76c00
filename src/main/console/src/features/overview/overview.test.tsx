import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway, ok, problem } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const days = [
  { day: '2026-07-01', received: 4, sentByBot: 5, sentByPeople: 1 },
  { day: '2026-07-02', received: 7, sentByBot: 9, sentByPeople: 0 },
];

function shop(): FakeGateway {
  return new FakeGateway(0)
    .on('GET', '/api/v1/attention', () =>
      ok({
        at: '2026-07-02T10:00:00Z',
        count: 3,
        categories: [
          { category: 'unknown', meaning: 'Writes nobody knows of', count: 0, items: [] },
          {
            category: 'unassigned-orders',
            meaning: 'Orders that nobody has',
            count: 3,
            items: [
              {
                id: 'SO-1',
                since: '2026-07-02T08:00:00Z',
                overdue: true,
                todo: 'Give it to somebody.',
                link: '',
              },
            ],
          },
        ],
      }),
    )
    .on('GET', '/api/v1/numbers/daily', () => ok({ to: '2026-07-02', rows: days }))
    .on('GET', '/api/v1/numbers/funnel', ({ path }) =>
      path.includes('from=2026-07-02&to=2026-07-02')
        ? ok({ rows: [{ started: 40, filled: 20, ordered: 10, confirmed: 9, delivered: 2 }] })
        : problem(422, 'Wrong', 'Another day was asked for.'),
    )
    .on('GET', '/api/erp/circuits', () =>
      ok([
        {
          operation: 'GET_PRICE',
          system: 'erp',
          state: 'open',
          since: '2026-07-02T09:58:00Z',
          calls: 20,
          failures: 20,
        },
        {
          operation: 'LIST_JOBS',
          system: 'erp',
          state: 'closed',
          since: '2026-07-02T06:00:00Z',
          calls: 20,
          failures: 0,
        },
      ]),
    )
    .on('GET', '/api/v1/whatsapp/check', () =>
      ok({
        at: '2026-07-02T10:00:00Z',
        state: 'ok',
        lines: [{ check: 'token', number: 'main', state: 'ok', sentence: '' }],
      }),
    );
}

it('says what waits, leaving out what does not', async () => {
  renderApp({ path: '/', gateway: shop() });
  expect(await screen.findByText('Orders nobody has')).toBeTruthy();
  expect(screen.queryByText('Unknown writes to the ERP')).toBeNull();
});

it('tells the numbers of the day it is at the store', async () => {
  renderApp({ path: '/', gateway: shop() });
  const today = await screen.findByRole('region', { name: 'Today' });
  expect(await screen.findByText('25%')).toBeTruthy();
  expect(today.textContent).toContain('40Conversations');
  expect(today.textContent).toContain('10Orders');
});

it('names the operation that is held back', async () => {
  renderApp({ path: '/', gateway: shop() });
  expect(await screen.findByText('GET_PRICE')).toBeTruthy();
  expect(screen.queryByText('LIST_JOBS')).toBeNull();
});

it('has the lines of the chart as a table', async () => {
  renderApp({ path: '/', gateway: shop() });
  await userEvent.click(await screen.findByRole('radio', { name: 'Table' }));
  expect(screen.getByRole('row', { name: 'Jul 2 7 9 0' })).toBeTruthy();
});

it('one tile that fails takes no other along', async () => {
  const gateway = shop().on('GET', '/api/v1/attention', () => problem(500, 'Error', 'The database is away.'));
  renderApp({ path: '/', gateway });
  expect(await screen.findByText('GET_PRICE')).toBeTruthy();
  expect(await screen.findByText('The database is away.')).toBeTruthy();
});

it('shows only what somebody may see', async () => {
  const gateway = shop();
  gateway.permissions = ['ERP_READ'];
  renderApp({ path: '/', gateway });
  expect(await screen.findByText('GET_PRICE')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Today' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Needs a person' })).toBeNull();
});

it('counts nobody on a day without customers', async () => {
  renderApp({ path: '/', gateway: shop().on('GET', '/api/v1/numbers/funnel', () => ok({ rows: [] })) });
  const today = await screen.findByRole('region', { name: 'Today' });
  await waitFor(() => expect(today.textContent).toContain('0Conversations'));
});

it('says how many products customers see, and that the ERP is paused', async () => {
  const live = { state: 'PAUSED', profile: 'ERPNext', sentence: 'Amina has paused the ERP.' };
  renderApp({ path: '/', gateway: shop().on('GET', '/api/erp/connection', () => ok({ live })) });
  const products = await screen.findByRole('region', { name: 'Enabled Products' });
  await waitFor(() => expect(products.textContent).toContain('2of 3 in the ERP'));
  expect(await screen.findByText('Amina has paused the ERP.')).toBeTruthy();
  expect(screen.queryByText('Answers')).toBeNull();
  expect(screen.getByRole('link', { name: 'ERPNext' }).getAttribute('href')).toBe('/erp');
});

it('says so where nothing of it is for the roles of somebody', async () => {
  const gateway = shop();
  gateway.permissions = ['JOBS_READ'];
  renderApp({ path: '/', gateway });
  expect(await screen.findByText(/^None of this is for your roles/)).toBeTruthy();
});
