import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway, ok, problem } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const branding = { kind: 'order', version: 3, name: 'Duka', tagline: 'Nairobi', hasLogo: false };
const key = {
  id: 7,
  name: 'Online store',
  hint: 'wb_3f',
  scopes: ['orders:create'],
  state: 'valid',
  createdBy: 'ada',
  createdAt: '2026-07-01T08:00:00Z',
};

it('whoever saves second sees what the other saved, and loses nothing (000-24)', async () => {
  let current = branding;
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/receipt-branding/order', () => ok(current))
    .on('PUT', '/api/v1/receipt-branding/order', ({ body }) => {
      const wanted = body as typeof branding;
      if (wanted.version !== current.version) return problem(409, 'Conflict', 'Changed meanwhile.');
      current = { ...current, ...wanted, version: current.version + 1 };
      return ok(current);
    });
  renderApp({ path: '/settings', gateway });
  const name = await screen.findByRole('textbox', { name: 'Name of the store' });
  await userEvent.clear(name);
  await userEvent.type(name, 'My shop');
  current = { ...branding, version: 4, name: 'Their shop' };
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const conflict = await screen.findByRole('alert');
  expect(within(conflict).getByText('Theirs: Their shop')).toBeTruthy();
  expect(within(conflict).getByText('Yours: My shop')).toBeTruthy();
  await userEvent.click(within(conflict).getByRole('button', { name: 'Go on with mine' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(current.name).toBe('My shop'));
  expect(current.version).toBe(5);
});

it('switches a part of the business off, and back by Undo', async () => {
  const sales = { module: 'sales', on: true, flows: ['order'] };
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/modules', () => ok({ modules: [sales] }))
    .on('PUT', '/api/v1/modules/sales', ({ body }) => {
      sales.on = (body as { on: boolean }).on;
      return ok(sales);
    });
  renderApp({ path: '/settings?tab=modules', gateway });
  const module = await screen.findByRole('switch', { name: /^Sales/ });
  await userEvent.click(module);
  await waitFor(() => expect(sales.on).toBe(false));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(sales.on).toBe(true));
});

it('makes a key, shows it once, and asks before it is revoked', async () => {
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/api-keys', () => ok({ keys: [key], scopes: ['orders:create', 'orders:read'] }))
    .on('POST', '/api/v1/api-keys', () => ok({ key: { ...key, name: 'Till' }, secret: 'wb_secret' }))
    .on('DELETE', '/api/v1/api-keys/7', () => ({ status: 204 }));
  const { requests } = renderApp({ path: '/settings?tab=keys', gateway });
  await userEvent.click(await screen.findByRole('button', { name: 'Make a key' }));
  const form = screen.getByRole('dialog');
  await userEvent.type(within(form).getByRole('textbox', { name: 'Name' }), 'Till');
  await userEvent.click(within(form).getByRole('button', { name: 'Make a key' }));
  expect(await within(form).findByText('Choose at least one scope.')).toBeTruthy();
  await userEvent.click(within(form).getByRole('checkbox', { name: 'orders:read' }));
  await userEvent.click(within(form).getByRole('button', { name: 'Make a key' }));
  expect(await screen.findByDisplayValue('wb_secret')).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke Online store' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke' }));
  await waitFor(() => expect(requests.some(({ method }) => method === 'DELETE')).toBe(true));
});

it('makes a link that leads to a product', async () => {
  const gateway = new FakeGateway(0).on('POST', '/api/v1/chat-links', ({ body }) => {
    const link = `https://wa.me/?text=${(body as { product: string }).product}`;
    return ok({ link, text: '', html: `<a href="${link}">WhatsApp</a>`, qr: '<svg/>' });
  });
  const { requests } = renderApp({ path: '/settings?tab=links', gateway });
  await userEvent.click(await screen.findByRole('radio', { name: 'Product' }));
  expect(screen.getByRole('button', { name: 'Make the link' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('combobox', { name: 'Product' }));
  await userEvent.click(await screen.findByRole('option', { name: /Rice/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Make the link' }));
  expect(await screen.findByDisplayValue('https://wa.me/?text=P-1')).toBeTruthy();
  expect(screen.getByRole('img', { name: 'QR code of the link' })).toBeTruthy();
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ text: '', product: 'P-1' });
});

it('whoever may only read sees the receipts and cannot change them', async () => {
  const gateway = new FakeGateway(0).on('GET', '/api/v1/receipt-branding/order', () => ok(branding));
  gateway.permissions = ['SETTINGS_READ'];
  renderApp({ path: '/settings', gateway });
  expect(await screen.findByRole('textbox', { name: 'Name of the store' })).toHaveProperty('disabled', true);
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(screen.queryByRole('tab', { name: 'API keys' })).toBeNull();
});
