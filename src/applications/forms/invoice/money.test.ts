import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDecimal } from '../decimal.ts';
import { InvoiceContent } from './content.ts';
import { amountsOf, printedPrice } from './money.ts';

type Line = Partial<InvoiceContent['goods'][number]>;
type Adjustment = Partial<InvoiceContent['adjustments'][number]>;

const reckoned = (currency: string, goods: Line[], adjustments: Adjustment[] = []) => {
  const amounts = amountsOf(InvoiceContent.parse({ currency, goods, adjustments }));
  const said = (value: (typeof amounts)['total']): string => (value === undefined ? '-' : formatDecimal(value));
  return {
    lines: amounts.lines.map(said).join(' '),
    goods: said(amounts.goods),
    adjustments: amounts.adjustments.map(said).join(' '),
    total: said(amounts.total),
  };
};

test('a line is quantity × unit price, rounded half up to the currency', () => {
  expect(reckoned('USD', [{ quantity: '3', unitPrice: '1.335' }]).lines).toBe('4.01'); // 4.005
  expect(reckoned('JPY', [{ quantity: '3', unitPrice: '1.5' }]).lines).toBe('5'); // 4.5
  expect(reckoned('KWD', [{ quantity: '3', unitPrice: '1.5' }]).lines).toBe('4.500');
});

test('each line is rounded by itself, so that the column adds up', () => {
  const line = { quantity: '1', unitPrice: '0.005' };
  expect(reckoned('USD', [line, line, line])).toMatchObject({ lines: '0.01 0.01 0.01', total: '0.03' });
});

test('what the firm states stands, and a line may have an amount alone', () => {
  expect(reckoned('USD', [{ amount: '1,200' }])).toMatchObject({ lines: '1,200.00', total: '1,200.00' });
});

test('charges are added, discounts taken off, percentages are of the goods', () => {
  const found = reckoned(
    'USD',
    [{ quantity: '100', unitPrice: '10.00' }],
    [
      { kind: 'charge', label: 'FREIGHT', amount: '120' },
      { kind: 'discount', label: 'DISCOUNT', percent: '2.5' },
    ],
  );
  expect(found).toEqual({ lines: '1,000.00', goods: '1,000.00', adjustments: '120.00 25.00', total: '1,095.00' });
});

test('a discount of more than everything leaves no total', () => {
  expect(reckoned('USD', [{ amount: '1' }], [{ kind: 'discount', amount: '2' }]).total).toBe('-');
});

test('what is no number adds nothing', () => {
  expect(reckoned('USD', [{ quantity: '1', unitPrice: 'free' }, { amount: '5' }])).toMatchObject({
    lines: '- 5.00',
    total: '5.00',
  });
});

test.each([
  ['1.5', 2, '1.50'],
  ['0.0125', 2, '0.0125'],
  ['1200', 0, '1,200'],
  ['12 each', 2, '12 each'],
])('a unit price %s with %i digits is printed %s', (text, digits, printed) => {
  expect(printedPrice(text, digits)).toBe(printed);
});

test('the total is the sum of what is printed, whatever the prices', () => {
  const price = fc.tuple(fc.nat(99_999), fc.nat(9999)).map(([whole, part]) => `${whole}.${part}`);
  const line = fc.record({ quantity: fc.integer({ min: 1, max: 9999 }).map(String), unitPrice: price });
  const cents = (text: string): bigint => BigInt(text.replace(/[,.]/g, ''));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (goods) => {
      const { lines, total } = reckoned('USD', goods);
      expect(lines.split(' ').reduce((sum, one) => sum + cents(one), 0n)).toBe(cents(total));
    }),
    { numRuns: 100 },
  );
});
