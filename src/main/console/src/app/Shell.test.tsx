import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeGateway } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const navigation = async () => within(await screen.findByRole('navigation', { name: 'Main navigation' }));

// 000-14: catalog, orders, fulfillment and services are one link away from any page, for a viewer, too
it('leads to the four areas of the shop by one link each that a keyboard reaches', async () => {
  const gateway = new FakeGateway(0);
  gateway.permissions = ['ORDERS_READ', 'SERVICES_READ', 'CATALOG_READ'];
  renderApp({ gateway });
  const menu = await navigation();
  for (const [name, address] of [
    ['Catalog', '/catalog'],
    ['Sales Orders', '/orders'],
    ['Fulfillment', '/fulfilment'],
    ['Services', '/services'],
  ] as const) {
    const link = menu.getByRole('link', { name });
    expect(link.getAttribute('href')).toBe(address);
    link.focus();
    expect(document.activeElement).toBe(link);
  }
});

// 000-13: whoever may not see the orders has no link to them, nor the page; RightsTest has the 403 of the API
it('shows no link to what somebody may not see, and says at its address which right is missing', async () => {
  const gateway = new FakeGateway(0);
  gateway.permissions = ['CATALOG_READ'];
  const { requests } = renderApp({ path: '/orders', gateway });
  const menu = await navigation();

  expect(menu.getByRole('link', { name: 'Catalog' })).toBeTruthy();
  expect(menu.queryByRole('link', { name: /Sales Orders|Fulfillment|Services/ })).toBeNull();
  expect(await screen.findByText(/It needs the right “See orders”/)).toBeTruthy();
  expect(requests.some(({ path }) => path.startsWith('/api/v1/orders'))).toBe(false);
});

it('marks the page one is on, and no other one above it', async () => {
  renderApp({ path: '/settings/audit' });
  const menu = await navigation();
  const current = menu.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page');
  expect(current.map(({ textContent }) => textContent)).toEqual(['Audit log']);
});

it('marks the list while one of its items is open', async () => {
  renderApp({ path: '/orders/O-1' });
  const menu = await navigation();
  expect(menu.getByRole('link', { name: 'Sales Orders' }).getAttribute('aria-current')).toBe('page');
});
