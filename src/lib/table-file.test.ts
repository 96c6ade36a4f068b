import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultTableLimits } from './table-check.ts';
import { readTable } from './table-file.ts';
import type { TableProblem } from './table-problem.ts';
import { withoutTrailingBlankRows } from './table-text.ts';
import { tableBytes, writeCsv, writeTsv } from './table-write.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());

async function rowsOf(bytes: Uint8Array, name = 'goods.tsv'): Promise<string[][]> {
  const result = await readTable(bytes, name);
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.en).join(' '));
  return result.rows;
}

async function problemsOf(bytes: Uint8Array, limits = defaultTableLimits): Promise<TableProblem[]> {
  const result = await readTable(bytes, 'goods.tsv', limits);
  if (result.ok) throw new Error('expected problems');
  return result.problems;
}

describe('encodings', () => {
  const text = '品名\t数量\r\n髙﨑①㈱\t1,200\r\n';
  const rows = [
    ['品名', '数量'],
    ['髙﨑①㈱', '1,200'],
  ];
  // 品名 TAB 数量 CRLF 髙﨑①㈱ TAB 1,200 CRLF as Windows writes them (code page 932).
  const cp932 = Uint8Array.from(
    '95 69 96 BC 09 90 94 97 CA 0D 0A FB FC FA B1 87 40 87 8A 09 31 2C 32 30 30 0D 0A'
      .split(' ')
      .map((byte) => Number.parseInt(byte, 16)),
  );

  test.each([
    ['utf-8', utf8(text)],
    ['utf-8-bom', tableBytes(text)],
    ['utf-16le', utf16(text)],
    ['utf-16be', utf16be(text)],
    ['cp932', cp932],
  ])('%s', async (encoding, bytes) => {
    expect(await readTable(bytes, 'goods.txt')).toEqual({ ok: true, rows, format: { kind: 'tsv', encoding } });
  });

  test('bytes of no known encoding are named with line and byte', async () => {
    const [problem] = await problemsOf(Uint8Array.of(0x61, 0x0a, 0x62, 0xff, 0x63));
    expect(problem).toMatchObject({ code: 'encoding', row: 2 });
    expect(problem?.en).toContain('byte 4 of the file, 0xFF');
    expect(problem?.ja).toContain('CSV UTF-8');
  });

  test('half a surrogate pair in UTF-16 is refused, not replaced', async () => {
    const [problem] = await problemsOf(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00));
    expect(problem?.code).toBe('encoding');
  });

  test('UTF-16 without its mark is recognised and explained', async () => {
    const [problem] = await problemsOf(utf16('abc\tdef\r\n').subarray(2));
    expect(problem?.en).toContain('byte order mark');
  });
});

describe('format', () => {
  test('CSV is recognised', async () => {
    expect(await readTable(utf8('a,b\n"c,d",e'), 'goods.csv')).toMatchObject({
      rows: [
        ['a', 'b'],
        ['c,d', 'e'],
      ],
      format: { kind: 'csv' },
    });
  });
  test.each([
    ['nothing at all', new Uint8Array(), 'empty'],
    ['blank rows only', utf8('\t\t\r\n \r\n'), 'empty'],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'not-a-table'],
    ['a PDF', utf8('%PDF-1.7\n'), 'not-a-table'],
    ['a photograph', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0, 0, 0, 0), 'not-a-table'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'not-a-table'],
    ['a ZIP with no workbook in it', utf8('PK\u0003\u0004\u0014\0word/document.xml PK\u0005\u0006'), 'not-a-table'],
  ])('%s is refused with words', async (_name, bytes, code) => {
    expect((await problemsOf(bytes))[0]?.code).toBe(code);
  });
  test('a photograph is called a picture, not a text of an unknown encoding', async () => {
    const [problem] = await problemsOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0, 0, 0, 0));
    expect([problem?.ja, problem?.en]).toEqual([expect.stringMatching(/^画像は/), expect.stringMatching(/^A picture/)]);
  });
});

describe('limits', () => {
  const limits = { ...defaultTableLimits, maxTextBytes: 100, maxRows: 3, maxColumns: 3, maxCellChars: 5 };
  test('bytes', async () => {
    expect((await problemsOf(utf8('x'.repeat(101)), limits))[0]?.code).toBe('too-large');
  });
  test('rows: as many as allowed pass, blank ones at the end do not count, one more is refused', async () => {
    expect(await readTable(utf8('a\nb\nc\n\n\n'), 'x', limits)).toMatchObject({ ok: true });
    expect((await problemsOf(utf8('a\nb\nc\nd'), limits))[0]?.code).toBe('too-many-rows');
  });
  test('columns', async () => {
    expect((await problemsOf(utf8('a\nb\tc\td\te'), limits))[0]).toMatchObject({ code: 'too-many-columns', row: 2 });
  });
  test('characters in a cell', async () => {
    expect(await readTable(utf8('12345'), 'x', limits)).toMatchObject({ ok: true });
    expect((await problemsOf(utf8('a\n\t123456'), limits))[0]).toMatchObject({
      code: 'cell-too-long',
      row: 2,
      column: 2,
    });
  });
});

describe('characters that no cell may have', () => {
  test.each([
    ['NUL', '\u0000', 'U+0000'],
    ['right-to-left override', '\u202E', 'U+202E'],
    ['isolate', '\u2066', 'U+2066'],
    ['lone CR', '\r', 'U+000D'],
    ['escape', '\u001B', 'U+001B'],
    ['delete', '\u007F', 'U+007F'],
    ['C1 control', '\u0085', 'U+0085'],
    ['line separator', '\u2028', 'U+2028'],
    ['replacement character', '\uFFFD', 'U+FFFD'],
  ])('%s: names row, column, position and character', async (_name, character, name) => {
    const [problem] = await problemsOf(utf8(`a\tb\nc\tde${character}f\n`));
    expect(problem).toMatchObject({ code: 'character', row: 2, column: 2, character: name });
    expect(problem?.ja).toContain(`2行目 B列: 3文字目`);
    expect(problem?.ja).toContain(name);
    expect(problem?.en).toContain('Row 2, column B: at character 3');
  });

  test('the position counts characters as a person does', async () => {
    expect((await problemsOf(utf8('𠮷𠮷\u0007')))[0]?.ja).toContain('3文字目');
  });

  test('all of them at once, and too many are counted rather than listed', async () => {
    expect(await problemsOf(utf8('\u202Ea\tb\u0007\n"open'))).toMatchObject([
      { code: 'unclosed-quote', row: 2, column: 1 },
      { code: 'character', row: 1, column: 1 },
      { code: 'character', row: 1, column: 2 },
    ]);
    const many = await problemsOf(utf8('\u0007\n'.repeat(1000)));
    expect(many).toHaveLength(501);
    expect(many.at(-1)?.en).toContain('500 more');
  });
});

test('import(export(x)) = x, as TSV and as CSV', async () => {
  const unit = fc.constantFrom('a', 'Z', '0', ' ', '"', "'", '=', '+', '-', '@', '\t', ',', '\n', '①', '髙', 'é', '＝');
  const cell = fc.string({ unit, maxLength: 12 });
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, fc.boolean(), async (drawn, comma) => {
      const rows = withoutTrailingBlankRows(drawn);
      fc.pre(rows.length > 0);
      const text = comma ? writeCsv(rows) : writeTsv(rows);
      const name = comma ? 'x.csv' : 'x.tsv';
      const single = comma && rows.every((row) => row.length === 1);
      expect(await rowsOf(tableBytes(text), single ? 'x.tsv' : name)).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});
