import { describe, expect, test } from 'vitest';
import { type Fee, feeOn, taxByRate, taxOf } from './fees.ts';

const fee = (effectiveFrom: string, yen: number, memberClass: Fee['memberClass'] = 'member'): Fee => ({
  ...{ kind: 'origin', memberClass, effectiveFrom, yen },
});
const fees = [
  fee('2027-04-01', 1320),
  fee('2024-04-01', 1100),
  fee('2024-04-01', 2200, 'non_member'),
  fee('2026-10-01', 0),
];

describe('the fee of a day', () => {
  test.each([
    ['member', '2024-03-31', undefined],
    ['member', '2024-04-01', 1100],
    ['member', '2026-09-30', 1100],
    ['member', '2026-10-01', 0],
    ['member', '2027-03-31', 0],
    ['member', '2027-04-01', 1320],
    ['non_member', '2027-04-01', 2200],
  ] as const)('%s on %s: %s', (memberClass, day, yen) => {
    expect(feeOn(fees, 'origin', memberClass, day)?.yen).toBe(yen);
  });
  test('another kind has its own', () => expect(feeOn(fees, 'invoice', 'member', '2026-11-24')).toBeUndefined());
  test('two that begin on one day are neither', () => {
    const doubled = [...fees, fee('2024-04-01', 1200)];
    expect(() => feeOn(doubled, 'origin', 'member', '2025-01-01')).toThrow(
      'two fees for origin, member from 2024-04-01',
    );
    expect(feeOn(doubled, 'origin', 'member', '2027-04-01')?.yen).toBe(1320);
  });
});

describe('the tax in an amount (消費税法施行令 第70条の10)', () => {
  test.each([
    [1100, 10, { down: 100, half_up: 100, up: 100 }],
    [1260, 10, { down: 114, half_up: 115, up: 115 }], // 114.54…
    [3460, 10, { down: 314, half_up: 315, up: 315 }], // 314.54…
    [1000, 10, { down: 90, half_up: 91, up: 91 }], // 90.90…
    [500, 10, { down: 45, half_up: 45, up: 46 }], // 45.45…
    [27, 8, { down: 2, half_up: 2, up: 2 }],
    [1, 10, { down: 0, half_up: 0, up: 1 }],
    [3, 100, { down: 1, half_up: 2, up: 2 }], // 1.5: exactly half
    [0, 10, { down: 0, half_up: 0, up: 0 }],
    [1100, 0, { down: 0, half_up: 0, up: 0 }],
    [Number.MAX_SAFE_INTEGER, 10, { down: 818836295885544, half_up: 818836295885545, up: 818836295885545 }], // ….55
  ])('%d yen at %d %%', (yen, rate, expected) => {
    for (const rounding of ['down', 'half_up', 'up'] as const)
      expect(taxOf(yen, rate, rounding)).toEqual({ tax: expected[rounding], net: yen - expected[rounding] });
  });

  test.each([
    [10.5, 10],
    [-1100, 10],
    [Number.NaN, 10],
    [2 ** 53, 10],
    [1100, 7.8],
    [1100, -10],
    [1100, 1000],
  ])('%d yen at %d %% is refused', (yen, rate) => expect(() => taxOf(yen, rate, 'down')).toThrow(RangeError));

  test('is rounded once for each rate of an invoice, not for each line', () => {
    const line = { yenIncluded: 1260, ratePercent: 10 };
    expect(taxByRate([line, { yenIncluded: 540, ratePercent: 8 }, line, line], 'down')).toEqual([
      { ratePercent: 10, yenIncluded: 3780, net: 3437, tax: 343 }, // 343.63…; line by line it would be 3 × 114 = 342
      { ratePercent: 8, yenIncluded: 540, net: 500, tax: 40 },
    ]);
    expect(taxByRate([], 'down')).toEqual([]);
  });

  test('halves of a yen in the lines are refused, though their sum is whole', () => {
    const half = { yenIncluded: 0.5, ratePercent: 10 };
    expect(() => taxByRate([half, half], 'down')).toThrow(RangeError);
  });
});
