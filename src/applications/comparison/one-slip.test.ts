import { expect, test } from 'vitest';
import { isOneSlip } from './one-slip.ts';

test.each([
  ['118', '118', false],
  ['118', '119', true],
  ['118', '1180', true],
  ['118', '18', true],
  ['118', '181', true],
  ['118', '811', false],
  ['11', '1111', false],
  ['', '', false],
  ['', 'A', true],
  ['AAB', 'AAAB', true],
])('one slip makes %j %j: %s', (a, b, expected) => {
  expect(isOneSlip(a, b)).toBe(expected);
  expect(isOneSlip(b, a)).toBe(expected);
});
