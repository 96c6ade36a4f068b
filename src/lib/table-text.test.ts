import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardCell, unguardCell } from './formula-guard.ts';
import { detectDelimiter, parseDelimited, parsePasted, withoutTrailingBlankRows } from './table-text.ts';
import { writeCsv, writeTsv } from './table-write.ts';

const rowsOf = (text: string, delimiter: '\t' | ',' = '\t'): string[][] => parseDelimited(text, delimiter).rows;

describe('parseDelimited', () => {
  test.each([
    [
      'plain cells, CRLF',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['no line end at the end', 'a\tb\nc', [['a', 'b'], ['c']]],
    ['empty cells at the edges', '\ta\t\n', [['', 'a', '']]],
    ['a blank row keeps its number', 'a\n\nb', [['a'], [''], ['b']]],
    ['quoted line break and tab', '"a\r\nb\tc"\td', [['a\nb\tc', 'd']]],
    ['doubled quotes', '"say ""hi"""\tx', [['say "hi"', 'x']]],
    ['an inch mark inside a cell', '3/4" BOLT\tx', [['3/4" BOLT', 'x']]],
    ['a quoted word at the start', '"quoted" start\tx', [['"quoted" start', 'x']]],
    ['an empty quoted cell', '""\tx', [['', 'x']]],
    ['nothing', '', []],
  ])('%s', (_name, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test('a quote that is never closed is named with its place and kept as typed', () => {
    const text = 'a\tb\nc\t"open\nlast';
    expect(parseDelimited(text, '\t')).toEqual({
      rows: [['a', 'b'], ['c', '"open'], ['last']],
      unclosedQuote: { row: 2, column: 2 },
    });
  });

  test('reads what a known library reads, wherever the text is well formed', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'B', '1', ' ', '"', '\t', ',', '\n', 'é', '髙') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom('\t' as const, ',' as const), (rows, delimiter) => {
        const text = delimiter === ',' ? writeCsv(rows) : writeTsv(rows);
        const theirs: string[][] = parse(text, { delimiter, relaxColumnCount: true, relaxQuotes: true });
        expect(rowsOf(text, delimiter)).toEqual(theirs);
      }),
      { numRuns: 300 },
    );
  });
});

describe('detectDelimiter', () => {
  test.each([
    ['tabs', 'a\tb\nc\td', 'x.txt', '\t'],
    ['commas', 'a,b\nc,d', 'x.csv', ','],
    ['a comma in a tab-separated heading', 'Marks, numbers\tQty\n', 'x.txt', '\t'],
    ['a comma inside quotes does not count', '"a,b"\tc', 'x.csv', '\t'],
    ['a tab inside a quoted CSV cell', '"a\tb",c,d', 'x.csv', ','],
    ['a title row without any', 'Goods\na,b\n', 'x.csv', ','],
    ['one column', 'a\nb', 'x.csv', '\t'],
  ])('%s', (_name, text, file, delimiter) => {
    expect(detectDelimiter(text, file)).toBe(delimiter);
  });
});

test('trailing blank rows are dropped, blank rows within are kept', () => {
  expect(withoutTrailingBlankRows([['a'], ['', ' '], ['b'], ['', ''], []])).toEqual([['a'], ['', ' '], ['b']]);
});

describe('formula guard (ASVS 1.2.10)', () => {
  test.each(['=1+1', '+81', '-A-', '@x', '\tx', '＝1'])('%j is made harmless and comes back', (cell) => {
    expect(guardCell(cell)).toBe(`'${cell}`);
    expect(unguardCell(guardCell(cell))).toBe(cell);
  });
  test.each(["'=1", "''+", "'plain", 'plain', '', "'"])('%j comes back too', (cell) => {
    expect(unguardCell(guardCell(cell))).toBe(cell);
  });
  test('no exported cell begins with a formula sign', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        expect(guardCell(cell)).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});

describe('parsePasted', () => {
  test('reads what Excel puts on the clipboard', () => {
    expect(parsePasted('N/M\t1,200\t"two\nlines"\r\n\t\t\r\n')).toEqual([['N/M', '1,200', 'two\nlines']]);
  });
  test('NFC, never NFKC: ① and ㈱ stay, a decomposed letter is composed', () => {
    expect(parsePasted('①㈱髙﨑\te\u0301')).toEqual([['①㈱髙﨑', 'é']]);
  });
});
