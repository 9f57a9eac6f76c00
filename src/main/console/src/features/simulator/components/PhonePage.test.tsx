import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { FakeGateway } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

it('says hi with one tap and shows the answer with its buttons', async () => {
  const { requests } = renderApp();
  await userEvent.click(await screen.findByRole('button', { name: 'hi' }));
  expect(await screen.findByRole('button', { name: 'Order products' })).toBeTruthy();
  expect(requests.find(({ method }) => method === 'POST')).toMatchObject({
    path: '/api/simulator/customers/254700000001/messages',
    body: { type: 'text', text: 'hi' },
  });
});

it('sends the chosen row of a list together with the message it belongs to', async () => {
  const gateway = new FakeGateway(0);
  const path = '/api/simulator/customers/254700000001';
  gateway.answer({
    method: 'POST',
    path: `${path}/messages`,
    body: { type: 'text', text: 'order' },
    signedIn: true,
  });
  const { requests } = renderApp({ gateway });
  await userEvent.click(await screen.findByRole('button', { name: 'See products' }));
  const sheet = within(await screen.findByRole('dialog'));
  expect(sheet.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true);
  await userEvent.click(sheet.getByRole('radio', { name: /Wheat flour/ }));
  await userEvent.click(sheet.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(requests.find(({ method }) => method === 'POST')?.body).toMatchObject({
    type: 'list_reply',
    id: 'P-102',
    contextId: expect.stringMatching(/^wamid\./) as string,
  });
});

it('sends an attached document and shows it under its name', async () => {
  const { requests } = renderApp();
  const file = new File(['%PDF-1.7'], 'cv.pdf', { type: 'application/pdf' });
  await userEvent.upload(await screen.findByLabelText('Document'), file);
  expect(await screen.findByText('cv.pdf')).toBeTruthy();
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
    type: 'file',
    filename: 'cv.pdf',
    mime: 'application/pdf',
    base64: 'JVBERi0xLjc=',
  });
});

it('refuses a file that is too large to be attached', async () => {
  const { requests } = renderApp();
  const file = new File([new Uint8Array(10_000_001)], 'scan.pdf', { type: 'application/pdf' });
  await userEvent.upload(await screen.findByLabelText('Document'), file);
  expect(await screen.findByText(/at most 10 MB/)).toBeTruthy();
  expect(requests.some(({ method }) => method === 'POST')).toBe(false);
});

it('tells that a failure of the demo ERP is on, and turns it off', async () => {
  const gateway = new FakeGateway(0);
  gateway.shop.trouble = { latencyMillis: 2000, failure: 'TIMEOUT' };
  renderApp({ gateway });
  expect(await screen.findByText(/Does not answer in time, 2000 ms slower/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Turn off' }));
  await waitFor(() => expect(screen.queryByText(/2000 ms slower/)).toBeNull());
  expect(gateway.shop.trouble).toEqual({ latencyMillis: 0, failure: 'NONE' });
});

it('pays for the customer when the demo ERP waits for a payment', async () => {
  const gateway = new FakeGateway(0);
  gateway.shop.payments.push({
    paymentId: 'PAY9001',
    orderNumber: 'SO-1001',
    status: 'pending',
    amount: '1250.00',
    currency: 'KES',
    createdAt: '2026-11-21T12:00:00Z',
  });
  renderApp({ gateway });
  await userEvent.click(await screen.findByRole('tab', { name: 'Demo ERP' }));
  await userEvent.click(await screen.findByRole('button', { name: 'SO-1001 is paid' }));
  await waitFor(() => expect(screen.queryByText(/SO-1001: KES 1250.00/)).toBeNull());
  expect(gateway.shop.payments[0]?.status).toBe('paid');
});

it('says that there is no simulated phone when a real number is connected', async () => {
  const gateway = new FakeGateway(0);
  gateway.simulator = false;
  renderApp({ gateway });
  expect(await screen.findByText(/connected to a real WhatsApp number/)).toBeTruthy();
});

it('keeps the focus on the order that is moved in the ERP, and only that one is busy', async () => {
  const gateway = new FakeGateway(0);
  gateway.shop.place('Amina', [], 'Kilimani');
  gateway.shop.place('Brian', [], 'Westlands');
  renderApp({ gateway });
  let goOn = () => {};
  const held = new Promise<void>((done) => (goOn = done));
  const answer = fetch;
  vi.stubGlobal('fetch', (asked: Request) =>
    asked.method === 'PUT' ? held.then(() => answer(asked)) : answer(asked),
  );
  await userEvent.click(await screen.findByRole('tab', { name: /Orders/ }));
  const [moved, other] = await screen.findAllByRole('button', { name: /change it in the ERP/ });
  moved!.focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Shipped' }));
  await waitFor(() => expect(moved!.getAttribute('aria-busy')).toBe('true'));
  expect(moved).toHaveProperty('disabled', false);
  expect(other!.getAttribute('aria-busy')).toBe('false');
  await waitFor(() => expect(document.activeElement).toBe(moved));
  goOn();
  await screen.findByRole('button', { name: /is Shipped: change it in the ERP/ });
  expect(document.activeElement?.getAttribute('aria-label')).toContain('is Shipped');
});

it('lets 25 hours pass for one customer', async () => {
  const gateway = new FakeGateway(0);
  gateway.on('POST', '/api/simulator/customers/254700000001/silence', () => ({ status: 204 }));
  const { requests } = renderApp({ gateway });

  await userEvent.click(await screen.findByRole('button', { name: 'Let 25 h pass' }));

  expect(await screen.findByText(/wrote last 25 hours earlier/)).toBeTruthy();
  expect(requests.find(({ path }) => path.endsWith('/silence'))?.body).toEqual({ hours: 25 });
});

it('can be read along by those who may not write as a customer', async () => {
  const gateway = new FakeGateway(0);
  gateway.permissions = ['FLOWS_READ'];
  const { requests } = renderApp({ gateway });
  expect(await screen.findByText(/Writing as a customer needs the right “Change flows”/)).toBeTruthy();
  for (const name of ['hi', 'New customer', 'Attach'])
    expect(screen.queryByRole('button', { name })).toBeNull();
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
    'Wire',
    'ERP calls',
    'Session',
  ]);
  expect(requests.some(({ path }) => /simulator\/(erp|orders|payments)/.test(path))).toBe(false);
});

it('is no page of those who may not see flows', async () => {
  const gateway = new FakeGateway(0);
  gateway.permissions = ['JOBS_READ'];
  const { requests } = renderApp({ gateway });
  expect(await screen.findByText(/It needs the right “See flows”/)).toBeTruthy();
  expect(requests.some(({ path }) => path.startsWith('/api/simulator'))).toBe(false);
});
