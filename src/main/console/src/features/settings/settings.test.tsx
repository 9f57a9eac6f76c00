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
  renderApp({ path: '/settings?tab=receipts', gateway });
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

it('says when products to link to cannot be read, and reads them again', async () => {
  let down = true;
  const gateway = new FakeGateway(0).on('GET', '/api/catalog/products', () =>
    down
      ? problem(502, 'No ERP', 'The ERP does not answer.')
      : ok({ products: [], enabled: 0, gone: [], flows: [] }),
  );
  renderApp({ path: '/settings?tab=links', gateway });
  await userEvent.click(await screen.findByRole('radio', { name: 'Product' }));
  expect(await screen.findByText(/The ERP does not answer/)).toBeTruthy();
  down = false;
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(screen.queryByText(/The ERP does not answer/)).toBeNull());
});

it('whoever may only read sees the receipts and cannot change them', async () => {
  const gateway = new FakeGateway(0).on('GET', '/api/v1/receipt-branding/order', () => ok(branding));
  gateway.permissions = ['SETTINGS_READ'];
  renderApp({ path: '/settings?tab=receipts', gateway });
  expect(await screen.findByRole('textbox', { name: 'Name of the store' })).toHaveProperty('disabled', true);
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  expect(screen.queryByRole('tab', { name: 'API keys' })).toBeNull();
});

const store = {
  version: 0,
  store: { name: 'Duka', modes: ['delivery'], confirmed: 'cod', zone: 'Africa/Nairobi', country: 'KE' },
  takesPayments: false,
  holdsStock: false,
  ownStores: [],
};

it('says what the store is, and what does not fit stands at its field', async () => {
  let current: typeof store & { savedBy?: string; savedAt?: string } = store;
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/settings/store', () => ok(current))
    .on('PUT', '/api/v1/settings/store', ({ body }) => {
      const { version, store: wanted } = body as typeof store;
      if (wanted.name === 'No') {
        const refused = problem(422, 'Unprocessable', 'The name is too short.');
        const errors = [{ pointer: '/name', message: 'It is too short.' }];
        return { ...refused, body: { ...(refused.body as object), errors } };
      }
      current = {
        ...current,
        version: version + 1,
        store: wanted,
        savedBy: 'ada',
        savedAt: '2026-07-01T08:00:00Z',
      };
      return ok(current);
    });
  renderApp({ path: '/settings', gateway });
  expect(await screen.findByText(/As the gateway was started/)).toBeTruthy();
  expect(screen.getByRole('radio', { name: 'The payment' })).toHaveProperty('disabled', true);
  expect(screen.queryByRole('textbox', { name: 'Pickup address' })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: /^Delivery or pickup/ }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Pickup address' }), 'Road 12');
  await userEvent.click(screen.getByRole('switch', { name: 'Hold stock during checkout' }));
  expect(screen.getByText(/The ERP cannot hold stock/)).toBeTruthy();
  const name = screen.getByRole('textbox', { name: 'Name of the store' });
  await userEvent.clear(name);
  await userEvent.type(name, 'No');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('It is too short.')).toBeTruthy();
  await userEvent.type(name, 'te');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Saved by ada/)).toBeTruthy();
  expect(current.store).toMatchObject({
    name: 'Note',
    modes: ['delivery', 'pickup'],
    pickupAddress: 'Road 12',
    reserveMinutes: 30,
    zone: 'Africa/Nairobi',
  });
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
});

const desk = {
  version: 2,
  savedBy: 'ada',
  savedAt: '2026-07-01T08:00:00Z',
  desk: {
    assign: 'manual',
    slaMinutes: 60,
    awayMinutes: 10,
    digestAt: '08:00',
    hours: { monday: '08:00-12:00,13:00-24:00' },
    holidays: ['2026-12-25'],
    closedText: { en: 'Closed until {opens}.' },
    teams: [] as { name: string; roles: string[] }[],
  },
};

