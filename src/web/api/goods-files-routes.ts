// Files of goods without an application: an empty one to fill in, and one to be checked.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { goodsTemplate } from '../../applications/forms/origin/goods-file.ts';
import { checkGoods } from '../../applications/import-goods.ts';
import { tableBytes, writeCsv } from '../../lib/table-write.ts';
import { ctxOf, type Env } from '../request.ts';
import { file, json, onceHeaders, refusals } from './answers.ts';
import { Finding, findingShown } from './application-schemas.ts';
import { exampleTsv } from './example-content.ts';
import { example } from './examples.ts';
import { tableLang } from './goods-routes.ts';
import { GoodsLine } from './origin-schema.ts';
import { FilePart, formBody, uploadOf } from './uploads.ts';

const tags = ['Goods'];

const template = createRoute({
  ...{ method: 'get', path: '/goods-template', operationId: 'goodsTemplate', tags },
  summary: 'An empty table of goods: its headings',
  ...example({ order: 60, as: 'user', query: { lang: 'ja' }, status: 200 }),
  request: { query: tableLang },
  responses: { 200: file('CSV, UTF-8 with a byte order mark', 'text/csv'), ...refusals(422) },
});

const check = createRoute({
  ...{ method: 'post', path: '/check-goods', operationId: 'checkGoods', tags },
  summary: 'Check a file of goods by itself: nothing is saved',
  description: 'TSV, CSV or XLSX, up to 5 MB. A file that cannot be read is answered with 200 too: `findings` say why.',
  ...example({ order: 70, as: 'user', body: { multipart: { file: exampleTsv } }, status: 200 }),
  request: { headers: onceHeaders, body: formBody(z.object({ file: FilePart })) },
  responses: {
    200: json(
      'What was read',
      z.object({
        rows: z.number().int().openapi({ description: 'How many lines of goods were read.' }),
        goods: z.array(GoodsLine),
        findings: z.array(Finding).openapi({ description: '`row` is the row of the file.' }),
      }),
    ),
    ...refusals(413, 422),
  },
});

export function addGoodsFileRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(template, (c) => {
    ctxOf(c);
    const table = tableBytes(writeCsv(goodsTemplate(c.req.valid('query').lang)));
    return c.body(new Uint8Array(table), 200, { 'content-type': 'text/csv; charset=utf-8' });
  });
  api.openapi(check, async (c) => {
    const file = await uploadOf(c.req.valid('form').file);
    const { rows, goods, findings } = await checkGoods(ctxOf(c), 'origin', file);
    return c.json({ rows, goods, findings: findings.map(findingShown) }, 200);
  });
}
