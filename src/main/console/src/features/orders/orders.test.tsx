import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ok } from '@/testing/fake-backend/gateway';
import { fakeOrder, fakeOrders, refused } from '@/testing/fake-backend/orders';
import { renderApp } from '@/testing/render-app';
import { amountText } from './amount';
import { milestones } from './components/Milestones';
import { nextMove } from './components/NextMove';

describe('the list', () => {
  const shop = () =>
    fakeOrders([
      fakeOrder(1),
      fakeOrder(2, { status: 'shipped', customer: 'Brian Otieno', moves: ['delivered'] }),
      fakeOrder(3, { status: 'shipped', payment: 'paid', customer: 'Chao', moves: ['delivered'] }),
    ]);

  // 001-20, 001-21
  it('shows how many there are of each status, and those of one', async () => {
    const { router } = renderApp({ path: '/orders', gateway: shop() });
    await userEvent.click(await screen.findByRole('radio', { name: 'Shipped 2' }));

    await waitFor(() => expect(screen.queryByText('SO-1')).toBeNull());
    expect(screen.getByText('SO-2')).toBeDefined();
    expect(screen.getByText('SO-3')).toBeDefined();
    expect(router.state.location.search).toEqual({ status: 'shipped' });
  });

  // 000-16: each row says what became of its payment
  it('shows of each order how it is paid', async () => {
    const all = ['unpaid', 'requested', 'paid', 'failed', 'refunded'];
    renderApp({
      path: '/orders',
      gateway: fakeOrders(all.map((payment, i) => fakeOrder(i + 1, { payment }))),
    });
    for (const [i, words] of ['Unpaid', 'Requested', 'Paid', 'Failed', 'Refunded'].entries()) {
      const row = await screen.findByRole('row', { name: new RegExp(`SO-${i + 1}\\b`) });
      expect(within(row).getByText(words)).toBeDefined();
    }
  });

  // 001-18: the five statuses of pay on delivery under their names
  it('names each status and filters by it', async () => {
    renderApp({ path: '/orders', gateway: shop() });
    await screen.findByText('SO-1');
    for (const status of ['Pending 0', 'Confirmed 1', 'Shipped 2', 'Delivered 0', 'Cancelled 0'])
      expect(screen.getByRole('radio', { name: status })).toBeDefined();
  });

  // 001-24
  it('marks where an order comes from, and shows those of one source', async () => {
    const gateway = fakeOrders([fakeOrder(1), fakeOrder(2, { source: 'website' })]);
    const { router } = renderApp({ path: '/orders', gateway });
    const badge = async (number: string) =>
      within(await screen.findByRole('row', { name: new RegExp(number) }));
    expect((await badge('SO-1')).getByText('WhatsApp')).toBeDefined();
    expect((await badge('SO-2')).getByText('Website')).toBeDefined();

    await userEvent.click(screen.getByRole('combobox', { name: 'Source' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Website' }));

    await waitFor(() => expect(screen.queryByText('SO-1')).toBeNull());
    expect(screen.getByText('SO-2')).toBeDefined();
    expect(router.state.location.search).toEqual({ source: 'website' });
  });

  it('begins with the filters that stand in its address, and says when nothing matches', async () => {
    const { router } = renderApp({ path: '/orders?payment=refunded&q=x', gateway: shop() });
    expect(await screen.findByText('Nothing matches.')).toBeDefined();

    const clear = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear[0]!);
    expect(await screen.findByText('SO-1')).toBeDefined();
    expect(router.state.location.search).toEqual({});
  });

  // 002-05: assigned without leaving the list
  it('gives an order to somebody in place', async () => {
    const gateway = shop().on('POST', '/api/v1/orders/E-1/assignee', () =>
      ok({ externalOrderId: 'E-1', assignee: 'ben', history: [] }),
    );
    const { requests, router } = renderApp({ path: '/orders', gateway });
    await userEvent.click(await screen.findByRole('combobox', { name: 'Who has order SO-1' }));
    await userEvent.click(await screen.findByRole('option', { name: 'ben' }));

    expect(await screen.findByText('SO-1 is with ben now.')).toBeDefined();
    expect(requests.find(({ path }) => path === '/api/v1/orders/E-1/assignee')?.body).toEqual({
      assignee: 'ben',
    });
    expect(router.state.location.pathname).toBe('/orders');
  });

  // 002-30
  it('marks an order whose status has not changed for too long', async () => {
    renderApp({ path: '/orders', gateway: fakeOrders([fakeOrder(1, { stale: true }), fakeOrder(2)]) });

    await screen.findByText('SO-1');
    expect(screen.getAllByText('Stale')).toHaveLength(1);
  });

  // 002-06: carts that are not orders yet, with their age
  it('lists open carts with what is in them and since when', async () => {
    const since = new Date(Date.now() - 2 * 3_600_000).toISOString();
    const items = [{ externalProductId: 'P1', name: 'Sugar 2 kg', qty: 2 }];
    const gateway = shop().on('GET', '/api/v1/carts', () =>
      ok({
        carts: [{ contactId: 7, customer: 'Femi', items, total: 645, currency: 'KES', since }],
        count: 1,
      }),
    );
    renderApp({ path: '/orders?view=carts', gateway });

    expect(await screen.findByText('Femi')).toBeDefined();
    expect(screen.getByText('1 cart that is not ordered yet')).toBeDefined();
    expect(screen.getByText(/2 hr. ago/)).toBeDefined();
  });

  it('moves the focus with j and k', async () => {
    renderApp({ path: '/orders', gateway: shop() });
    await screen.findByText('SO-1');
    await userEvent.keyboard('jj');
    expect(document.activeElement?.textContent).toBe('SO-2');
    await userEvent.keyboard('k');
    expect(document.activeElement?.textContent).toBe('SO-1');
  });
});

describe('a change of status', () => {
  // 001-23
  it('offers only what the ERP has, shows what goes out, and says of each half what became of it', async () => {
    const { requests } = renderApp({ path: '/orders/E-1', gateway: fakeOrders([fakeOrder(1)]) });
    await userEvent.click(await screen.findByRole('button', { name: 'Mark as shipped' }));
    expect(screen.queryByRole('button', { name: 'Cancel order' })).toBeNull();

    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/order_shipped \(en\)/)).toBeDefined();
    expect(within(dialog).getByText('Order SO-1 is on its way.')).toBeDefined();
    await userEvent.dblClick(within(dialog).getByRole('button', { name: 'Mark as shipped' }));

    const erp = await within(dialog).findByRole('status', { name: 'ERP' });
    await waitFor(() => expect(erp.textContent).toContain('Shipped'));
    const message = within(dialog).getByRole('status', { name: 'Message' });
    await waitFor(() => expect(message.textContent).toContain('could not be said'));
    await userEvent.click(within(message).getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(message.textContent).toContain('on its way to the customer'));
    const posts = requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/status'));
    expect(posts).toHaveLength(1);
  });

  it('tells nobody what the ERP refused, and can be tried again', async () => {
    const { requests } = renderApp({ path: '/orders/E-1', gateway: fakeOrders([fakeOrder(1)], refused) });
    await userEvent.click(await screen.findByRole('button', { name: 'Mark as shipped' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Mark as shipped' }));

    const erp = await within(dialog).findByRole('status', { name: 'ERP' });
    await waitFor(() => expect(erp.textContent).toContain('credit limit exceeded'));
    expect(within(dialog).getByRole('status', { name: 'Message' }).textContent).toContain(
      'The customer is told once the ERP has done it.',
    );
    await userEvent.click(within(erp).getByRole('button', { name: 'Retry' }));
    await waitFor(() =>
      expect(
        requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/status')),
      ).toHaveLength(2),
    );
  });
});

// 001-22
it('shows what was ordered as it was sent, the address as it was typed, and that the ERP is silent', async () => {
  renderApp({ path: '/orders/E-1', gateway: fakeOrders([fakeOrder(1)]) });

  const source = await screen.findByText(/As sent to the ERP/);
  expect(source.querySelector('time')?.dateTime).toBe('2026-07-02T10:00:00Z');
  for (const shown of ['Amina Yusuf', '+254700000001', 'Sugar 2 kg', /2 ×.*KES 322\.50/])
    expect(screen.getByText(shown)).toBeDefined();
  expect(screen.getByText('Total').nextSibling?.textContent).toBe('KES 645.00');
  expect(screen.getByText(/Beth House/).textContent).toBe('Beth House\nHouse 5');
  expect(await screen.findByText('The ERP does not answer.')).toBeDefined();
  expect(document.querySelector('img[src="/media/a/thumbnail"]')).not.toBeNull();
});

// 001-32: what comes to whoever looks at any page
it('says the number, the customer and the total of a new order', async () => {
  const streams: EventTarget[] = [];
  vi.stubGlobal(
    'EventSource',
    class extends EventSource {
      constructor(url: string) {
        super(url);
        streams.push(this);
      }
    },
  );
  renderApp({ path: '/orders', gateway: fakeOrders([fakeOrder(1)]) });
  await screen.findByText('SO-1');

  const data = JSON.stringify({ kind: 'order', subject: 'E-1', contactId: 7 });
  streams.forEach((stream) => stream.dispatchEvent(new MessageEvent('desk', { data })));

  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('New order SO-1');
  expect(alert.textContent).toContain('Amina Yusuf, KES 645.00');
});

// 000-03: the other way round stands in ChatsPage.test.tsx
it('leads from an order to its chat by one click', async () => {
  const { router } = renderApp({ path: '/orders/E-1', gateway: fakeOrders([fakeOrder(1)]) });
  await userEvent.click(await screen.findByRole('link', { name: 'Open chat' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/chats/7'));
});

// 000-56: RightsTest has the 403 of everything a viewer might call all the same
it('shows a viewer the order and nothing to change it with', async () => {
  const gateway = fakeOrders([fakeOrder(1)]);
  gateway.permissions = ['CHATS_READ', 'ORDERS_READ', 'SERVICES_READ', 'CATALOG_READ'];
  const { router } = renderApp({ path: '/orders/E-1', gateway });
  expect(await screen.findByText(/As sent to the ERP/)).toBeDefined();
  const changing = /Mark as|Start|Cancel|Confirm|Ask for|Approve|Send again|Choose/;
  expect(screen.queryByRole('button', { name: changing })).toBeNull();
  expect(screen.queryByRole('combobox', { name: /Who has order/ })).toBeNull();
  expect(screen.getByText('Amounts are not shown: that needs the right “See amounts”.')).toBeDefined();
  expect(screen.queryByText('Subtotal')).toBeNull();

  await router.navigate({ to: '/orders' });
  expect(await screen.findByText('SO-1')).toBeDefined();
  expect(screen.queryByRole('button', { name: changing })).toBeNull();
  expect(screen.queryByRole('checkbox', { name: /Choose/ })).toBeNull();
  expect(screen.queryByRole('columnheader', { name: 'Total' })).toBeNull();
});

// 000-17: the steps to delivered, with who took them, stand in StaffActionsEndToEndTest
it('takes an order on from the column of fulfillment that it stands in', async () => {
  const order = fakeOrder(1, { status: 'confirmed', moves: ['shipped', 'cancelled'] });
  const { requests } = renderApp({ path: '/fulfilment', gateway: fakeOrders([order]) });
  const column = within(await screen.findByRole('region', { name: 'To prepare' }));
  await userEvent.click(await column.findByRole('button', { name: 'Mark as shipped' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Mark as shipped' }));
  await waitFor(() =>
    expect(requests.find(({ path }) => path === '/api/v1/orders/E-1/status')?.body).toMatchObject({
      status: 'shipped',
    }),
  );
  for (const name of ['Preparing', 'Ready for pick-up', 'Out for delivery', 'Done'])
    expect(within(screen.getByRole('region', { name })).getByText('Nothing here.')).toBeDefined();
});

// 002-07
it('shows how far an order has come, and when it came there', async () => {
  renderApp({ path: '/orders/E-1', gateway: fakeOrders([fakeOrder(1, { status: 'shipped' })]) });
  const stones = within(await screen.findByRole('list', { name: 'From received to delivered' })).getAllByRole(
    'listitem',
  );
  expect(stones.map((stone) => stone.querySelector('p')?.textContent)).toEqual([
    'Received',
    'Confirmed',
    'Preparing',
    'Shipped',
    'Delivered',
  ]);
  expect(stones[0]?.querySelector('time')?.dateTime).toBe('2026-07-02T10:00:00Z');
  expect(stones.map((stone) => stone.dataset.reached === 'true')).toEqual([true, true, true, true, false]);
  expect(stones[3]?.getAttribute('aria-current')).toBe('step');
});

// 002-07
it('knows the milestones of an order with their times', () => {
  const steps = [
    { at: '1', kind: 'created', after: 'pending' },
    { at: '2', kind: 'status', after: 'confirmed' },
    { at: '3', kind: 'status', after: 'shipped' },
  ];
  expect(milestones('shipped', steps, false)).toEqual([
    { status: 'received', reached: true, at: '1' },
    { status: 'confirmed', reached: true, at: '2' },
    { status: 'preparing', reached: true, at: undefined },
    { status: 'shipped', reached: true, at: '3' },
    { status: 'delivered', reached: false, at: undefined },
  ]);
  expect(milestones('cancelled', steps.slice(0, 2), false).at(-1)).toEqual({
    status: 'cancelled',
    reached: true,
    at: undefined,
  });
});

it('never loses the decimals of a currency, nor thinks of cancelling as the next step', () => {
  expect(amountText(200, 'KES')).toBe('KES 200.00');
  expect(amountText(1234.5, 'JPY')).toBe('JPY 1,234.5');
  expect(amountText(undefined, 'KES')).toBe('');
  expect(nextMove(['cancelled', 'shipped', 'preparing'])).toBe('preparing');
  expect(nextMove(['cancelled'])).toBeUndefined();
});
