import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counterLines, settlementLines, splitCharge, taxRateOn } from './payment.ts';

describe('the books', () => {
  test('a settled payment adds lines that add up to 0, whatever its charges', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 100 }), (amounts) => {
        const charges = amounts.map((yen, index) => ({
          subject: { kind: 'application' as const, id: String(index) },
          yen,
        }));
        const lines = settlementLines(charges, '2026-11-16');
        expect(lines.reduce((sum, line) => sum + line.yen, 0)).toBe(0);
        expect(lines[0]?.yen).toBe(amounts.reduce((sum, yen) => sum + yen, 0));
      }),
    );
  });

  test('what is paid at the counter is earned and taxed alike, and the card company has no part in it', () => {
    const subject = { kind: 'registration', id: 'p' } as const;
    const lines = counterLines({ subject, yen: 16_500 }, '2026-11-16');
    expect(lines.map(({ book, yen }) => [book, yen])).toEqual([
      ['counter', 16_500],
      ['fees', -15_000],
      ['consumption_tax', -1500],
    ]);
    expect(lines.every((line) => line.subject === subject)).toBe(true);
  });

  test('the tax in a fee is rounded down, once for each statement', () => {
    expect(splitCharge(1100, 10)).toEqual({ net: 1000, tax: 100 });
    expect(splitCharge(1260, 10)).toEqual({ net: 1146, tax: 114 });
  });

  test('the rate is that of the day of supply', () => {
    expect(taxRateOn('2019-09-30')).toBe(8);
    expect(taxRateOn('2019-10-01')).toBe(10);
    expect(() => taxRateOn('2014-03-31')).toThrow(RangeError);
  });
});
