import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
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

  it('shows how many there are of each status, and those of one', async () => {
    const { router } = renderApp({ path: '/orders', gateway: shop() });
    await userEvent.click(await screen.findByRole('radio', { name: 'Shipped 2' }));

    await waitFor(() => expect(screen.queryByText('SO-1')).toBeNull());
    expect(screen.getByText('SO-2')).toBeDefined();
    expect(screen.getByText('SO-3')).toBeDefined();
    expect(router.state.location.search).toEqual({ status: 'shipped' });
  });

  it('begins with the filters that stand in its address, and says when nothing matches', async () => {
    const { router } = renderApp({ path: '/orders?payment=refunded&q=x', gateway: shop() });
    expect(await screen.findByText('Nothing matches.')).toBeDefined();

    const clear = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear[0]!);
    expect(await screen.findByText('SO-1')).toBeDefined();
    expect(router.state.location.search).toEqual({});
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

it('shows what was ordered as it was sent, the address as it was typed, and that the ERP is silent', async () => {
  renderApp({ path: '/orders/E-1', gateway: fakeOrders([fakeOrder(1)]) });

  expect(await screen.findByText(/As sent to the ERP/)).toBeDefined();
  expect(screen.getByText(/Beth House/).textContent).toBe('Beth House\nHouse 5');
  expect(await screen.findByText('The ERP does not answer.')).toBeDefined();
  expect(document.querySelector('img[src="/media/a/thumbnail"]')).not.toBeNull();
});

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
