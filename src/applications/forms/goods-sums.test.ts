import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDecimals, formatDecimal, parseDecimal, sameDecimal } from './decimal.ts';
import { sumPackages, sumQuantities } from './goods-sums.ts';
import { GoodsLine } from './origin/content.ts';
import { findPackageKind, packageKinds } from './package-kinds.ts';
import { findUnit, isRefusedUnit, units } from './units.ts';

const line = (fields: Partial<GoodsLine>): GoodsLine => GoodsLine.parse(fields);
const quantities = (...pairs: [string, string][]) => pairs.map(([quantity, unit]) => line({ quantity, unit }));
const packages = (...pairs: [string, string][]) =>
  pairs.map(([count, kind]) => line({ packages: count, packageKind: kind }));

describe('numbers as invoices print them', () => {
  test.each(['0', '7', '1200', '1,200', '12,345,678', '0.5', '1,200.50', '99999999999999999999.123'])(
    '%s is one',
    (text) => {
      expect(parseDecimal(text)).toBeDefined();
    },
  );
  test.each([
    '',
    '12,00',
    '1,2000',
    ',100',
    '1.',
    '.5',
    '-1',
    '+1',
    '1e3',
    '1 200',
    '１２',
    '007',
    '10 PCS',
    '1,200,',
    '1.200,5',
  ])('%j is none', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });
  test('printing and reading back gives the same value, commas at the thousands', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 0, max: 10 }), (number, scale) => {
        const printed = formatDecimal({ units: number, scale });
        expect(parseDecimal(printed)).toEqual({ units: number, scale });
        expect(printed.split('.')[0]).toMatch(/^\d{1,3}(,\d{3})*$/);
      }),
    );
  });
  test('0.1 + 0.2 is 0.3, and the longer fraction stays', () => {
    const sum = (a: string, b: string): string =>
      formatDecimal(
        addDecimals(parseDecimal(a) ?? { units: 0n, scale: 0 }, parseDecimal(b) ?? { units: 0n, scale: 0 }),
      );
    expect(sum('0.1', '0.2')).toBe('0.3');
    expect(sum('1.50', '1')).toBe('2.50');
    expect(sum('999,999.995', '0.005')).toBe('1,000,000.000');
    expect(sameDecimal({ units: 150n, scale: 2 }, { units: 15n, scale: 1 })).toBe(true);
  });
});

describe('sumQuantities', () => {
  test('per unit, in order, under the name that came first', () => {
    expect(sumQuantities(quantities(['1,200', 'PCS'], ['10.5', 'KGS'], ['800', 'pieces'], ['1', 'kg']))).toEqual([
      { quantity: '2,000', unit: 'PCS' },
      { quantity: '11.5', unit: 'KGS' },
    ]);
  });
  test('a unit that is not on the list is summed by how it reads', () => {
    expect(sumQuantities(quantities(['1', 'SLABS'], ['2', 'slabs']))).toEqual([{ quantity: '3', unit: 'SLABS' }]);
  });
  test('what is no number adds nothing', () => {
    expect(sumQuantities(quantities(['x', 'PCS'], ['5', ''], ['2', 'PCS']))).toEqual([{ quantity: '2', unit: 'PCS' }]);
  });
});

describe('sumPackages', () => {
  test.each([
    [
      'one kind',
      [
        ['10', 'CARTONS'],
        ['1,190', 'CARTONS'],
      ],
      { count: '1,200', kind: 'CARTONS' },
    ],
    [
      'singulars add up to a plural',
      [
        ['1', 'CARTON'],
        ['1', 'CARTON'],
      ],
      { count: '2', kind: 'CARTONS' },
    ],
    [
      'a plural that is not just an S',
      [
        ['1', 'BOX'],
        ['1', 'Box'],
      ],
      { count: '2', kind: 'BOXES' },
    ],
    [
      'abbreviations of one kind',
      [
        ['1', 'CTNS'],
        ['2', 'CARTONS'],
      ],
      { count: '3', kind: 'CARTONS' },
    ],
    ['as typed', [['2', 'Wooden Cases']], { count: '2', kind: 'Wooden Cases' }],
    [
      'kinds that differ',
      [
        ['1', 'CARTON'],
        ['2', 'PALLETS'],
      ],
      { count: '3', kind: 'PACKAGES' },
    ],
    [
      'a line without a number shares',
      [
        ['1', 'CASE'],
        ['', ''],
      ],
      { count: '1', kind: 'CASE' },
    ],
  ] as const)('%s', (_name, pairs, sum) => {
    expect(sumPackages(packages(...pairs.map(([count, kind]): [string, string] => [count, kind])))).toEqual(sum);
  });
  test('none when nothing is counted', () => {
    expect(sumPackages(packages(['', 'IN BULK']))).toBeUndefined();
  });
});

describe('units and packages', () => {
  test('no form means two things, and no accepted unit is one of those that are refused', () => {
    for (const unit of units) {
      for (const form of unit.forms) {
        expect(findUnit(form)?.code, form).toBe(unit.code);
        expect(isRefusedUnit(form), form).toBe(false);
      }
    }
    for (const kind of packageKinds) {
      for (const form of [kind.plural, ...kind.forms]) expect(findPackageKind(form)?.code, form).toBe(kind.code);
    }
  });
  test.each(['lot', 'LOTS', 'packages', 'Cartons', 'ctns', 'pallet'])('%s alone is no quantity (box 8)', (unit) => {
    expect(isRefusedUnit(unit)).toBe(true);
  });
  test.each(['pcs', 'PCS', 'kgm', 'kgs', 'sets', 'Pcs.'])('%s is a unit (box 8)', (unit) => {
    expect(findUnit(unit)).toBeDefined();
  });
});
