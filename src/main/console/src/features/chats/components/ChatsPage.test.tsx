import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FakeGateway, ok, problem } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';
import { heldBy } from '../api/hold';

const list = () => screen.findByRole('region', { name: 'Chats' });
const overService = {
  id: 7,
  state: 'expired',
  contactId: 1,
  product: { externalProductId: 'S1', name: 'Consultation' },
  readyAt: new Date(Date.now() - 7_200_000).toISOString(),
  expiresAt: new Date(Date.now() - 1_000).toISOString(),
};
const message = () => screen.findByRole('textbox', { name: 'Message' });

test('with no chat chosen the page says what to do (004-02)', async () => {
  renderApp({ path: '/chats' });

  expect(await screen.findByText('Select a chat')).toBeTruthy();
  expect(screen.getByText('Choose a conversation from the left panel.')).toBeTruthy();
});

test('the list shows who answers, what is unread, what failed and whose window is closed', async () => {
  renderApp({ path: '/chats' });
  const rows = within(await list());

  const brian = await rows.findByRole('link', { name: /Brian Otieno/ });
  expect(within(brian).getByLabelText('2 unread')).toBeTruthy();
  expect(within(brian).getByText('ben')).toBeTruthy();
  const chao = rows.getByRole('link', { name: /Chao Li/ });
  expect(within(chao).getByText('Template only')).toBeTruthy();
  expect(within(chao).getByRole('img', { name: /did not arrive: Re-engagement message/ })).toBeTruthy();
});

// 003-12
test('a chat that nobody has and that waits too long is red', async () => {
  const gateway = new FakeGateway(0);
  const since = new Date(Date.now() - 7_200_000).toISOString();
  Object.assign(gateway.chats.chats[0]!, { owner: 'person', waitingSince: since, overdue: true });
  Object.assign(gateway.chats.chats[2]!, { owner: 'person', waitingSince: since, overdue: false });
  renderApp({ path: '/chats', gateway });
  const rows = within(await list());

  const late = within(await rows.findByRole('link', { name: /Amina Wanjiru/ })).getByText('Waits too long');
  const waiting = within(rows.getByRole('link', { name: /Chao Li/ })).getByText('Waits for a person');
  expect(late.parentElement?.getAttribute('style')).toContain('red');
  expect(waiting.parentElement?.getAttribute('style')).not.toContain('red');
});

test('filters stand in the address, and what matches nothing can be cleared', async () => {
  const { router } = renderApp({ path: '/chats?filter=mine' });
  const rows = within(await list());

  expect(await rows.findByText('Nothing matches.')).toBeTruthy();
  await userEvent.click(rows.getByRole('button', { name: 'Clear filters' }));
  expect(await rows.findByRole('link', { name: /Amina Wanjiru/ })).toBeTruthy();
  await userEvent.click(rows.getByRole('button', { name: /^Bot/ }));
  await waitFor(() => expect(router.state.location.search).toEqual({ filter: 'bot' }));
  await waitFor(() => expect(rows.queryByRole('link', { name: /Brian Otieno/ })).toBeNull());
});

test('j and k move in the list, Enter opens, Escape closes', async () => {
  const { router } = renderApp({ path: '/chats' });
  const rows = within(await list());
  await rows.findByRole('link', { name: /Amina Wanjiru/ });

  await userEvent.keyboard('jj');
  expect(document.activeElement?.textContent).toContain('Brian Otieno');
  await userEvent.keyboard('k{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/chats/1'));
  await screen.findByRole('heading', { name: 'Amina Wanjiru' });
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/chats'));
});

test('a text to a chat of the bot takes it over, and goes out by Ctrl+Enter', async () => {
  const { gateway } = renderApp({ path: '/chats/1' });

  await userEvent.type(await message(), 'Hello Amina');
  expect(screen.getByRole('button', { name: 'Take over and send' })).toBeTruthy();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');

  await waitFor(() => expect(gateway.chats.sent).toEqual([{ contactId: 1, body: { text: 'Hello Amina' } }]));
  expect(await screen.findByText('You answer. The bot is paused.')).toBeTruthy();
  expect((await message()).textContent).toBe('');
});

test('a chat of a colleague is asked for before it is taken', async () => {
  const { gateway } = renderApp({ path: '/chats/2' });

  await userEvent.type(await message(), 'Hi Brian');
  await userEvent.click(screen.getByRole('button', { name: 'Take over and send' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Take over from ben?' }));
  expect(gateway.chats.sent).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: 'Take over and send' }));

  await waitFor(() => expect(gateway.chats.sent[0]?.body).toEqual({ text: 'Hi Brian', takeOver: true }));
});

