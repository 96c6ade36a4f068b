import { expect, test } from 'vitest';
import { type Decimal, parseDecimal } from '../decimal.ts';
import { amountInWords, amountLimit, wholeInWords } from './amount-in-words.ts';
import { findCurrency } from './currencies.ts';

test.each([
  [0n, 'ZERO'],
  [7n, 'SEVEN'],
  [13n, 'THIRTEEN'],
  [20n, 'TWENTY'],
  [21n, 'TWENTY-ONE'],
  [100n, 'ONE HUNDRED'],
  [101n, 'ONE HUNDRED ONE'],
  [999n, 'NINE HUNDRED NINETY-NINE'],
  [1000n, 'ONE THOUSAND'],
  [1010n, 'ONE THOUSAND TEN'],
  [12_345n, 'TWELVE THOUSAND THREE HUNDRED FORTY-FIVE'],
  [1_000_000n, 'ONE MILLION'],
  [1_000_001n, 'ONE MILLION ONE'],
  [2_030_040_050n, 'TWO BILLION THIRTY MILLION FORTY THOUSAND FIFTY'],
  [
    amountLimit - 1n,
    'NINE HUNDRED NINETY-NINE TRILLION NINE HUNDRED NINETY-NINE BILLION NINE HUNDRED NINETY-NINE MILLION NINE HUNDRED NINETY-NINE THOUSAND NINE HUNDRED NINETY-NINE',
  ],
])('%s is %s', (count, words) => {
  expect(wholeInWords(count)).toBe(words);
});

test('every number below ten thousand is said otherwise than all others', () => {
  const said = new Set(Array.from({ length: 10_000 }, (_, count) => wholeInWords(BigInt(count))));
  expect(said.size).toBe(10_000);
  expect([...said].filter((words) => !/^[A-Z]+(?:[ -][A-Z]+)*$/.test(words))).toEqual([]);
});

test('there are no words for more than the limit', () => {
  expect(() => wholeInWords(amountLimit)).toThrow(RangeError);
});

test.each([
  ['1,200.50', 'USD', 'US DOLLARS ONE THOUSAND TWO HUNDRED AND 50/100'],
  ['1,200.05', 'USD', 'US DOLLARS ONE THOUSAND TWO HUNDRED AND 05/100'],
  ['1,200.00', 'EUR', 'EUROS ONE THOUSAND TWO HUNDRED'],
  ['12,500', 'JPY', 'JAPANESE YEN TWELVE THOUSAND FIVE HUNDRED'],
  ['3.007', 'KWD', 'KUWAITI DINARS THREE AND 007/1000'],
  ['0.99', 'GBP', 'POUNDS STERLING ZERO AND 99/100'],
])('%s %s', (text, code, words) => {
  const currency = findCurrency(code);
  if (currency === undefined) throw new Error(code);
  expect(amountInWords(parseDecimal(text) as Decimal, currency)).toBe(words);
});
