// Boxes 7 and 8 by a program: all lines at once as JSON, or a file that is read first and taken over at a word.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { originKinds } from '../../applications/forms/forms.ts';
import { maxGoodsLines, type OriginContent } from '../../applications/forms/origin/content.ts';
import { goodsToTable } from '../../applications/forms/origin/goods-file.ts';
import type { GoodsUpload as UploadRow } from '../../applications/goods-upload-store.ts';
import {
  confirmGoods,
  dropGoodsUpload,
  isReadable,
  readGoodsUpload,
  uploadGoods,
} from '../../applications/import-goods.ts';
import { readOfKind } from '../../applications/read.ts';
import { saveGoods } from '../../applications/save.ts';
import { Refusal } from '../../lib/refusal.ts';
import { tableBytes, writeTsv } from '../../lib/table-write.ts';
import { ctxOf, type Env } from '../request.ts';
import {
  etagHeader,
  file,
  instant,
  json,
  maybeVersionedHeaders,
  ofApplication,
  onceHeaders,
  refusals,
  versionedHeaders,
} from './answers.ts';
import { Finding, findingShown, Saved, savedShown } from './application-schemas.ts';
import { copied, started } from './applications-routes.ts';
import { exampleGoods, exampleTsv } from './example-content.ts';
import { example } from './examples.ts';
import { GoodsLine, GoodsLines } from './origin-schema.ts';
import { etagOf, ifMatchOf } from './preconditions.ts';
import { FilePart, formBody, uploadOf } from './uploads.ts';

const tags = ['Goods'];
export const tableLang = z.object({
  lang: z.enum(['ja', 'en']).default('ja').openapi({ description: 'Language of the headings.' }),
});

const GoodsUpload = z
  .object({
    fileName: z.string(),
    readAt: instant('When the file was read.'),
    readable: z.boolean().openapi({
      description:
        'The file could be read whole and may be taken over; what its lines say may still have to be mended.',
    }),
    goods: z.array(GoodsLine),
    findings: z.array(Finding).openapi({ description: '`row` is the row of the file.' }),
  })
  .openapi('GoodsUpload');

const uploadShown = (upload: UploadRow<OriginContent>): z.infer<typeof GoodsUpload> => ({
  ...{ fileName: upload.fileName, readAt: upload.at.toISOString(), readable: isReadable(upload) },
  ...{ goods: upload.goods, findings: upload.findings.map(findingShown) },
});

const replace = createRoute({
  ...{ method: 'put', path: '/applications/{id}/goods', operationId: 'replaceGoods', tags },
  summary: 'Replace all lines of goods',
  description: 'Up to 5,000 lines and 5 MB. What is wrong by the rules of the trade is saved all the same.',
  ...example(
    {
      ...{ order: 150, as: 'user', path: { id: started }, body: { json: { goods: exampleGoods } }, status: 200 },
      headers: { 'If-Match': { from: 'getApplication', header: 'etag' } },
    },
    {
      ...{ name: 'replaceCopied', order: 815, as: 'user', path: { id: copied }, status: 200 },
      ...{ body: { json: { goods: exampleGoods } }, headers: { 'If-Match': { from: 'saveCopy', header: 'etag' } } },
    },
  ),
  request: {
    ...{ params: ofApplication, headers: versionedHeaders },
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ goods: GoodsLines }).openapi('Goods') } },
    },
  },
  responses: { 200: { ...json('Saved', Saved), headers: etagHeader }, ...refusals(403, 404, 409, 413, 422) },
});

const download = createRoute({
  ...{ method: 'get', path: '/applications/{id}/goods.tsv', operationId: 'downloadGoods', tags },
  summary: 'The saved lines as a table, under the headings of the template',
  ...example({ order: 215, as: 'user', path: { id: started }, query: { lang: 'en' }, status: 200 }),
  request: { params: ofApplication, query: tableLang },
  responses: { 200: file('UTF-8 with a byte order mark', 'text/tab-separated-values'), ...refusals(403, 404, 422) },
});

