import { expect, test } from 'vitest';
import { checkGoodsFile } from './check-goods-file.ts';

const bytes = (...rows: string[]): Uint8Array => new TextEncoder().encode(rows.join('\r\n'));
const heading = '商品名\t数量\t数量単位\t梱包数\t梱包種類';

test('a good file has nothing to say', async () => {
  expect(await checkGoodsFile(bytes(heading, 'BALL BEARINGS\t1,200\tPCS\t10\tCARTONS', ''), 'goods.tsv')).toMatchObject(
    {
      rows: 1,
      goods: [{ description: 'BALL BEARINGS', quantity: '1,200' }],
      findings: [],
    },
  );
});

test('every finding names the row and column of the file, in the order of the rows', async () => {
  const { rows, findings } = await checkGoodsFile(
    bytes('明細', heading, 'BALL BEARINGS\t0\tLOT\t10\tCARTONS', '', 'Freight Charge\t1\tPCS\t1\tCARTON'),
    'goods.tsv',
  );
  expect(rows).toBe(2);
  expect(findings).toMatchObject([
    { rule: 'quantity-number', level: 'block', row: 3, column: 'B 数量' },
    { rule: 'unit-is-no-packing', level: 'block', row: 3, column: 'C 数量単位' },
    { rule: 'description-is-goods', level: 'block', row: 5, column: 'A 商品名' },
  ]);
});

test('a missing column is said once, not on every line', async () => {
  const { findings } = await checkGoodsFile(bytes('商品名\t数量', 'BOLTS\t1', 'NUTS\t2'), 'goods.tsv');
  expect(findings).toMatchObject([{ rule: 'goods-file-missing-column', row: 1 }]);
});

test('what the file itself has wrong comes as findings that block', async () => {
  const { rows, findings } = await checkGoodsFile(bytes(heading, 'BO\u202ELTS\t1\tPCS\t1\tCASE'), 'goods.tsv');
  expect(rows).toBe(0);
  expect(findings).toMatchObject([{ rule: 'table-character', level: 'block', place: 'goods', row: 2, column: 'A' }]);
});

test('a description of 2,000 characters passes, of 2,001 does not', async () => {
  const file = (length: number): Uint8Array =>
    bytes(heading, `${'BOLT '.repeat(400).slice(0, length - 1)}S\t1\tPCS\t1\tCASE`);
  expect((await checkGoodsFile(file(2000), 'g.tsv')).findings).toEqual([]);
  const long = bytes(heading, `${'BOLTS '.repeat(400)}\t1\tPCS\t1\tCASE`);
  expect((await checkGoodsFile(long, 'g.tsv')).findings).toMatchObject([{ rule: 'table-cell-too-long', row: 2 }]);
});
