// Goods on the way out: an empty table to fill in, and what is saved as a table.

import { utils, type WorkSheet, write } from '@e965/xlsx';
import { Hono } from 'hono';
import { originKinds } from '../../../applications/forms/forms.ts';
import { goodsTemplate, goodsToTable } from '../../../applications/forms/origin/goods-file.ts';
import { readOfKind } from '../../../applications/read.ts';
import { tableBytes, writeCsv, writeTsv } from '../../../lib/table-write.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';

export const goodsFileScreens = new Hono<Env>();

goodsFileScreens.get(paths.goodsTemplate('xlsx'), (c) =>
  download(c, 'goods-template.xlsx', xlsxType, templateWorkbook(goodsTemplate(c.var.lang))),
);

goodsFileScreens.get(paths.goodsTemplate('csv'), (c) =>
  download(c, 'goods-template.csv', 'text/csv; charset=utf-8', tableBytes(writeCsv(goodsTemplate(c.var.lang)))),
);

goodsFileScreens.get(paths.goodsExport(':id'), async (c) => {
  const { application } = await readOfKind(ctxOf(c), originKinds, c.req.param('id'));
  const table = tableBytes(writeTsv(goodsToTable(application.content.goods, c.var.lang)));
  return download(c, 'goods.tsv', 'text/tab-separated-values; charset=utf-8', table);
});

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** So many rows below the heading are made ready; below them a spreadsheet guesses again what a cell is. */
const textRows = 500;

/** Every cell is "Text" before anybody types, so that 0101.21 keeps its zeros and 1-2 does not become a date. */
function templateWorkbook(rows: readonly (readonly string[])[]): Uint8Array {
  const width = rows[0]?.length ?? 0;
  const sheet: WorkSheet = { '!cols': Array.from({ length: width }, () => ({ wch: 18 })) };
  for (let row = 0; row < rows.length + textRows; row += 1)
    for (let column = 0; column < width; column += 1)
      sheet[utils.encode_cell({ r: row, c: column })] = { t: 's', v: rows[row]?.[column] ?? '', z: '@' };
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length + textRows - 1, c: width - 1 } });
  return write(
    { SheetNames: ['Goods'], Sheets: { Goods: sheet } },
    { type: 'buffer', bookType: 'xlsx', compression: true },
  );
}

function download(c: Req, name: string, type: string, bytes: Uint8Array): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  });
}
