import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway, ok } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';
import { answerFlow } from './answer-flow';
import { placeOf } from './places';

it('knows where the console shows what waits', () => {
  expect(placeOf({ link: '/api/v1/orders/SO%201' }, 'SO 1')).toEqual({ kind: 'order', order: 'SO 1' });
  expect(placeOf({ link: '/api/v1/orders/SO-1/notices' }, 'SO-1/shipped')).toEqual({
    kind: 'order',
    order: 'SO-1',
    status: 'shipped',
  });
  expect(placeOf({ link: '/api/v1/conversations/7' }, '7')).toEqual({ kind: 'chat', contact: '7' });
  expect(placeOf({ link: '/api/v1/templates/order_ready' }, 'order_ready.en')).toEqual({
    kind: 'template',
    name: 'order_ready',
  });
  expect(placeOf({ link: '/api/v1/template-mappings/order.ready' }, 'order.ready')).toEqual({
    kind: 'mapping',
    event: 'order.ready',
  });
  expect(placeOf({ link: '/api/erp/doubts' }, 'x')).toEqual({ kind: 'other' });
});

// 003-22
it('makes a flow of a question and its answer, each with an id of its own', () => {
  const { id, text } = answerFlow('When do you open?', 'At {{8}}.', 'en');
  expect(id).toMatch(/^answer_when_do_you_open_\d+$/);
  expect(JSON.parse(text)).toMatchObject({
    id,
    start: ['when do you open?'],
    steps: [{ say: 'At { {8}}.', next: '@done' }],
  });
  expect(answerFlow('متى تفتحون؟', 'x', 'ar').id).not.toBe(answerFlow('أين أنتم؟', 'x', 'ar').id);
});

// 000-60
it('deals with an order that nobody has by one click', async () => {
  let taken = false;
  const item = {
    id: 'SO-1',
    since: '2026-07-02T08:00:00Z',
    overdue: false,
    todo: 'Order SO-1: It is pending and nobody has it: assign it.',
    link: '/api/v1/orders/SO-1',
  };
  const category = () => ({
    category: 'unassigned-orders',
    meaning: 'Orders that nobody has: assign them.',
    count: taken ? 0 : 1,
    items: taken ? [] : [item],
  });
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/attention', () =>
      ok({ at: item.since, count: category().count, categories: [{ ...category(), items: [] }] }),
    )
    .on('GET', '/api/v1/attention/unassigned-orders', () => ok(category()))
    .on('POST', '/api/v1/orders/SO-1/assignee', () => {
      taken = true;
      return ok({ externalOrderId: 'SO-1', assignee: 'demo', history: [] });
    });
  const { requests } = renderApp({ path: '/attention', gateway });

  await userEvent.click(await screen.findByRole('button', { name: 'Take it' }));

  await waitFor(() => expect(screen.getByText('Nothing waits here.')).toBeDefined());
  expect(requests.find(({ path }) => path === '/api/v1/orders/SO-1/assignee')?.body).toEqual({
    assignee: 'demo',
  });
});

// 002-34
it('leads by one click from a rejected template to its status and to what Meta says', async () => {
  const item = {
    id: 'order_late.en',
    since: '2026-07-02T08:00:00Z',
    overdue: false,
    todo: 'Meta has rejected order_late.en: word it differently.',
    link: '/api/v1/templates/order_late',
  };
  const templates = { category: 'templates', meaning: 'Templates that Meta does not let through.', count: 1 };
  const gateway = new FakeGateway(0)
    .on('GET', '/api/v1/attention', () =>
      ok({ at: item.since, count: 1, categories: [{ ...templates, items: [] }] }),
    )
    .on('GET', '/api/v1/attention/templates', () => ok({ ...templates, items: [item] }))
    .on('GET', '/api/v1/templates/order_late', () =>
      ok({
        versions: [
          {
            template: {
              account: '2',
              name: 'order_late',
              language: 'en',
              id: '7',
              status: 'REJECTED',
              category: 'UTILITY',
              reason: 'INVALID_FORMAT It reads like advertising.',
              syncedAt: item.since,
              events: [],
            },
            definition: {
              name: 'order_late',
              language: 'en',
              category: 'UTILITY',
              components: [{ type: 'BODY', text: 'Your order is late.' }],
            },
            shown: { body: 'Your order is late.', buttons: [] },
            blanks: [],
          },
        ],
      }),
    );
  renderApp({ path: '/attention', gateway });

  await userEvent.click(await screen.findByRole('link', { name: 'Open template' }));

  expect(await screen.findByText('Rejected')).toBeDefined();
  expect(screen.getByText('INVALID_FORMAT It reads like advertising.')).toBeDefined();
});
