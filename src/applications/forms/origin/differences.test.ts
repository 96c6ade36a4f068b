import { describe, expect, test } from 'vitest';
import { emptyOriginContent, GoodsLine, type OriginContent } from './content.ts';
import { originDifferences } from './differences.ts';

const content = (change: Partial<OriginContent>): OriginContent => ({ ...emptyOriginContent(), ...change });
const lines = (...names: string[]): GoodsLine[] => names.map((description) => GoodsLine.parse({ description }));

describe('what changed between two submissions', () => {
  test('nothing', () => {
    expect(originDifferences(content({ goods: lines('A', 'B') }), content({ goods: lines('A', 'B') }))).toEqual([]);
  });

  test('a field, an added row, a removed row', () => {
    const before = content({
      marks: 'N/M',
      invoices: [{ number: 'A', date: '2026-11-01' }],
      originCountries: ['JAPAN', 'CHINA'],
    });
    const after = content({
      marks: 'NO MARK',
      invoices: [
        { number: 'A', date: '2026-11-01' },
        { number: 'B', date: '' },
      ],
      originCountries: ['JAPAN'],
    });
    expect(originDifferences(before, after)).toEqual([
      { place: '3', path: 'invoices.1.number', after: 'B' },
      { place: '4', path: 'originCountries.1', before: 'CHINA' },
      { place: '7', path: 'marks', before: 'N/M', after: 'NO MARK' },
    ]);
  });

  test.each([
    ['inserted', ['A', 'C'], ['A', 'B', 'C'], [{ row: 2, path: 'goods.1', after: expect.stringContaining('B') }]],
    ['removed', ['A', 'B', 'C'], ['A', 'C'], [{ row: 2, path: 'goods.1', before: expect.stringContaining('B') }]],
    ['changed', ['A', 'B'], ['A', 'X'], [{ row: 2, path: 'goods.1.description', before: 'B', after: 'X' }]],
    [
      'changed, and one more',
      ['A', 'B', 'C'],
      ['A', 'X', 'Y', 'C'],
      [
        { row: 2, path: 'goods.1.description', before: 'B', after: 'X' },
        { row: 3, path: 'goods.2', after: expect.stringContaining('Y') },
      ],
    ],
  ])('a goods line %s', (_, before, after, expected) => {
    const found = originDifferences(content({ goods: lines(...before) }), content({ goods: lines(...after) }));
    expect(found).toEqual(expected.map((one) => ({ place: 'goods', ...one })));
  });
});