it('sets hours and a team, and shows both where two people save (003-12, 003-13)', async () => {
  let current = desk;
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/settings/desk', () => ok(current))
    .on('GET', '/api/v1/flows', () => ok({ flows: [] }))
    .on('GET', '/api/v1/users', () => ok({ users: [], roles: [] }))
    .on('PUT', '/api/v1/settings/desk', ({ body }) => {
      const wanted = body as typeof desk;
      if (wanted.version !== current.version) return problem(409, 'Conflict', 'Changed meanwhile.');
      current = { ...current, version: current.version + 1, desk: wanted.desk };
      return ok(current);
    });
  renderApp({ path: '/settings?tab=desk', gateway });
  const tuesday = await screen.findByRole('group', { name: 'Tuesday' });
  expect(within(tuesday).getByText('Closed')).toBeTruthy();
  await userEvent.click(within(tuesday).getByRole('button', { name: 'Add hours: Tuesday' }));
  await userEvent.click(screen.getByRole('button', { name: 'Add a team' }));
  expect(screen.getByText('Choose a role, or name somebody.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
  const team = screen.getByRole('group', { name: 'New team' });
  await userEvent.type(within(team).getByRole('textbox', { name: 'Name' }), 'till');
  await userEvent.click(screen.getByRole('combobox', { name: 'People with these roles' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Sales' }));
  current = { ...desk, version: 3, desk: { ...desk.desk, slaMinutes: 15 } };
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const conflict = await screen.findByText('Somebody else has changed it meanwhile');
  expect(conflict).toBeTruthy();
  expect(screen.getByText('Theirs: 15')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Go on with mine' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(current.version).toBe(4));
  expect(current.desk.hours).toEqual({ monday: '08:00-12:00,13:00-24:00', tuesday: '08:00-17:00' });
  expect(current.desk.teams).toMatchObject([{ name: 'till', roles: ['SALES'] }]);
  expect(current.desk.slaMinutes).toBe(60);
});

it('says how many messages become too old, and saves that beside how long customers are known', async () => {
  let current: Record<string, number> = { version: 2, customerDays: 730 };
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/settings/audit', () => ok({ version: 0, days: 1095 }))
    .on('GET', '/api/v1/settings/retention', () => ok(current))
    .on('GET', '/api/v1/settings/retention/effect/messages', () => ok({ messageDays: 365, messages: 4021 }))
    .on('PUT', '/api/v1/settings/retention', ({ body }) => {
      current = { ...(body as typeof current), version: 3 };
      return ok(current);
    });
  renderApp({ path: '/settings?tab=retention', gateway });
  await userEvent.click(await screen.findByRole('switch', { name: 'Delete old messages' }));
  const agree = await screen.findByRole('checkbox', { name: /Delete 4021 messages/ });
  const save = screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement;
  expect(save).toHaveProperty('disabled', true);
  await userEvent.click(agree);
  await userEvent.click(save);
  await waitFor(() => expect(current).toEqual({ version: 3, customerDays: 730, messageDays: 365 }));
});

it('says how many customers a rule forgets, and saves it when that is agreed to', async () => {
  let current: { version: number; customerDays?: number } = { version: 0 };
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/settings/audit', () => ok({ version: 0, days: 1095 }))
    .on('GET', '/api/v1/settings/retention', () => ok(current))
    .on('GET', '/api/v1/settings/retention/effect', () => ok({ customerDays: 730, customers: 12 }))
    .on('PUT', '/api/v1/settings/retention', ({ body }) => {
      current = { ...(body as typeof current), version: 1 };
      return ok(current);
    });
  renderApp({ path: '/settings?tab=retention', gateway });
  await userEvent.click(await screen.findByRole('switch', { name: 'Forget customers' }));
  const agree = await screen.findByRole('checkbox', { name: /what is known of 12 customers/ });
  const save = screen.getAllByRole('button', { name: 'Save' })[0] as HTMLElement;
  expect(save).toHaveProperty('disabled', true);
  await userEvent.click(agree);
  await userEvent.click(save);
  await waitFor(() => expect(current).toEqual({ version: 1, customerDays: 730 }));
});
