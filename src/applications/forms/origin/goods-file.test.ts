import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../lib/table-file.ts';
import { parsePasted } from '../../../lib/table-text.ts';
import { tableBytes, writeCsv, writeTsv } from '../../../lib/table-write.ts';
import { GoodsLine, maxGoodsLines } from './content.ts';
import { findGoodsColumn, goodsColumns, maxTableLines } from './goods-columns.ts';
import { goodsFromTable, goodsTemplate, goodsToTable } from './goods-file.ts';

const heading = ['荷印・荷番号', '梱包数', '梱包種類', '商品名', 'HSコード', '原産国', '数量', '数量単位'];
const rulesOf = (rows: string[][]): string[] => goodsFromTable(rows).problems.map((problem) => problem.rule);

describe('heading', () => {
  test('Japanese headings in the template order', () => {
    const { goods, problems, fileRows, columnNames } = goodsFromTable([
      heading,
      ['N/M', '10', 'CARTONS', 'BOLTS', '7318.15', 'JAPAN', '1,200', 'PCS'],
    ]);
    expect(problems).toEqual([]);
    expect(fileRows).toEqual([2]);
    expect(columnNames.quantity).toBe('G 数量');
    expect(goods).toEqual([
      {
        marks: 'N/M',
        packages: '10',
        packageKind: 'CARTONS',
        description: 'BOLTS',
        hsCode: '7318.15',
        origin: 'JAPAN',
        quantity: '1,200',
        unit: 'PCS',
      },
    ]);
  });

  test('English headings and other names, in any order, width and case', () => {
    const { goods, problems } = goodsFromTable([
      ['QTY', 'ＵＮＩＴ', 'Description of Goods ', 'Shipping Marks'],
      ['5', 'SETS', 'PUMPS', 'N/M'],
    ]);
    expect(problems).toEqual([]);
    expect(goods[0]).toMatchObject({ quantity: '5', unit: 'SETS', description: 'PUMPS', marks: 'N/M' });
  });

  test('no name means two columns', () => {
    for (const column of goodsColumns) {
      for (const name of [column.ja, column.en, ...column.aliases]) {
        expect(findGoodsColumn(name)?.field, name).toBe(column.field);
      }
    }
  });

  test('titles above it are passed over and rows keep their numbers', () => {
    const { goods, fileRows } = goodsFromTable([
      ['商品明細'],
      [],
      heading,
      [],
      ['', '', '', 'BOLTS', '', '', '1', 'PCS'],
    ]);
    expect(goods).toHaveLength(1);
    expect(fileRows).toEqual([5]);
  });

  test('without one nothing is guessed', () => {
    expect(goodsFromTable([['N/M', '10', 'CARTONS', 'BOLTS', '', 'JAPAN', '5', 'PCS']])).toMatchObject({
      goods: [],
      problems: [{ rule: 'goods-file-no-heading', level: 'block' }],
    });
  });

  test('missing, doubled and unknown columns are all named at once', () => {
    const { problems } = goodsFromTable([
      ['商品名', '品名', '単価', '数量'],
      ['BOLTS', 'x', '5', '1'],
    ]);
    expect(problems).toMatchObject([
      { rule: 'goods-file-column-twice', level: 'block', row: 1, column: 'B 品名' },
      { rule: 'goods-file-unknown-column', level: 'warn', row: 1, column: 'C 単価' },
      { rule: 'goods-file-missing-column', level: 'block', row: 1 },
    ]);
    expect(problems[2]?.ja).toContain('数量単位');
  });
});

test('columns and limits are those of the content', () => {
  expect(maxTableLines).toBe(maxGoodsLines);
  expect(goodsColumns.map((column) => column.field).sort()).toEqual(Object.keys(GoodsLine.shape).sort());
  for (const { field, maxLength } of goodsColumns) {
    expect(GoodsLine.safeParse({ [field]: 'x'.repeat(maxLength) }).success, field).toBe(true);
    expect(GoodsLine.safeParse({ [field]: 'x'.repeat(maxLength + 1) }).success, field).toBe(false);
  }
});

describe('lines', () => {
  const line = (description: string): string[] => ['', '', '', description, '', '', '1', 'PCS'];

  test('blank rows within and at the end are skipped', () => {
    expect(goodsFromTable([heading, line('A'), ['', ' '], line('B'), ['']]).goods).toHaveLength(2);
  });

  test.each([['合計'], ['TOTAL'], ['Grand Total:'], ['小計']])(
    'a row %s is not taken for goods, and said so',
    (word) => {
      const { goods, problems } = goodsFromTable([heading, line('A'), ['', '', '', word, '', '', '1', 'PCS']]);
      expect(goods).toHaveLength(1);
      expect(problems).toMatchObject([{ rule: 'goods-file-total-row', level: 'warn', row: 3 }]);
    },
  );

  test('a cell that is longer than its box is named by row and column, and shown cut', () => {
    const { goods, problems } = goodsFromTable([heading, line('A'), ['', '', '', 'B', '', '', '1', 'P'.repeat(41)]]);
    expect(problems).toMatchObject([
      { rule: 'goods-file-cell-too-long', level: 'block', row: 3, column: 'H 数量単位', path: 'goods.1.unit' },
    ]);
    expect(goods[1]?.unit).toHaveLength(40);
  });

  test('a cell under no heading is not lost without a word', () => {
    const { problems } = goodsFromTable([heading, [...line('A'), 'x']]);
    expect(problems).toMatchObject([{ rule: 'goods-file-stray-cell', level: 'warn', row: 2, column: 'I' }]);
  });

  test('5,000 lines pass, one more is refused', () => {
    const rows = [heading, ...Array.from({ length: 5000 }, () => line('A'))];
    expect(goodsFromTable(rows)).toMatchObject({ problems: [], goods: { length: 5000 } });
    expect(rulesOf([...rows, line('A')])).toEqual(['goods-file-too-many-lines']);
  });

  test('a heading alone holds no goods', () => {
    expect(rulesOf([heading])).toEqual(['goods-file-no-lines']);
  });
});

test.each(['ja', 'en'] as const)('the template (%s) is a heading that we read without complaint', async (lang) => {
  const result = await readTable(tableBytes(writeTsv(goodsTemplate(lang))), 'template.tsv');
  if (!result.ok) throw new Error('the template must be readable');
  expect(rulesOf(result.rows)).toEqual(['goods-file-no-lines']);
});

test('goods exported and imported again are the same goods: TSV file, CSV file, paste', async () => {
  const unit = fc.constantFrom('A', 'b', '1', ' ', '"', "'", '=', '-', '+', '@', '\t', ',', '\n', 'é', '髙', '①');
  const cell = fc.string({ unit, maxLength: 10 }).map((text) => text.trim());
  const lines = fc.array(
    fc.record({
      marks: cell,
      description: cell.map((text) => `B${text}`.trim()),
      quantity: fc.constant('1'),
      unit: cell,
    }),
    { minLength: 1, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(lines, fc.constantFrom('ja' as const, 'en' as const), async (drawn, lang) => {
      const goods = drawn.map((line) => GoodsLine.parse(line));
      const rows = goodsToTable(goods, lang);
      const tsv = await readTable(tableBytes(writeTsv(rows)), 'x.tsv');
      const csv = await readTable(tableBytes(writeCsv(rows)), 'x.csv');
      for (const read of [tsv.ok ? tsv.rows : [], csv.ok ? csv.rows : [], parsePasted(writeTsv(rows))]) {
        expect(goodsFromTable(read)).toMatchObject({ goods, problems: [] });
      }
    }),
    { numRuns: 100 },
  );
});
