import { describe, expect, test } from 'vitest';
import { registerFromTable, registerHeadings } from './paper-register-file.ts';

const row = (change: Partial<Record<number, string>> = {}): string[] =>
  ['123456', '紙の会社', 'PAPER INC.', '', '2025/4/1', '2027-03-31', 'Kami Kaita', ''].map(
    (cell, index) => change[index] ?? cell,
  );
const read = (...rows: string[][]) => registerFromTable([[...registerHeadings], ...rows]);

describe('the register from before', () => {
  test('one row for each signatory; the firm’s cells are repeated or left empty', () => {
    const second = row({ 1: '', 2: '', 5: '', 6: 'Kami Ni', 7: 'Chief' });
    expect(read(row(), second)).toEqual({
      ok: true,
      entries: [
        {
          ...{ number: '123456', nameJa: '紙の会社', nameEn: 'PAPER INC.', corporateNumber: null },
          ...{ validFrom: '2025-04-01', validUntil: '2027-03-31' },
          signatories: [
            { nameEn: 'Kami Kaita', titleEn: '' },
            { nameEn: 'Kami Ni', titleEn: 'Chief' },
          ],
        },
      ],
    });
  });

  test('columns may stand in any order, under Japanese or English headings; what is not known is passed over', () => {
    const table = [
      ['memo', 'Valid until', 'Name (English)', 'number', 'Name (Japanese)', 'Signatory'],
      ['x', '2027-03-31', 'PAPER INC.', '1', '紙', 'Kami Kaita'],
    ];
    expect(registerFromTable(table)).toMatchObject({ ok: true, entries: [{ number: '1', nameEn: 'PAPER INC.' }] });
  });

  test.each([
    [row({ 0: '' }), 'A 登録番号'],
    [row({ 5: '2027-02-30' }), 'F 有効期間終了日'],
    [row({ 5: '' }), 'F 有効期間終了日'],
    [row({ 4: 'April' }), 'E 有効期間開始日'],
    [row({ 3: '1234567890123' }), 'D 法人番号'],
  ])('%j: the place is named, and nothing is taken', (cells, column) => {
    expect(read(row({ 0: '1' }), cells)).toMatchObject({ ok: false, problems: [{ row: 3, column }] });
  });

  test('a further row that contradicts the firm is refused', () => {
    expect(read(row(), row({ 2: 'OTHER INC.' }))).toMatchObject({
      ok: false,
      problems: [{ row: 3, column: 'C 英文社名' }],
    });
  });

  test('a file without a needed column says which', () => {
    expect(registerFromTable([['登録番号']])).toMatchObject({
      ok: false,
      problems: [{ row: 1 }, { row: 1 }, { row: 1 }, { row: 1 }],
    });
  });
});
