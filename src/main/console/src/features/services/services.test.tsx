import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway, ok } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';
import { clock, left } from './components/Countdown';

// 000-18: the countdown is what the gateway says is left, less what has passed since
it('counts down from what the gateway said, never below nothing, and only while time runs', () => {
  expect(left(90, true, 1_000, 31_000)).toBe(60);
  expect(left(10, true, 0, 60_000)).toBe(0);
  expect(left(90, false, 0, 60_000)).toBe(90);
  expect(clock(3_725)).toBe('1:02:05');
  expect(clock(59)).toBe('00:59');
});

// 000-18
it('lists what was paid for with what is left of it, and those in one state', async () => {
  const session = (id: number, state: string, remainingSeconds: number) => ({
    id,
    contactId: 7,
    externalOrderId: `E-${id}`,
    orderNumber: `SO-${id}`,
    product: { id: 'P-9', name: 'Consultation' },
    paidMinutes: 60,
    readyAt: '2026-07-01T08:00:00Z',
    remainingSeconds,
    state,
  });
  const services = [session(1, 'active', 2_400), session(2, 'ready', 3_600)];
  const gateway = new FakeGateway(0).on('GET', '/api/v1/services', ({ path }) => {
    const state = new URLSearchParams(path.split('?')[1]).get('state');
    return ok({ services: services.filter((one) => (state ?? one.state) === one.state) });
  });
  renderApp({ path: '/services', gateway });
  const active = await screen.findByRole('region', { name: 'Consultation of order SO-1' });
  expect(within(active).getByRole('timer').textContent).toMatch(/^(40:00|39:5\d)$/);
  const ready = screen.getByRole('region', { name: 'Consultation of order SO-2' });
  expect(within(ready).getByRole('timer').textContent).toBe('1:00:00');

  await userEvent.click(screen.getByRole('radio', { name: 'Active' }));
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: 'Consultation of order SO-2' })).toBeNull(),
  );
  expect(screen.getByRole('region', { name: 'Consultation of order SO-1' })).toBeTruthy();
});
