import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render-app';
import { draftOf, faults, gaps } from './bands';

// 004-04
it('has the four columns, names both rows of an overlap, blocks Save, and mends it', async () => {
  const { gateway } = renderApp({ path: '/settings/delivery' });
  const max = await screen.findByRole('textbox', { name: 'Max Qty of row 1' });
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Min Qty',
    'Max Qty',
    'Charge',
    'Action',
  ]);
  await userEvent.clear(max);
  await userEvent.type(max, '5');
  expect((await screen.findAllByText('Rows 1 and 2 both cover quantity 5.')).length).toBe(3);
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);

  await userEvent.click(screen.getByRole('button', { name: 'Fix: start row 2 at 6' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(gateway.catalog.bands.map(({ min, max: end }) => [min, end])).toEqual([
      [1, 5],
      [6, undefined],
    ]),
  );

  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(gateway.catalog.bands.map(({ min, max: end }) => [min, end])).toEqual([
      [1, 4],
      [5, undefined],
    ]),
  );
});

it('warns of a gap, offers to extend a row, and keeps what becomes of gaps', async () => {
  const { gateway } = renderApp({ path: '/settings/delivery' });
  const min = await screen.findByRole('textbox', { name: 'Min Qty of row 2' });
  await userEvent.clear(min);
  await userEvent.type(min, '8');
  expect(await screen.findByText('Quantities 5 to 7 have no charge rule.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', false);
  await userEvent.click(screen.getByRole('button', { name: 'Extend row 1' }));
  expect(screen.getByRole('textbox', { name: 'Max Qty of row 1' })).toHaveProperty('value', '7');
  expect(screen.queryByText(/have no charge rule/)).toBeNull();

  await userEvent.click(screen.getByRole('radio', { name: /No charge/ }));
  await waitFor(() => expect(gateway.catalog.gaps).toBe('no_charge'));
});

it('deletes a row and brings it back by Undo', async () => {
  const { gateway } = renderApp({ path: '/settings/delivery' });
  await userEvent.click(await screen.findByRole('button', { name: 'Delete row 2' }));
  await waitFor(() => expect(gateway.catalog.bands).toHaveLength(1));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(gateway.catalog.bands).toHaveLength(2));
});

it('shows what somebody else made of the table meanwhile, and loses nothing', async () => {
  const { gateway } = renderApp({ path: '/settings/delivery' });
  const charge = await screen.findByRole('textbox', { name: 'Charge of row 1' });
  await userEvent.clear(charge);
  await userEvent.type(charge, '99');
  gateway.catalog.bands = [{ min: 1, charge: '170' }];
  gateway.catalog.tableVersion++;
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Somebody else has changed the table meanwhile')).toBeTruthy();
  expect(screen.getByText('1 and more: 170')).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Charge of row 1' })).toHaveProperty('value', '99');
  await userEvent.click(screen.getByRole('button', { name: 'Go on with mine' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(gateway.catalog.bands[0]).toMatchObject({ min: 1, max: 4, charge: '99' }));
});

const row = (min: number, max: number | null, charge = '1') =>
  draftOf({ min, max: max ?? undefined, charge });

it('finds what is wrong with a row', () => {
  expect(faults([{ ...row(1, null), min: '0' }], 2).map(({ text }) => text)).toEqual(['lessThanOne']);
  expect(faults([row(5, 3)], 2).map(({ text }) => text)).toEqual(['upsideDown']);
  expect(faults([row(1, null, '-1')], 2).map(({ text }) => text)).toEqual(['negative']);
  expect(faults([row(1, null, '1.005')], 2).map(({ text }) => text)).toEqual(['decimals']);
  expect(faults([row(1, null), row(5, 9)], 2).map(({ text }) => text)).toEqual(['openNotLast']);
  expect(gaps([row(3, 4), row(8, 9)]).map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [5, 7],
    [10, null],
  ]);
});
