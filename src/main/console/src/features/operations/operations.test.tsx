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

// 002-33
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

const lost = {
  id: '7.3',
  contactId: 7,
  customer: 'Amina Yusuf',
  at: '2026-07-01T08:00:00Z',
  createdAt: '2026-07-01T08:00:00Z',
  type: 'text',
  text: 'Your oder is ready.',
  words: 'Your oder is ready.',
  code: 131026,
  reason: 'The person cannot get it.',
  why: 'It was not sent: The person cannot get it.',
  mayHaveArrived: 0,
  windowClosed: false,
};
const again = '/api/v1/failed-messages/retry';
const inOtherWords = '/api/v1/failed-messages/in-other-words';

function failing(...messages: unknown[]) {
  let open = messages;
  const results = (outcome: string, sentence: string) => {
    if (outcome === 'sent-again' || outcome === 'discarded') open = [];
    return ok({ results: [{ id: '7.3', contactId: 7, outcome, sentence }] });
  };
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/failed-messages', () => ok({ messages: open, next: null }))
    .on('GET', '/api/v1/failed-messages/reasons', () =>
      ok({ reasons: [{ reason: '131026', advice: 'The person cannot get it.', count: 1 }] }),
    )
    .on('POST', again, () => results('sent-again', 'It is sent again, as message 7.9.'))
    .on('POST', inOtherWords, () => results('sent-again', 'It is sent again, as message 7.9.'));
  return { gateway, results };
}

it('sends a failed text in other words', async () => {
  const { gateway } = failing(lost);
  const { requests } = renderApp({ path: '/operations?tab=failed', gateway });
  await userEvent.click(await screen.findByRole('button', { name: /Amina Yusuf/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Change and send…' }));
  const words = await screen.findByRole('textbox', { name: 'Message' });
  await userEvent.clear(words);
  await userEvent.type(words, 'Your order is ready.');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('Every message has arrived, or somebody has seen to it.')).toBeTruthy();
  expect(requests.find(({ path }) => path === inOtherWords)?.body).toEqual({
    id: '7.3',
    text: 'Your order is ready.',
    evenIfItMayHaveArrived: false,
  });
});

it('says why a message was not sent again and leads to the chat', async () => {
  const { gateway, results } = failing(lost);
  gateway.on('POST', again, () => results('window-closed', 'Send a template.'));
  renderApp({ path: '/operations?tab=failed', gateway });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Mark all shown' }));
  await userEvent.click(screen.getByRole('button', { name: 'Send 1 again' }));
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText('Send a template.')).toBeTruthy();
  expect(within(alert).getByRole('link').getAttribute('href')).toBe('/chats/7');
});

it('sends what the customer may have only when somebody says so, and offers a template after 24 hours', async () => {
  const { gateway } = failing(
    { ...lost, mayHaveArrived: 2 },
    { ...lost, id: '8.1', contactId: 8, customer: 'Brian Otieno', windowClosed: true },
  );
  const { requests } = renderApp({ path: '/operations?tab=failed', gateway });
  await userEvent.click(await screen.findByRole('button', { name: /Brian Otieno/ }));
  expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Send a template in the chat' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /Amina Yusuf/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Send all the same' }));
  await waitFor(() =>
    expect(requests.find(({ path }) => path === again)?.body).toEqual({
      messages: [{ id: '7.3' }],
      evenIfItMayHaveArrived: true,
    }),
  );
});

it('discards with a reason', async () => {
  const { gateway, results } = failing(lost);
  const discard = '/api/v1/failed-messages/discard';
  gateway.on('POST', discard, () => results('discarded', 'It is discarded.'));
  const { requests } = renderApp({ path: '/operations?tab=failed', gateway });
  await userEvent.click(await screen.findByRole('button', { name: /Amina Yusuf/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Discard…' }));
  await userEvent.type(await screen.findByRole('textbox', { name: /Why/ }), 'She called us.');
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(await screen.findByText('Every message has arrived, or somebody has seen to it.')).toBeTruthy();
  expect(requests.find(({ path }) => path === discard)?.body).toEqual({
    messages: ['7.3'],
    reason: 'She called us.',
  });
});

it('says whether work keeps up and answers a message that could not be answered', async () => {
  const letter = { number: 4, contactId: 7, receivedAt: '2026-07-01T08:00:00Z', type: 'text', text: 'hello' };
  let letters = [{ ...letter, reason: 'It broke.' }];
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/queues', () =>
      ok({
        at: '2026-07-01T09:00:00Z',
        answering: false,
        sending: true,
        inbox: { waiting: 3, customers: 2, oldest: '2026-07-01T08:00:00Z', received: 9, forErp: 0, dead: 1 },
        outbox: { waiting: 0, retrying: 1, unclear: 0, held: 0, sent: 8, failed: 2 },
      }),
    )
    .on('GET', '/api/v1/dead-letters', () => ok({ letters, next: null }))
    .on('POST', '/api/v1/dead-letters/again', () => {
      letters = [];
      return ok({ done: [4] });
    });
  renderApp({ path: '/operations?tab=queues', gateway });
  expect(await screen.findByText('Behind')).toBeTruthy();
  expect(
    within(screen.getByRole('region', { name: 'From customers' })).getByRole('row', { name: /Waiting 3/ }),
  ).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: /hello/ }));
  expect(screen.getByText('It broke.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Answer it now' }));
  expect(await screen.findByText('Every message of a customer was answered.')).toBeTruthy();
});

it('shows what a call would do', async () => {
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/webhook-calls/aside', () => ok({ updates: [] }))
    .on('POST', '/api/v1/webhook-calls/rehearse', () =>
      ok({
        parts: [{ kind: 'message', effect: 'duplicate', what: 'A message', sentence: 'It is here already.' }],
      }),
    );
  renderApp({ path: '/operations?tab=replay', gateway });
  await userEvent.click(await screen.findByRole('textbox', { name: 'Body of the call' }));
  await userEvent.paste('{}');
  await userEvent.click(screen.getByRole('button', { name: 'Show what it would do' }));
  const row = await screen.findByRole('row', { name: /It is here already/ });
  expect(within(row).getByText('Here already')).toBeTruthy();
});

it('shows the last day hour by hour, also as a table', async () => {
  const hour = { received: 2, sent: 3, failed: 0, erpCalls: 4, erpFailures: 1 };
  const gateway = new FakeGateway(0).on('GET', '/api/v1/hours', () =>
    ok({
      hours: [
        { at: '2026-07-01T08:00:00Z', ...hour, erpMedianMillis: 40, erpSlowMillis: 90 },
        { at: '2026-07-01T09:00:00Z', ...hour, erpMedianMillis: null, erpSlowMillis: null },
      ],
    }),
  );
  renderApp({ path: '/operations?tab=numbers', gateway });
  const tile = await screen.findByRole('region', { name: 'Messages to customers' });
  expect(within(tile).getByText('6')).toBeTruthy();
  await userEvent.click(within(tile).getByRole('radio', { name: 'Table' }));
  expect(within(tile).getAllByRole('row')).toHaveLength(3);
});
