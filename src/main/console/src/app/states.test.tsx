import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeGateway, ok, problem } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';
import { pages } from './pages';
import { createAppRouter } from './router';

const screens = [
  ...pages.map(({ to }) => to),
  '/setup-guide',
  '/catalog/P-1',
  '/jobs/J-1',
  '/chats/1',
  '/orders/O-1',
  '/flows/order',
  '/templates/order_ready',
  '/templates/drafts/7',
  ...['erp', 'whatsapp', 'failed', 'doubts', 'numbers'].map((tab) => `/operations?tab=${tab}`),
];

it('knows all addresses of the console', () => {
  const withoutSignIn = ['/setup', '/invite'];
  const patterns = Object.keys(createAppRouter().routesByPath).filter(
    (path) => !withoutSignIn.includes(path),
  );
  const missing = patterns.filter((pattern) => {
    const address = new RegExp(`^${pattern.replaceAll(/\$\w+/g, '[^/]+')}$`);
    return !screens.some((path) => address.test(path.replace(/\?.*/, '')));
  });
  expect(missing).toEqual([]);
});

/** Where there is nothing, what is answered, and what is said of it. */
const empty: [string, Record<string, unknown>, RegExp][] = [
  ['/', { '/api/v1/attention': { count: 0, categories: [] } }, /^Nothing waits for anybody/],
  ['/chats', { '/api/v1/conversations': { chats: [] } }, /^Nobody has written yet/],
  ['/orders', { '/api/v1/orders': { orders: [], counts: {} } }, /^There are no orders yet/],
  ['/fulfilment', { '/api/v1/orders': { orders: [], counts: {} } }, /^Nothing here/],
  ['/services', { '/api/v1/services': { services: [] } }, /^Nobody has paid for a service yet/],
  [
    '/catalog',
    { '/api/catalog/products': { products: [], enabled: 0, gone: [], flows: [] } },
    /^The ERP lists no products yet/,
  ],
  ['/jobs', { '/api/jobs': { available: true, jobs: [], flows: [] } }, /^The ERP has no open positions/],
  ['/jobs', { '/api/jobs': { available: false, jobs: [], flows: [] } }, /^The ERP lists no jobs/],
  ['/flows', { '/api/v1/flows': { flows: [] } }, /^There are no flows yet/],
  [
    '/templates',
    { '/api/v1/templates': { accounts: [], templates: [] }, '/api/v1/template-drafts': { drafts: [] } },
    /^There are no templates yet/,
  ],
  [
    '/attention',
    {
      '/api/v1/attention': { count: 0, categories: [{ category: 'unknown', count: 0, items: [] }] },
      '/api/v1/attention/unknown': { items: [] },
    },
    /^Nothing waits here/,
  ],
  ['/settings/audit', { '/api/v1/audit': { entries: [] } }, /^Nobody has done anything yet/],
  [
    '/settings/delivery',
    { '/api/delivery-charges': { bands: [], edited: true, gaps: 'refuse', warnings: [] } },
    /^There are no rows/,
  ],
  [
    '/operations?tab=failed',
    { '/api/v1/failed-messages': { messages: [] }, '/api/v1/failed-messages/reasons': { reasons: [] } },
    /^Every message has arrived/,
  ],
  [
    '/operations?tab=doubts',
    { '/api/erp/doubts': { doubts: [] } },
    /^Every write to the ERP has a known end/,
  ],
  ['/operations?tab=erp', { '/api/erp/circuits': [] }, /^No operation has been called yet/],
];

it.each(empty)('%s says so when there is nothing', async (path, answers, sentence) => {
  const gateway = new FakeGateway(0);
  for (const [address, body] of Object.entries(answers)) gateway.on('GET', address, () => ok(body));
  renderApp({ path, gateway });
  await screen.findByRole('navigation', { name: 'Main navigation' });
  expect((await within(screen.getByRole('main')).findAllByText(sentence)).length).toBeGreaterThan(0);
});

it.each(screens)(
  '%s says that it loads, what failed, and what may not be seen, and tries again',
  async (path) => {
    const gateway = new FakeGateway(0);
    const goOn = gateway.hold();
    renderApp({ path, gateway });
    await screen.findByRole('navigation', { name: 'Main navigation' });
    const main = within(screen.getByRole('main'));
    expect((await main.findAllByRole('status')).length).toBeGreaterThan(0);
    expect(main.queryByRole('alert')).toBeNull();

    gateway.trouble = problem(500, 'Error', 'The database is away.');
    goOn();
    expect((await main.findAllByText(/The database is away\./)).length).toBeGreaterThan(0);

    gateway.trouble = problem(403, 'Forbidden', 'Your roles do not allow that any more.');
    for (const retry of main.getAllByText('Retry')) fireEvent.click(retry);
    expect((await main.findAllByText(/Your roles do not allow that any more\./)).length).toBeGreaterThan(0);
    expect(main.queryByText(/The database is away\./)).toBeNull();
  },
);