test('outside the 24 hours only a template can be sent, with its blanks and a preview', async () => {
  const { gateway } = renderApp({ path: '/chats/3' });

  expect(await screen.findByText(/^Window closed .* Send a template\.$/)).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull();
  await userEvent.selectOptions(await screen.findByLabelText('Template'), 'order_ready · en');
  const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Send template' });
  expect(send.disabled).toBe(true);
  await userEvent.type(screen.getByLabelText(/Value for 1/), 'SO-9');
  expect(screen.getByRole('group', { name: 'Preview' }).textContent).toContain('Your order SO-9 is ready.');
  await userEvent.click(send);

  await waitFor(() =>
    expect(gateway.chats.sent[0]?.body).toEqual({
      template: { name: 'order_ready', language: 'en', params: ['SO-9'] },
    }),
  );
});

test('what was being written when the window closed is kept', async () => {
  const gateway = new FakeGateway(0);
  const { queries } = renderApp({ path: '/chats/1', gateway });
  await userEvent.type(await message(), 'Half a thought');

  Object.assign(gateway.chats.chats[0]!, { windowOpen: false, windowEnds: new Date().toISOString() });
  await queries.invalidateQueries();

  expect(await screen.findByText(/Your text is kept/)).toBeTruthy();
  expect(screen.getByText('Half a thought')).toBeTruthy();

  const ends = new Date(Date.now() + 3_600_000).toISOString();
  Object.assign(gateway.chats.chats[0]!, { windowOpen: true, windowEnds: ends });
  await queries.invalidateQueries();
  expect((await message()).textContent).toBe('Half a thought');
  sessionStorage.clear();
});

test('the gateway has the last word: what it refuses when the window has just closed stays to be sent', async () => {
  const gateway = new FakeGateway(0);
  gateway.on('POST', '/api/v1/conversations/1/messages', () => {
    Object.assign(gateway.chats.chats[0]!, { windowOpen: false, windowEnds: new Date().toISOString() });
    return problem(409, 'Conflict', 'WhatsApp takes only a template until they write.');
  });
  renderApp({ path: '/chats/1', gateway });

  await userEvent.type(await message(), 'A moment too late');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');

  expect(await screen.findByText(/^Window closed .* Send a template\.$/)).toBeTruthy();
  expect(screen.getByText('A moment too late')).toBeTruthy();
  expect(await screen.findByLabelText('Template')).toBeTruthy();
  sessionStorage.clear();
});

// 000-44
test('where paid time is over, the customer is asked to renew before anybody goes on', async () => {
  const gateway = new FakeGateway(0);
  gateway.chats.services = [overService];
  gateway.on('POST', '/api/v1/services/7/ask-to-renew', () => {
    gateway.chats.services = [{ ...overService, askedAt: new Date().toISOString() }];
    return ok({ sentAs: 'message' });
  });
  const { requests } = renderApp({ path: '/chats/1', gateway });

  expect(await screen.findByText('The paid time of Consultation is over.')).toBeTruthy();
  expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Send / })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Ask to renew' }));

  expect(await screen.findByText(/^Asked to renew/)).toBeTruthy();
  expect(requests.filter(({ path }) => path.endsWith('/ask-to-renew'))).toHaveLength(1);
});

test('a message one second too late is kept, and its place is taken by the question to renew (000-44)', async () => {
  const gateway = new FakeGateway(0);
  gateway.on('POST', '/api/v1/conversations/1/messages', () => {
    gateway.chats.services = [overService];
    return {
      status: 409,
      body: {
        title: 'Conflict',
        detail: 'The paid time was over.',
        serviceId: 7,
        askToRenew: '/api/v1/services/7',
      },
    };
  });
  renderApp({ path: '/chats/1', gateway });

  await userEvent.type(await message(), 'One more thing');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');

  expect(await screen.findByRole('button', { name: 'Ask to renew' })).toBeTruthy();
  expect(screen.getByText('One more thing')).toBeTruthy();
  sessionStorage.clear();
});

