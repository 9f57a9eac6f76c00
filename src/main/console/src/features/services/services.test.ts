import { expect, it } from 'vitest';
import { clock, left } from './components/Countdown';

// 000-18: the countdown is what the gateway says is left, less what has passed since
it('counts down from what the gateway said, never below nothing, and only while time runs', () => {
  expect(left(90, true, 1_000, 31_000)).toBe(60);
  expect(left(10, true, 0, 60_000)).toBe(0);
  expect(left(90, false, 0, 60_000)).toBe(90);
  expect(clock(3_725)).toBe('1:02:05');
  expect(clock(59)).toBe('00:59');
});
