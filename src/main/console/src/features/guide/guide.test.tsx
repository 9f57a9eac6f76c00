import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway, ok } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const guide = {
  mode: 'order',
  done: false,
  erp: { served: 'DEMO', next: 'CONNECT', operations: [] as string[] },
  steps: [
    { step: 'mode', state: 'done', found: 'order' },
    { step: 'store', state: 'done', found: 'named' },
    { step: 'erp', state: 'todo', found: 'demo' },
    { step: 'number', state: 'todo', found: 'unchecked' },
    { step: 'message', state: 'todo', found: 'none' },
  ],
};

it('leads from the way to sell to the first message (003-24)', async () => {
  let current = guide;
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/setup-guide', () => ok(current))
    .on('PUT', '/api/v1/setup-guide/mode', ({ body }) => {
      const { mode } = body as { mode: string };
      current = {
        ...guide,
        mode,
        steps: guide.steps.map((step) => (step.step === 'erp' ? { ...step, state: 'unneeded' } : step)),
      };
      return ok(current);
    })
    .on('GET', '/api/v1/settings/store', () =>
      ok({
        version: 0,
        store: { modes: [], reserveMinutes: 30 },
        takesPayments: false,
        holdsStock: true,
        ownStores: [],
      }),
    )
    .on('POST', '/api/v1/whatsapp/test', () =>
      ok({ message: '1.2', code: 'abc123', askedAt: '2026-07-01T08:00:00Z', state: 'arrived' }),
    );
  const { requests } = renderApp({ path: '/setup-guide', gateway });
  const erp = (await screen.findByText(/The demonstration’s ERP/)).closest('li');
  expect(within(erp as HTMLElement).getByText('To do')).toBeTruthy();
  expect(await screen.findByText(/held for 30 min/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Use this' })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'They chat with your people' }));
  await userEvent.click(screen.getByRole('button', { name: 'Use this' }));
  expect(await screen.findByText('Not needed')).toBeTruthy();
  expect(current.mode).toBe('chat');
  await userEvent.type(screen.getByRole('textbox', { name: 'Your phone number' }), '0711000000');
  await userEvent.click(screen.getByRole('button', { name: 'Send a test' }));
  expect(await screen.findByText(/Test abc123 has arrived/)).toBeTruthy();
  await waitFor(() =>
    expect(
      requests.find(({ path, method }) => path === '/api/v1/whatsapp/test' && method === 'POST')?.body,
    ).toEqual({
      to: '0711000000',
    }),
  );
});

it.each([
  ['todo', 'DEMO', 'SET', /have no method and path yet: CREATE_ORDER and CONFIRM_ORDER\./],
  ['todo', 'DEMO', 'GO_LIVE', /orders go to no real system\. Yours is set up and tested: let it go live\./],
  ['todo', 'LIVE', 'TEST', /served by your ERP\. Test these operations as they are set up now: CREATE_ORDER/],
  ['todo', 'PAUSED', 'RESUME', /Your ERP is paused/],
  ['done', 'LIVE', 'NOTHING', /set and tested, and customers are served by it/],
])('says how far the ERP is: %s, %s, %s', async (state, served, next, sentence) => {
  const gateway = new FakeGateway(0).on('GET', '/api/v1/setup-guide', () =>
    ok({
      ...guide,
      steps: guide.steps.map((step) => (step.step === 'erp' ? { ...step, state } : step)),
      erp: { served, next, operations: ['CREATE_ORDER', 'CONFIRM_ORDER'] },
    }),
  );
  renderApp({ path: '/setup-guide', gateway });
  const step = (await screen.findByText(sentence)).closest('li');
  expect(within(step as HTMLElement).getByText(state === 'done' ? 'Done' : 'To do')).toBeTruthy();
  expect(
    within(step as HTMLElement)
      .getByRole('link')
      .getAttribute('href'),
  ).toBe('/erp');
});

it('is offered under Overview until nothing is left to do', async () => {
  const gateway = new FakeGateway(0).on('GET', '/api/v1/setup-guide', () => ok(guide));
  renderApp({ path: '/', gateway });
  expect(await screen.findByText(/3 of 5 steps are left/)).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: 'Go on' }));
  expect(await screen.findByRole('heading', { name: 'Set up your shop' })).toBeTruthy();
});