test('whoever does not run services is told who can ask', async () => {
  const gateway = new FakeGateway(0);
  gateway.chats.services = [overService];
  gateway.permissions = gateway.permissions.filter((permission) => permission !== 'SERVICES_RUN');
  renderApp({ path: '/chats/1', gateway });

  expect(await screen.findByText(/Somebody who runs services can ask them/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ask to renew' })).toBeNull();
});

test('people are held by the service that ended last, unless another runs, waits or was closed after it', () => {
  const over = {
    id: 1,
    state: 'expired',
    readyAt: '2026-07-01T08:00:00Z',
    expiresAt: '2026-07-01T10:00:00Z',
  };
  const closed = { id: 2, state: 'closed', readyAt: over.readyAt, closedAt: '2026-07-01T11:00:00Z' };
  expect(heldBy([over])).toBe(over);
  expect(heldBy([closed, over])).toBeNull();
  expect(heldBy([{ ...closed, closedAt: '2026-07-01T09:00:00Z' }, over])).toBe(over);
  expect(heldBy([over, { id: 3, state: 'ready', readyAt: over.readyAt }])).toBeNull();
  expect(heldBy([])).toBeNull();
});

test('Enter takes the first quick reply', async () => {
  const { gateway } = renderApp({ path: '/chats/1' });

  await userEvent.type(await message(), '/ho');
  expect(await screen.findByText('Enter takes /hours.')).toBeTruthy();
  await userEvent.keyboard('{Enter}');

  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })).value).toBe(
    'We are open from 8 to 5.',
  );
  expect(gateway.chats.sent).toEqual([]);
  sessionStorage.clear();
});

test('a slash offers the quick replies', async () => {
  renderApp({ path: '/chats/1' });

  await userEvent.type(await message(), '/ho');
  await userEvent.click(await screen.findByRole('button', { name: /^\/hours/ }));

  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })).value).toBe(
    'We are open from 8 to 5.',
  );
  sessionStorage.clear();
});

test('the customer is shown with their orders, their cart and the enabled products (000-03, 004-01)', async () => {
  const { gateway } = renderApp({ path: '/chats/1' });
  const panel = within(await screen.findByRole('complementary', { name: 'Customer' }));

  expect(await panel.findByText('C-77')).toBeTruthy();
  expect(panel.getByText('2 × Rice')).toBeTruthy();
  expect((await panel.findByRole('link', { name: 'SO-1042' })).getAttribute('href')).toBe('/orders/O1');
  await userEvent.click(await panel.findByRole('button', { name: 'Send Coffee' }));
  await waitFor(() => expect(gateway.chats.sent[0]?.body).toEqual({ product: { id: 'P1' } }));
});

test('whoever may only read cannot write', async () => {
  const gateway = new FakeGateway(0);
  gateway.permissions = ['CHATS_READ'];
  renderApp({ path: '/chats/1', gateway });

  expect(await screen.findByText('You may read chats, not answer them.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Take over' })).toBeNull();
});

test('messages show their ticks and why they failed; ERP calls are lines between them', async () => {
  const gateway = new FakeGateway(0);
  gateway.chats.items.push(
    {
      id: 'log-1',
      kind: 'erp',
      at: new Date().toISOString(),
      event: { operation: 'GET_PRICE', outcome: 'down', text: 'It did not answer.', tookMillis: 120 },
    },
    {
      id: 'out-1',
      kind: 'out',
      at: new Date().toISOString(),
      message: {
        type: 'text',
        text: 'Hello *there*',
        options: [],
        flow: 'order',
        step: 'qty',
        ticks: {
          state: 'failed',
          name: '1.1',
          code: 131047,
          reason: 'Re-engagement message',
          why: 'It did not arrive.',
        },
      },
    },
  );
  renderApp({ path: '/chats/1', gateway });
  const log = within(await screen.findByRole('log'));

  expect(await log.findByText('Not delivered')).toBeTruthy();
  expect(log.getByText("Not delivered: window closed (Meta's code 131047)")).toBeTruthy();
  expect(log.getByText('there').tagName).toBe('STRONG');
  expect(log.getByText('order · qty')).toBeTruthy();
  expect(log.getByText(/no answer · 120 ms/)).toBeTruthy();

  // The gateway believes that the window is open, and Meta has said otherwise.
  expect(await message()).toBeTruthy();
  await userEvent.click(log.getByRole('button', { name: 'Send a template' }));
  const select = await screen.findByLabelText('Template');
  await waitFor(() => expect(document.activeElement).toBe(select));
  await userEvent.click(screen.getByRole('button', { name: 'Write a text instead' }));
  expect(await message()).toBeTruthy();
});

test('a search that is cleared is gone from its field, too', async () => {
  const { router } = renderApp({ path: '/chats' });
  const rows = within(await list());
  const search = rows.getByRole<HTMLInputElement>('searchbox');

  await userEvent.type(search, 'nobody');
  await waitFor(() => expect(router.state.location.search).toEqual({ q: 'nobody' }));
  await userEvent.click(await rows.findByRole('button', { name: 'Clear filters' }));

  await waitFor(() => expect(search.value).toBe(''));
  expect(await rows.findByRole('link', { name: /Amina Wanjiru/ })).toBeTruthy();
});
