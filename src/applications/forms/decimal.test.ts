import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareDecimals,
  type Decimal,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  sameDecimal,
  subtractDecimals,
} from './decimal.ts';

const number = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(text);
  return value;
};

test.each([
  ['1,200', '1.25', '1,500.00'],
  ['0.1', '0.2', '0.02'],
  ['3', '0', '0'],
  ['99,999,999,999', '99,999,999,999', '9,999,999,999,800,000,000,001'],
])('%s × %s is %s', (a, b, product) => {
  expect(formatDecimal(multiplyDecimals(number(a), number(b)))).toBe(product);
});

test.each([
  ['1.005', 2, '1.01'], // as a floating number it is less than that, and becomes 1.00
  ['1.0049', 2, '1.00'],
  ['0.5', 0, '1'],
  ['0.4999', 0, '0'],
  ['2.5', 0, '3'],
  ['7', 3, '7.000'],
  ['9.995', 2, '10.00'],
])('%s to %i digits is %s', (text, digits, rounded) => {
  expect(formatDecimal(roundDecimal(number(text), digits))).toBe(rounded);
});

test('what is taken away cannot be more', () => {
  expect(formatDecimal(subtractDecimals(number('10.00'), number('0.5')) as Decimal)).toBe('9.50');
  expect(subtractDecimals(number('1'), number('1.01'))).toBeUndefined();
});

test('numbers are compared by value', () => {
  expect(compareDecimals(number('1.50'), number('1.5'))).toBe(0);
  expect(compareDecimals(number('2'), number('10'))).toBe(-1);
  expect(compareDecimals(number('0.10'), number('0.09'))).toBe(1);
});

test('rounding never moves a number by more than half a unit, and does nothing to a rounded one', () => {
  const any = fc.record({ units: fc.bigInt({ min: 0n, max: 10n ** 20n }), scale: fc.nat(10) });
  fc.assert(
    fc.property(any, fc.nat(6), (value, digits) => {
      const once = roundDecimal(value, digits);
      const away = compareDecimals(once, value) > 0 ? subtractDecimals(once, value) : subtractDecimals(value, once);
      expect(compareDecimals(away as Decimal, { units: 5n, scale: digits + 1 })).toBeLessThanOrEqual(0);
      expect(sameDecimal(roundDecimal(once, digits), once)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
