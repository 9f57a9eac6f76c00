import { cleanup, screen, waitFor, within } from '@testing-library/react';
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

// 004-01: what it counts is held against the customer's menu in ChatsEndToEndTest
it('counts the enabled products and leads to them', async () => {
  const gateway = shop().on('GET', '/api/v1/enabled-products', () =>
    ok({ products: ['Rice', 'Maize', 'Beans'].map((name, id) => ({ externalProductId: `P-${id}`, name })) }),
  );
  renderApp({ path: '/', gateway });
  const tile = within(await screen.findByRole('region', { name: 'Enabled Products' }));
  expect(await tile.findByText('3')).toBeTruthy();
  expect(tile.getByRole('link').getAttribute('href')).toBe('/catalog?show=visible');
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

it('says what is to be set right with a way there, and puts it away', async () => {
  const notices = [
    {
      id: 4,
      kind: 'channel-stopped',
      subject: '1',
      sentence: 'Nothing goes out to WhatsApp. Make a new token.',
      since: '2026-07-02T08:00:00Z',
      lastAt: '2026-07-02T09:00:00Z',
      times: 3,
    },
    {
      id: 3,
      kind: 'undelivered',
      subject: 'receipt SO-1',
      sentence: 'The receipt of SO-1 could not be sent.',
      link: '/chats/7',
      since: '2026-07-02T08:00:00Z',
      lastAt: '2026-07-02T08:00:00Z',
      times: 1,
    },
    {
      id: 2,
      kind: 'digest',
      subject: 'attention',
      sentence: 'GET /api/v1/attention',
      since: '',
      lastAt: '',
      times: 1,
    },
  ];
  const gateway = shop()
    .on('GET', '/api/v1/notices', () => ok({ notices }))
    .on('DELETE', '/api/v1/notices/4', () => {
      notices.splice(1, 1);
      return { status: 204 };
    });
  notices.unshift({ ...notices[1]!, id: 9, kind: 'hook', sentence: 'Hook 3 answers 500.', link: undefined });
  renderApp({ path: '/', gateway });

  const tile = await screen.findByRole('region', { name: 'Notices' });
  const lines = within(tile).getAllByRole('listitem');
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Make a new token') as string,
    expect.stringContaining('Hook 3 answers 500.') as string,
    'Show all 3 notices',
  ]);
  await userEvent.click(within(tile).getByRole('button', { name: 'Show all 3 notices' }));
  expect(tile.textContent).toContain('Nothing goes out');
  expect(tile.textContent).toContain('3 times');
  expect(screen.queryByText(/GET \/api/)).toBeNull();
  expect(screen.getByRole('link', { name: 'Look at it' }).getAttribute('href')).toBe('/chats/7');
  await userEvent.click(screen.getByRole('button', { name: /^Put away: Nothing goes out/ }));

  await waitFor(() => expect(screen.queryByText(/Make a new token/)).toBeNull());
  expect(screen.getByText('The receipt of SO-1 could not be sent.')).toBeTruthy();
});

it('counts nobody on a day without customers', async () => {
  renderApp({ path: '/', gateway: shop().on('GET', '/api/v1/numbers/funnel', () => ok({ rows: [] })) });
  const today = await screen.findByRole('region', { name: 'Today' });
  await waitFor(() => expect(today.textContent).toContain('0Conversations'));
});

it('says that the ERP is paused', async () => {
  const live = { state: 'PAUSED', profile: 'ERPNext', sentence: 'Amina has paused the ERP.' };
  renderApp({ path: '/', gateway: shop().on('GET', '/api/erp/connection', () => ok({ live })) });
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

it('says on every page whether the ERP and WhatsApp serve customers, to whom may see it', async () => {
  const gateway = shop();
  renderApp({ path: '/catalog', gateway });
  const erp = await screen.findByRole('link', { name: 'ERP: Held back' });
  expect(erp.getAttribute('href')).toBe('/erp');
  const whatsApp = await screen.findByRole('link', { name: 'WhatsApp: Right' });
  expect(whatsApp.getAttribute('href')).toBe('/operations?tab=whatsapp');
  cleanup();

  gateway.permissions = ['CATALOG_READ'];
  const { requests } = renderApp({ path: '/catalog', gateway });
  await screen.findByRole('button', { name: 'Account of demo' });
  expect(await screen.findByText('Beans')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /^(ERP|WhatsApp):/ })).toBeNull();
  expect(requests.some(({ path }) => /circuits|whatsapp.check/.test(path))).toBe(false);
});
