import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway, ok } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const entry = (id: number) => ({
  id,
  at: '2026-07-01T08:00:00Z',
  who: 'ada',
  address: '10.0.0.7',
  action: 'product.visibility',
  subject: `P${id}`,
  before: { visible: true },
  after: { visible: false },
  status: null,
});

it('shows what was before and after, and older entries when asked', async () => {
  const gateway = new FakeGateway(0).on('GET', '/api/v1/audit', ({ path }) => {
    const before = new URLSearchParams(path.split('?')[1]).get('before');
    const newest = before === null ? 100 : Number(before) - 1;
    return ok({
      entries: Array.from({ length: before === null ? 50 : 1 }, (_, index) => entry(newest - index)),
    });
  });
  renderApp({ path: '/settings/audit', gateway });
  await userEvent.click(await screen.findByRole('button', { name: /product.visibility P100/ }));
  expect(screen.getByRole('region', { name: 'After' }).textContent).toContain('"visible": false');
  await userEvent.click(screen.getByRole('button', { name: 'Show older' }));
  expect(await screen.findByRole('button', { name: /P50 / })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
});

it('keeps what is looked for in the address, for a table, too', async () => {
  const gateway = new FakeGateway(0).on('GET', '/api/v1/audit', ({ path }) =>
    ok({ entries: path.includes('who=ben') ? [] : [entry(1)] }),
  );
  const { router } = renderApp({ path: '/settings/audit', gateway });
  await userEvent.type(await screen.findByRole('textbox', { name: 'Who' }), 'ben');
  expect(await screen.findByText('Nothing matches.')).toBeTruthy();
  expect(router.state.location.search).toMatchObject({ who: 'ben' });
  const table = screen.getByRole('link', { name: 'Export as CSV' });
  await waitFor(() => expect(table.getAttribute('href')).toBe('/api/v1/audit?who=ben&format=csv'));
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(await screen.findByRole('button', { name: /P1/ })).toBeTruthy();
});
