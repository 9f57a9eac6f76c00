import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway, ok, problem } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const doubt = {
  contactId: 7,
  key: 'k1.1',
  operation: 'CREATE_ORDER',
  state: 'manual',
  attempts: 1,
  openedAt: '2026-07-01T08:00:00Z',
  request: '{"items":[]}',
  reason: 'The answer never came.',
};
const decision = '/api/erp/doubts/7/k1.1/decision';

it('takes the decision about a write that nobody knows the end of', async () => {
  let open = [doubt];
  const gateway = new FakeGateway(0)
    .on('GET', '/api/erp/doubts', () => ok({ doubts: open }))
    .on('POST', decision, () => {
      open = [];
      return { status: 204 };
    });
  const { requests } = renderApp({ path: '/operations', gateway });
  await userEvent.click(await screen.findByRole('button', { name: /CREATE_ORDER A person has to look/ }));
  expect(screen.getByText('The answer never came.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Say what happened' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Keep the decision' }));
  expect(await screen.findByText('Say what you found.')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'It was made' }));
  const answer = screen.getByRole('textbox', { name: 'What the ERP would have answered' });
  await userEvent.clear(answer);
  await userEvent.type(answer, '{{"external_order_id":"4711","order_number":"SO-4711","status":"pending"}');
  await userEvent.click(screen.getByRole('button', { name: 'Keep the decision' }));
  expect(await screen.findByText('Every write to the ERP has a known end.')).toBeTruthy();
  expect(requests.find(({ path }) => path === decision)?.body).toEqual({
    executed: true,
    answer: { external_order_id: '4711', order_number: 'SO-4711', status: 'pending' },
  });
});

it('keeps the dialog open and says why when a decision comes too late', async () => {
  const gateway = new FakeGateway(0)
    .on('GET', '/api/erp/doubts', () => ok({ doubts: [doubt] }))
    .on('POST', decision, () => problem(409, 'Conflict', 'Its end became known in this moment.'));
  renderApp({ path: '/operations', gateway });
  await userEvent.click(await screen.findByRole('button', { name: /CREATE_ORDER/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Say what happened' }));
  await userEvent.click(await screen.findByRole('radio', { name: 'It was not made' }));
  await userEvent.click(screen.getByRole('button', { name: 'Keep the decision' }));
  expect(await screen.findByText('Its end became known in this moment.')).toBeTruthy();
  expect(screen.getByRole('dialog')).toBeTruthy();
});

it('tries a held operation once', async () => {
  const held = {
    operation: 'GET_PRICE',
    system: 'erp',
    state: 'open',
    since: '2026-07-01T08:00:00Z',
    calls: 9,
    failures: 9,
  };
  let circuits = [held, { ...held, operation: 'LIST_JOBS', state: 'closed' }];
  const gateway = new FakeGateway(0)
    .on('GET', '/api/erp/circuits', () => ok(circuits))
    .on('POST', '/api/erp/circuits/GET_PRICE/try-once', () => {
      circuits = circuits.map((circuit) => ({ ...circuit, state: 'closed' }));
      return ok({ circuit: circuits[0], sentence: 'The ERP answers again.' });
    });
  renderApp({ path: '/operations?tab=erp', gateway });
  expect(within(await screen.findByRole('row', { name: /LIST_JOBS/ })).queryByRole('button')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Try GET_PRICE once' }));
  expect(await screen.findByText('The ERP answers again.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('Held back')).toBeNull());
});

it('offers nothing to those who may only look', async () => {
  const gateway = new FakeGateway(0).on('GET', '/api/erp/doubts', () => ok({ doubts: [doubt] }));
  gateway.permissions = ['OPERATIONS_READ'];
  renderApp({ path: '/operations', gateway });
  await userEvent.click(await screen.findByRole('button', { name: /CREATE_ORDER/ }));
  expect(screen.queryByRole('button', { name: 'Say what happened' })).toBeNull();
  expect(screen.queryByRole('tab', { name: 'WhatsApp' })).toBeNull();
});

it('says what is not right on the way to WhatsApp and what to do', async () => {
  const gateway = new FakeGateway(0).on('GET', '/api/v1/whatsapp/check', () =>
    ok({
      at: '2026-07-01T08:00:00Z',
      state: 'error',
      lines: [
        {
          check: 'token',
          number: 'main',
          state: 'error',
          sentence: 'The token is over.',
          todo: 'Make another.',
        },
      ],
    }),
  );
  renderApp({ path: '/operations?tab=whatsapp', gateway });
  const row = await screen.findByRole('row', { name: /The token is over/ });
  expect(within(row).getByText('Wrong')).toBeTruthy();
  expect(within(row).getByText('Make another.')).toBeTruthy();
});
