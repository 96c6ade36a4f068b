import { expect, test } from 'vitest';
import { sumPackages, sumQuantities } from '../../../applications/forms/goods-sums.ts';
import { emptyLine, sumsAsLines } from './goods-page.ts';
import { isTable, layOver, readPaste } from './goods-paste.ts';

test('cells go to the right of where the paste began, and are text as they were copied', () => {
  const { lines, headed } = readPaste(
    '3/4" BOLT\t0101.20\t\t1,200\tPCS\r\n"say ""A""\tB\nC"\t\t\t5\tKGS\r\n',
    'description',
  );
  expect(headed).toBe(false);
  expect(lines).toEqual([
    { description: '3/4" BOLT', hsCode: '0101.20', origin: '', quantity: '1,200', unit: 'PCS' },
    { description: 'say "A"\tB\nC', hsCode: '', origin: '', quantity: '5', unit: 'KGS' },
  ]);
});

test('a heading row says which column is which, in any order, and what has no column stays as it is', () => {
  const { lines, headed, notes } = readPaste('Qty\t品名\tPrice\n5\tSteel bolt\t100\n', 'marks');
  expect(headed).toBe(true);
  expect(lines).toEqual([{ description: 'Steel bolt', quantity: '5' }]);
  expect(notes.map(({ ja }) => ja)).toEqual([expect.stringContaining('「Price」の列は読みません')]);
  expect(layOver([{ ...emptyLine(), unit: 'PCS' }], 0, lines).rows[0]).toMatchObject({ quantity: '5', unit: 'PCS' });
});

test('what is too wide is said, not lost without a word', () => {
  expect(readPaste('5\tPCS\tmore\teven more\n', 'quantity').notes).toEqual([
    expect.objectContaining({ ja: expect.stringContaining('右の2列') }),
  ]);
});

test('what goes beyond the page of fifty is handed back to be inserted behind it', () => {
  const pasted = Array.from({ length: 60 }, (_, index) => ({ description: `Bolt ${index}` }));
  const { rows, beyond } = layOver([emptyLine(), emptyLine()], 1, pasted);
  expect([rows.length, rows[1]?.description, rows[49]?.description]).toEqual([50, 'Bolt 0', 'Bolt 48']);
  expect([beyond.length, beyond[0]?.description, beyond[0]?.unit]).toEqual([11, 'Bolt 49', '']);
});

test('a word, or several lines of prose, are no table; one column of a spreadsheet is', () => {
  expect([isTable('Steel bolt\r\n', true), isTable('two\nlines', false)]).toEqual([false, false]);
  expect([isTable('two\nlines', true), isTable('a\tb', false)]).toEqual([true, true]);
});

test('the few lines that stand for the other pages give the same totals as those pages themselves', () => {
  const kinds = ['CARTON', 'CARTONS', 'carton', 'PALLETS', ''];
  const units = ['PCS', 'KGS', 'pieces', ''];
  for (let seed = 0; seed < 300; seed += 1) {
    const pick = <T>(from: readonly T[], n: number): T =>
      from[(seed * 7919 + n * 104729 + ((seed * n) % 13)) % from.length] as T;
    const goods = Array.from({ length: 2 + (seed % 7) }, (_, n) => ({
      ...emptyLine(),
      ...{ packages: pick(['1', '2', '1,200', ''], n), packageKind: pick(kinds, n + 1) },
      ...{ quantity: pick(['1', '0.10', '1,200.5', 'x'], n + 2), unit: pick(units, n + 3) },
    }));
    const [cut, end] = [seed % 3, 1 + (seed % 5)];
    const page = goods.slice(cut, cut + end);
    const shown = [...sumsAsLines(goods.slice(0, cut)), ...page, ...sumsAsLines(goods.slice(cut + end))];
    expect([sumPackages(shown), sumQuantities(shown)], JSON.stringify(goods)).toEqual([
      sumPackages(goods),
      sumQuantities(goods),
    ]);
  }
});