const upload = createRoute({
  ...{ method: 'post', path: '/applications/{id}/goods/upload', operationId: 'uploadGoods', tags },
  summary: 'Read a file of goods',
  description:
    'TSV, CSV or XLSX, up to 5 MB. Nothing of it is in the application until `confirmGoods`; another file takes its place. ' +
    'A file that cannot be read is answered with 200 too: `readable` is false and `findings` say why.',
  ...example({
    ...{ order: 160, as: 'user', path: { id: started }, body: { multipart: { file: exampleTsv } }, status: 200 },
  }),
  request: {
    ...{ params: ofApplication, headers: onceHeaders },
    body: formBody(z.object({ file: FilePart })),
  },
  responses: { 200: json('What was read', GoodsUpload), ...refusals(403, 404, 409, 413, 422) },
});

const waiting = createRoute({
  ...{ method: 'get', path: '/applications/{id}/goods/upload', operationId: 'getGoodsUpload', tags },
  summary: 'The file that waits for a word',
  ...example({ order: 170, as: 'user', path: { id: started }, status: 200 }),
  request: { params: ofApplication },
  responses: { 200: json('What was read', GoodsUpload), ...refusals(403, 404) },
});

const confirm = createRoute({
  ...{ method: 'post', path: '/applications/{id}/goods/upload/confirm', operationId: 'confirmGoods', tags },
  summary: 'Take the waiting lines over',
  ...example({
    ...{ order: 180, as: 'user', path: { id: started }, body: { json: { mode: 'append' } }, status: 200 },
    headers: { 'If-Match': { from: 'replaceGoods', header: 'etag' } },
  }),
  request: {
    ...{ params: ofApplication, headers: maybeVersionedHeaders },
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            mode: z
              .enum(['replace', 'append'])
              .openapi({ description: 'Instead of the lines that are there, or behind them.' }),
          }),
        },
      },
    },
  },
  responses: { 200: { ...json('Saved', Saved), headers: etagHeader }, ...refusals(403, 404, 409, 422) },
});

const drop = createRoute({
  ...{ method: 'delete', path: '/applications/{id}/goods/upload', operationId: 'dropGoodsUpload', tags },
  summary: 'Drop the waiting file; the application stays as it is',
  ...example({ order: 190, as: 'user', path: { id: started }, status: 204 }),
  request: { params: ofApplication, headers: onceHeaders },
  responses: { 204: { description: 'None waits any more' }, ...refusals(403, 404) },
});

export function addGoodsRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(replace, async (c) => {
    const of = { applicationId: c.req.valid('param').id, ...ifMatchOf(c, 'required') };
    const { goods } = c.req.valid('json');
    const saved = await saveGoods(ctxOf(c), { kinds: originKinds, ...of, from: 0, count: maxGoodsLines, goods });
    c.header('etag', etagOf(saved.version));
    return c.json(savedShown(saved), 200);
  });
  api.openapi(download, async (c) => {
    const { application } = await readOfKind(ctxOf(c), originKinds, c.req.valid('param').id);
    const table = tableBytes(writeTsv(goodsToTable(application.content.goods, c.req.valid('query').lang)));
    return c.body(new Uint8Array(table), 200, { 'content-type': 'text/tab-separated-values; charset=utf-8' });
  });
  api.openapi(upload, async (c) => {
    const applicationId = c.req.valid('param').id;
    const read = await uploadGoods(ctxOf(c), {
      kinds: originKinds,
      applicationId,
      ...(await uploadOf(c.req.valid('form').file)),
    });
    return c.json(uploadShown(read), 200);
  });
  api.openapi(waiting, async (c) => {
    const found = await readGoodsUpload(ctxOf(c), originKinds, c.req.valid('param').id);
    if (!found) throw new Refusal('not_found');
    return c.json(uploadShown(found), 200);
  });
  api.openapi(confirm, async (c) => {
    const of = { applicationId: c.req.valid('param').id, ...ifMatchOf(c, 'optional') };
    const saved = await confirmGoods(ctxOf(c), { ...of, mode: c.req.valid('json').mode });
    c.header('etag', etagOf(saved.version));
    return c.json(savedShown(saved), 200);
  });
  api.openapi(drop, async (c) => {
    await dropGoodsUpload(ctxOf(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
}
