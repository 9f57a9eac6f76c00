import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FakeGateway, ok, problem } from '@/testing/fake-backend/gateway';
import { renderApp } from '@/testing/render-app';

const ada = { username: 'ada', roles: ['ADMIN'], state: 'active', createdAt: '2026-07-01T08:00:00Z' };
const ben = {
  username: 'ben',
  roles: ['SALES'],
  money: false,
  state: 'active',
  createdAt: '2026-07-01T08:00:00Z',
};
const roles = ['ADMIN', 'SALES', 'VIEWER'].map((role) => ({ role, title: role, job: '', permissions: [] }));
const link = { path: '/invite?token=abc', validUntil: '2026-07-09T08:00:00Z' };

const team = () => new FakeGateway(0).on('GET', '/api/v1/users', () => ok({ users: [ada, ben], roles }));

it('lists who may do what, and what was given or taken beside their roles', async () => {
  renderApp({ path: '/settings/people', gateway: team() });
  const row = await screen.findByRole('row', { name: /^ben/ });
  expect(within(row).getByText('Sales')).toBeTruthy();
  expect(within(row).getByText('Without amounts')).toBeTruthy();
});

it('says why nobody is listed in the demonstration', async () => {
  const gateway = new FakeGateway(0).on('GET', '/api/v1/users', () => ok({ users: [], roles }));
  renderApp({ path: '/settings/people', gateway });
  expect(await screen.findByText(/Nobody has a password: in the demonstration/)).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});

it('invites somebody and shows the link once', async () => {
  const gateway = team().on('POST', '/api/v1/users', () => ok({ user: { ...ben, username: 'cleo' }, link }));
  const { requests } = renderApp({ path: '/settings/people', gateway });
  await userEvent.click(await screen.findByRole('button', { name: 'Invite somebody' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'cleo');
  await userEvent.click(screen.getByRole('button', { name: 'Make the link' }));
  expect(await screen.findByText('Choose at least one role.')).toBeTruthy();
  await userEvent.click(screen.getByRole('checkbox', { name: 'Viewer' }));
  await userEvent.click(screen.getByRole('button', { name: 'Make the link' }));
  expect(await screen.findByRole('textbox', { name: 'Link' })).toHaveProperty(
    'value',
    'http://localhost/invite?token=abc',
  );
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({
    username: 'cleo',
    roles: ['VIEWER'],
  });
});

it('says why the last administrator stays', async () => {
  const gateway = team().on('POST', '/api/v1/users/ada/disable', () =>
    problem(409, 'Conflict', 'ada is the last administrator who can sign in.'),
  );
  renderApp({ path: '/settings/people', gateway });
  await userEvent.click(await screen.findByRole('button', { name: 'What to do with ada' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Disable' }));
  expect(await screen.findByText('ada is the last administrator who can sign in.')).toBeTruthy();
});

it('says which right is missing instead of the page', async () => {
  const gateway = team();
  gateway.permissions = ['ORDERS_READ'];
  const { requests } = renderApp({ path: '/settings/people', gateway });
  expect(await screen.findByText(/It needs the right “Manage users”/)).toBeTruthy();
  expect(requests.some(({ path }) => path === '/api/v1/users')).toBe(false);
});

it('sets the password of whoever has the link', async () => {
  const gateway = new FakeGateway(0)
    .on('GET', '/api/invites/abc', () => ok({ username: 'cleo', validUntil: '2026-07-09T08:00:00Z' }))
    .on('POST', '/api/invites/abc', () => ({ status: 204, signedIn: true }));
  const { requests, router } = renderApp({ path: '/invite?token=abc', gateway });
  await userEvent.type(await screen.findByLabelText('Password'), 'a long password');
  await userEvent.type(screen.getByLabelText('Password again'), 'another password');
  await userEvent.click(screen.getByRole('button', { name: /Set the password/ }));
  expect(await screen.findByText('The two passwords differ.')).toBeTruthy();
  await userEvent.clear(screen.getByLabelText('Password again'));
  await userEvent.type(screen.getByLabelText('Password again'), 'a long password');
  await userEvent.click(screen.getByRole('button', { name: /Set the password/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ password: 'a long password' });
});
