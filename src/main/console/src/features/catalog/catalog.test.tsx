import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

// 000-26: name and price are not edited here, the screen says where
it('shows the texts of the catalog with nothing chosen, and a product at its address', async () => {
  const { router } = renderApp({ path: '/catalog' });
  expect(await screen.findByRole('heading', { level: 1, name: 'Product Catalog' })).toBeTruthy();
  expect(screen.getByText('WhatsApp product and flow operations')).toBeTruthy();
  expect(await screen.findByText('Select Product')).toBeTruthy();
  expect(screen.getByText('Choose a product from the left panel')).toBeTruthy();
  expect(screen.getByText(/No ERP base price available/)).toBeTruthy();

  await userEvent.click(await screen.findByRole('link', { name: /Rice 25 kg/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/catalog/P-1'));
  expect(
    await screen.findByText('When disabled, this product will not appear in the WhatsApp menu.'),
  ).toBeTruthy();
  expect(screen.getByText('edit in ERP')).toBeTruthy();
  const detail = within(screen.getByRole('region', { name: 'Configuration' }));
  expect(detail.queryByRole('textbox', { name: /name|price|stock|description/i })).toBeNull();
  expect(detail.queryByRole('spinbutton', { name: /price|stock/i })).toBeNull();
});

it('hides a product at once, and brings it back by Undo', async () => {
  const { gateway } = renderApp({ path: '/catalog' });
  const rice = await screen.findByRole('switch', { name: 'Public Visibility of Rice 25 kg' });
  await userEvent.click(rice);
  expect(rice).toHaveProperty('checked', false);
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(rice).toHaveProperty('checked', true));
  await waitFor(() => expect(gateway.catalog.products[0]?.visible).toBe(true));
});

it('takes the switch back when the gateway refuses, and says why', async () => {
  const gateway = new FakeGateway(0);
  gateway.catalog.refusal = 'Somebody else changes it just now.';
  renderApp({ path: '/catalog', gateway });
  const rice = await screen.findByRole('switch', { name: 'Public Visibility of Rice 25 kg' });
  await userEvent.click(rice);
  expect(await screen.findByText('Somebody else changes it just now.')).toBeTruthy();
  await waitFor(() => expect(rice).toHaveProperty('checked', true));
});

it('cannot show a product without a price', async () => {
  renderApp({ path: '/catalog/P-3' });
  const detail = within(await screen.findByRole('region', { name: 'Configuration' }));
  expect(await detail.findByRole('switch', { name: /Public Visibility/ })).toHaveProperty('disabled', true);
});

it('keeps filters in the address and offers a way out when nothing matches', async () => {
  const { router } = renderApp({ path: '/catalog?show=noPrice' });
  expect(await screen.findByRole('link', { name: /Beans/ })).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Rice/ })).toBeNull();
  await userEvent.type(screen.getByRole('textbox', { name: 'Search by name, id or SKU' }), 'rice');
  expect(await screen.findByText('Nothing matches.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(await screen.findByRole('link', { name: /Rice/ })).toBeTruthy();
  expect(router.state.location.searchStr).toBe('');
});

it('says that the data is old when the ERP is away', async () => {
  const gateway = new FakeGateway(0);
  gateway.catalog.asOf = '2026-11-22T10:21:00Z';
  renderApp({ path: '/catalog', gateway });
  expect(await screen.findByText(/ERP unreachable, data from/)).toBeTruthy();
  expect(screen.getByRole('link', { name: /Rice/ })).toBeTruthy();
});

it('shows a name of 25 characters as WhatsApp cuts it, with a warning (000-59)', async () => {
  const gateway = new FakeGateway(0);
  const [rice] = gateway.catalog.products;
  const name = 'Rice of Mwea, 25 kg, long';
  gateway.catalog.products = [
    {
      ...rice!,
      name,
      row: { title: name.slice(0, 24), description: 'KES 3200' },
      warnings: ['Lists of WhatsApp show 24 characters of it.'],
    },
  ];
  renderApp({ path: '/catalog/P-1', gateway });
  expect(await screen.findByText('Rice of Mwea, 25 kg, lon')).toBeTruthy();
  expect(await screen.findByText('Lists of WhatsApp show 24 characters of it.')).toBeTruthy();
});
