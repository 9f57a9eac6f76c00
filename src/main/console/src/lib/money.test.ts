import { expect, it } from 'vitest';
import { money } from './money';

it.each([
  ['1250', 'KES', 'KES 1,250'],
  ['1250.00', 'KES', 'KES 1,250.00'],
  ['322.5', 'KES', 'KES 322.50'],
  ['12345678901234567.125', 'KWD', 'KWD 12,345,678,901,234,567.125'],
  ['1.5', 'JPY', 'JPY 1.5'],
  ['2.5', 'points', 'points 2.5'],
])('%s of %s is %s', (amount, currency, said) => {
  expect(money(amount, currency)).toBe(said);
});
