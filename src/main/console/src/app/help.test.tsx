import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { pages } from './pages';

// 001-36: each screen has a panel of its own, and nothing is fetched for it
it.each([...pages.map(({ to }) => to), '/setup-guide', '/templates/drafts/new'])(
  '%s has help that needs no network',
  async (path) => {
    const { requests } = renderApp({ path });
    await userEvent.click(await screen.findByRole('button', { name: 'Help' }));
    const asked = requests.length;

    const panel = await screen.findByRole('dialog', { name: /^Help: / });
    expect(panel.querySelectorAll('p').length).toBeGreaterThan(1);
    expect(requests.slice(asked).map((request) => request.path)).toEqual([]);
  },
);
