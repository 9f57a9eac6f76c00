import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';

afterEach(() => localStorage.removeItem('waybill-single-keys'));

/** The keys come a moment after the page. */
async function list() {
  return waitFor(async () => {
    if (!screen.queryByRole('dialog', { name: 'Keys' })) await userEvent.keyboard('{Shift>}?{/Shift}');
    return screen.getByRole('dialog', { name: 'Keys' });
  });
}

it('lists all keys at "?", closes at Escape, and gives the focus back', async () => {
  renderApp({ path: '/settings/audit' });
  const help = await screen.findByRole('button', { name: 'Help' });
  help.focus();
  const dialog = await list();
  for (const section of ['Everywhere', 'In a list', 'In a chat', 'In a flow or a template', 'Go to a page'])
    expect(within(dialog).getByRole('region', { name: section })).toBeTruthy();

  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Keys' })).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(help));
});

it('goes to a page by g and its key, and puts the focus on its title', async () => {
  const { router } = renderApp({ path: '/settings/audit' });
  await list();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await userEvent.keyboard('gs');
  await waitFor(() => expect(router.state.location.pathname).toBe('/phone'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })));
});

it('leaves the focus where a visit begins, and names the page in the title of the window', async () => {
  renderApp({ path: '/settings/audit' });
  const title = await screen.findByRole('heading', { level: 1, name: 'Audit log' });
  expect(document.activeElement).not.toBe(title);
  expect(document.title).toBe('Audit log – Waybill');
});

it('switches the keys of a single letter off on this device', async () => {
  const { router } = renderApp({ path: '/settings/audit' });
  const dialog = await list();
  await userEvent.click(within(dialog).getByRole('switch', { name: /^Keys of a single letter/ }));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  await userEvent.keyboard('gs{Shift>}?{/Shift}');
  expect(router.state.location.pathname).toBe('/settings/audit');
  expect(screen.queryByRole('dialog')).toBeNull();
});
