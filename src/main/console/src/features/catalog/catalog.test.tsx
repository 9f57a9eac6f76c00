import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway, ok } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const change = (gateway: FakeGateway, id: string, to: object) =>
  Object.assign(
    gateway.catalog.products.find(({ externalProductId }) => externalProductId === id)!,
    to,
  );

// 004-23: the subtitle; 004-25: nothing chosen, then a product at its address; 000-26: name and price are not edited here
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

// 004-23, 000-27
it('lists each product with its picture, price, flow and visibility', async () => {
  const gateway = new FakeGateway(0);
  change(gateway, 'P-1', { images: ['front', 'back'], flow: 'gifts' });
  renderApp({ path: '/catalog', gateway });
  const rice = await screen.findByRole('link', { name: /Rice 25 kg/ });
  expect(rice.querySelector('img')?.getAttribute('src')).toBe('/media/front/thumbnail');
  expect(within(rice).getByText(/KES 3,200\.00/)).toBeTruthy();
  expect(within(rice).getByText('gifts')).toBeTruthy();
  expect(screen.getByRole('switch', { name: 'Public Visibility of Rice 25 kg' })).toHaveProperty(
    'checked',
    true,
  );
  const beans = screen.getByRole('switch', { name: 'Public Visibility of Beans' });
  expect(beans).toMatchObject({ checked: false, disabled: true });
});

// 000-15
it('shows a price that changed in the ERP on the next load', async () => {
  const { gateway, queries } = renderApp({ path: '/catalog' });
  expect(await screen.findByText(/KES 3,200\.00/)).toBeTruthy();
  gateway.catalog.products = gateway.catalog.products.map((product) => ({
    ...product,
    priceText: '3350.50',
  }));
  await queries.invalidateQueries();
  expect((await screen.findAllByText(/KES 3,350\.50/)).length).toBeGreaterThan(0);
  expect(screen.queryByText(/3,200/)).toBeNull();
});

// 000-59
it('warns of a name that WhatsApp cuts, and shows how', async () => {
  const gateway = new FakeGateway(0);
  const warning = 'The name has 25 characters, and WhatsApp shows 24 of them in a list.';
  change(gateway, 'P-1', {
    name: 'Rice, long grain, 25 kilo',
    row: { title: 'Rice, long grain, 25 ki…', description: 'KES 3,200.00' },
    warnings: [warning],
  });
  renderApp({ path: '/catalog?show=warnings', gateway });
  const row = await screen.findByRole('link', { name: /Rice, long grain, 25 kilo/ });
  expect(within(row).getByText('Check the name')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Maize/ })).toBeNull();
  await userEvent.click(row);
  expect(await screen.findByText(warning)).toBeTruthy();
  expect(screen.getByText('Rice, long grain, 25 ki…')).toBeTruthy();
});

// 000-18: services are found among the products; what is left of those that are paid stands under Services
it('lists the services among the products', async () => {
  const gateway = new FakeGateway(0);
  change(gateway, 'P-2', { name: 'Consultation', kind: 'service', durationMinutes: 60 });
  renderApp({ path: '/catalog', gateway });
  await userEvent.click(await screen.findByRole('button', { name: 'Services' }));
  expect(await screen.findByRole('link', { name: /Consultation/ })).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('link', { name: /Rice/ })).toBeNull());
});

// 004-30
it('assigns a flow to a product', async () => {
  const gateway = new FakeGateway(0).on('PUT', '/api/catalog/products/P-1/flow', () => ({ status: 204 }));
  const { requests } = renderApp({ path: '/catalog/P-1?tab=flows', gateway });
  expect(await screen.findByRole('heading', { name: 'Assigned Flows' })).toBeTruthy();
  await userEvent.click(screen.getByRole('combobox', { name: 'Flow' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Order' }));
  expect(await screen.findByText('Rice 25 kg: sold by the flow order')).toBeTruthy();
  expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({ flow: 'order' });
});

// 004-28, 004-29, 004-31
it('has Image Upload + Attach, the Attached Images in order, and the Uploaded Images with ID and URL', async () => {
  const picture = (id: string) => ({
    id,
    altText: '',
    filename: `${id}.png`,
    size: 2_000,
    width: 300,
    height: 200,
    url: `/media/${id}`,
    usedBy: [],
  });
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/images', () => ok(['front', 'back', 'spare', 'other'].map(picture)))
    .on('PUT', '/api/catalog/products/P-1/images', ({ body }) => {
      change(gateway, 'P-1', { images: body });
      return ok(body);
    });
  change(gateway, 'P-1', { images: ['front', 'back'] });
  const { requests } = renderApp({ path: '/catalog/P-1?tab=images', gateway });
  for (const name of ['Image Upload + Attach', 'Attached Images', 'Uploaded Images'])
    expect(await screen.findByRole('heading', { name })).toBeTruthy();
  const spare = await screen.findByRole('row', { name: /spare/ });
  for (const name of ['ID', 'URL']) expect(screen.getByRole('columnheader', { name })).toBeTruthy();
  expect(within(spare).getByText('spare').tagName).toBe('CODE');
  expect(within(spare).getByRole('button', { name: 'Copy URL spare.png' })).toBeTruthy();

  await userEvent.click(screen.getByRole('button', { name: 'Move back.png forward' }));
  await waitFor(() =>
    expect(screen.getByText('Main image').closest('li')?.querySelector('img')?.src).toContain('/media/back'),
  );
  // Two before the first is answered: neither is lost.
  fireEvent.click(within(spare).getByRole('button', { name: 'Attach spare.png' }));
  fireEvent.click(screen.getByRole('button', { name: 'Attach other.png' }));
  await waitFor(() =>
    expect(requests.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      ['back', 'front'],
      ['back', 'front', 'spare'],
      ['back', 'front', 'spare', 'other'],
    ]),
  );
});

// 000-56
it('offers those who may only look nothing to change', async () => {
  const gateway = new FakeGateway(0);
  gateway.permissions = ['CATALOG_READ'];
  renderApp({ path: '/catalog/P-1', gateway });
  await screen.findByRole('region', { name: 'Configuration' });
  for (const visibility of await screen.findAllByRole('switch'))
    expect(visibility).toHaveProperty('disabled', true);
  expect(screen.queryByRole('button', { name: 'Refresh from ERP' })).toBeNull();
  expect(screen.queryByRole('checkbox', { name: /Mark/ })).toBeNull();
});

// 004-27
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

// 004-26
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
