import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway, ok, problem } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const order = { externalOrderId: 'O-42', orderNumber: 'SO-1042', customer: 'Amina Wanjiru' };
const template = { name: 'order_ready', category: 'UTILITY', status: 'APPROVED', account: '1', events: [] };

const shop = () =>
  new FakeGateway(0)
    .on('GET', '/api/v1/orders', () => ok({ orders: [order], counts: {} }))
    .on('GET', '/api/v1/flows', () =>
      ok({
        flows: [{ id: 'order', title: 'Order a product', languages: [], sessions: 0, olderSessions: 0 }],
      }),
    )
    .on('GET', '/api/v1/templates', () =>
      ok({
        accounts: [],
        templates: [
          { ...template, language: 'en' },
          { ...template, language: 'fr' },
        ],
      }),
    );

async function open(gateway = shop()) {
  const app = renderApp({ path: '/phone', gateway });
  await screen.findByRole('heading', { level: 1 });
  // The keys come a moment after the page.
  const palette = await waitFor(async () => {
    if (!screen.queryByRole('dialog', { name: 'Find' })) await userEvent.keyboard('{Control>}k{/Control}');
    return screen.getByRole('dialog', { name: 'Find' });
  });
  const words = within(palette).getByRole('combobox', { name: 'Find' });
  const group = async (name: string) => within(await within(palette).findByRole('group', { name }));
  return { ...app, palette, words, group };
}

const asked = (requests: { path: string }[], path: string) =>
  requests.filter((request) => request.path.startsWith(path));

it('lists pages and actions, and goes to the page that the arrows and Enter choose', async () => {
  const { router, words, group } = await open();
  expect((await group('Pages')).getByRole('option', { name: 'Bot Flows' })).toBeTruthy();
  expect((await group('Actions')).getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'New flow',
    'New template',
    'Invite somebody',
    'Open the phone',
    'Show the keys',
  ]);

  await userEvent.type(words, 'aud');
  const option = (await group('Pages')).getByRole('option', { name: 'Audit log' });
  expect(words.getAttribute('aria-activedescendant')).toBe(option.id);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/settings/audit'));
});

it('finds chats, orders, products, flows and templates by what they are called, and goes there', async () => {
  const { words, group, requests, router } = await open();
  await userEvent.type(words, 'or');
  expect((await group('Orders')).getByRole('option', { name: /SO-1042.*Amina Wanjiru/ })).toBeTruthy();
  expect((await group('Flows')).getByRole('option', { name: /Order a product/ })).toBeTruthy();
  expect((await group('Templates')).getAllByRole('option')).toHaveLength(1);
  expect((await group('Templates')).getByText('en, fr')).toBeTruthy();

  await userEvent.clear(words);
  await userEvent.type(words, 'amina');
  expect((await group('Chats')).getByRole('option', { name: /Amina Wanjiru.*\+254700000001/ })).toBeTruthy();
  await userEvent.clear(words);
  await userEvent.type(words, 'rice');
  expect((await group('Products')).getByRole('option', { name: /Rice 25 kg/ })).toBeTruthy();
  expect(
    asked(requests, '/api/v1/conversations?').filter(({ path }) => path.includes('limit=5')),
  ).toHaveLength(3);

  await userEvent.clear(words);
  await userEvent.type(words, '1042');
  await userEvent.click((await group('Orders')).getByRole('option', { name: /SO-1042/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/orders/O-42'));
});

it('asks for nothing before two letters, and once for what is typed in one go', async () => {
  const { words, requests, group } = await open();
  await userEvent.type(words, 'a');
  expect(await group('Pages')).toBeTruthy();
  await userEvent.type(words, 'mina');
  expect(await group('Chats')).toBeTruthy();
  expect(asked(requests, '/api/v1/orders').map(({ path }) => path)).toEqual([
    expect.stringContaining('q=amina'),
  ]);
});

it('asks only for what somebody may see, and offers only what they may begin', async () => {
  const gateway = shop();
  gateway.permissions = ['ORDERS_READ'];
  const { words, requests, group, palette } = await open(gateway);
  expect((await group('Actions')).getAllByRole('option')).toHaveLength(2);
  await userEvent.type(words, 'or');
  expect(await group('Orders')).toBeTruthy();
  expect(within(palette).queryByRole('group', { name: 'Flows' })).toBeNull();
  const others = ['/api/v1/conversations', '/api/v1/flows', '/api/v1/templates', '/api/catalog'];
  for (const other of others) expect(asked(requests, other)).toEqual([]);
});

it('finds the others where one list fails, and says which one did', async () => {
  const gateway = shop().on('GET', '/api/v1/orders', () => problem(500, 'Error', 'The database is away.'));
  const { words, group } = await open(gateway);
  await userEvent.type(words, 'or');
  expect(await screen.findByText('The orders could not be searched.')).toBeTruthy();
  expect(await group('Flows')).toBeTruthy();
});

it('begins a flow over the page one is on', async () => {
  const { words, router } = await open();
  await userEvent.type(words, 'new fl');
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('dialog', { name: 'New flow' })).toBeTruthy();
  expect(router.state.location.pathname).toBe('/phone');
});

it('invites somebody from any page, and shows the link', async () => {
  const person = { username: 'cleo', roles: ['VIEWER'], state: 'invited', createdAt: '2026-07-01T08:00:00Z' };
  const gateway = shop()
    .on('GET', '/api/v1/users', () =>
      ok({ users: [], roles: [{ role: 'VIEWER', title: 'Viewer', job: '', permissions: [] }] }),
    )
    .on('POST', '/api/v1/users', () =>
      ok({ user: person, link: { path: '/invite?token=abc', validUntil: '2026-07-09T08:00:00Z' } }),
    );
  const { words } = await open(gateway);
  await userEvent.type(words, 'invite');
  await userEvent.keyboard('{Enter}');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'cleo');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Viewer' }));
  await userEvent.click(screen.getByRole('button', { name: 'Make the link' }));
  expect(await screen.findByRole('textbox', { name: 'Link' })).toBeTruthy();
});
