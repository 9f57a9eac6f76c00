import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

it('opens the console with one button in demo mode', async () => {
  renderApp({ signedIn: false });
  await userEvent.click(await screen.findByRole('button', { name: 'Continue in demo mode' }));
  expect(await screen.findByRole('navigation', { name: 'Main navigation' })).toBeTruthy();
});

it('shows why a sign-in was refused', async () => {
  const gateway = new FakeGateway(0);
  gateway.session.demo = false;
  renderApp({ signedIn: false, gateway });
  await userEvent.type(await screen.findByLabelText('User name'), 'amina');
  await userEvent.type(screen.getByLabelText('Password'), 'wrong');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The user name or the password is wrong.');
  expect(screen.queryByRole('button', { name: 'Continue in demo mode' })).toBeNull();
});

it('offers the other systems that vouch for people', async () => {
  const gateway = new FakeGateway(0);
  gateway.session = {
    demo: false,
    setupRequired: false,
    ways: [{ name: 'Company', path: '/oauth2/authorization/company' }],
  };
  renderApp({ signedIn: false, gateway });
  const link = await screen.findByRole('link', { name: 'Sign in with Company' });
  expect(link.getAttribute('href')).toBe('/oauth2/authorization/company');
});

it('asks to sign in again over the page when the session has ended', async () => {
  const { state, queries } = renderApp();
  await screen.findByRole('log');
  state.signedIn = false;
  void queries.refetchQueries({ queryKey: ['simulator'] });
  expect(await screen.findByText(/Your session has ended/)).toBeTruthy();
  expect(screen.getByRole('log', { hidden: true })).toBeTruthy();
});

it('says how the first administrator is made where the demonstration has ended meanwhile', async () => {
  const { state, queries, gateway } = renderApp();
  await screen.findByRole('log');
  state.signedIn = false;
  gateway.session = { demo: false, setupRequired: true };
  void queries.refetchQueries({ queryKey: ['simulator'] });
  const dialog = within(await screen.findByRole('dialog', { name: 'Sign in again' }));
  expect(await dialog.findByText('No administrator yet')).toBeTruthy();
  expect(dialog.queryByRole('button', { name: 'Continue in demo mode' })).toBeNull();
});

it('takes the token from the link, refuses short or differing passwords, and leads to the guide', async () => {
  const { requests, router } = renderApp({ path: '/setup?token=abc123', signedIn: false });
  expect(await screen.findByLabelText('Set-up token')).toHaveProperty('value', 'abc123');
  await userEvent.type(screen.getByLabelText('User name'), 'amina');
  await userEvent.type(screen.getByLabelText('Password'), 'short');
  await userEvent.type(screen.getByLabelText('Password again'), 'other');
  await userEvent.click(screen.getByRole('button', { name: 'Create administrator' }));
  expect(await screen.findByText('Use at least 12 characters.')).toBeTruthy();
  expect(screen.getByText('The two passwords differ.')).toBeTruthy();

  for (const label of ['Password', 'Password again']) {
    await userEvent.clear(screen.getByLabelText(label));
    await userEvent.type(screen.getByLabelText(label), 'long enough now');
  }
  await userEvent.click(screen.getByRole('button', { name: 'Create administrator' }));
  await waitFor(() =>
    expect(requests.find(({ path }) => path === '/api/setup')?.body).toEqual({
      token: 'abc123',
      username: 'amina',
      password: 'long enough now',
    }),
  );
  await waitFor(() => expect(router.state.location.pathname).toBe('/setup-guide'));
});
