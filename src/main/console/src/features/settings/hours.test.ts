import { expect, it } from 'vitest';
import { fault, hoursOf, weekOf } from './hours';

it('writes hours as they were read, to midnight too', () => {
  const hours = { monday: '08:00-12:30,13:30-17:00', saturday: '18:00-24:00' };
  const week = weekOf({ ...hours, sunday: '' });
  expect(week.saturday).toEqual([{ from: '18:00', to: '00:00' }]);
  expect(week.sunday).toEqual([]);
  expect(hoursOf(week)).toEqual(hours);
});

it('sees hours that cannot be', () => {
  expect(fault([{ from: '08:00', to: '' }])).toBe('missing');
  expect(fault([{ from: '17:00', to: '08:00' }])).toBe('order');
  expect(
    fault([
      { from: '13:00', to: '17:00' },
      { from: '08:00', to: '13:30' },
    ]),
  ).toBe('overlap');
  expect(
    fault([
      { from: '08:00', to: '12:00' },
      { from: '12:00', to: '00:00' },
    ]),
  ).toBeNull();
});
