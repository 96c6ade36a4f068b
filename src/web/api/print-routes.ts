// 証明書印刷 by a program: what may be printed, the papers and the statement, who fetched them.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { versions } from '../../certificates/papers-store.ts';
import { downloadPaper, listPrintable, printablePageSize, readPrint } from '../../certificates/print.ts';
import { usageStatement } from '../../certificates/usage-statement.ts';
import { attachment } from '../attachment.ts';
import { ctxOf, type Env } from '../request.ts';
import { file, json, ofApplication, pageNumberOf, refusals } from './answers.ts';
import { issued } from './applications-routes.ts';
import { example } from './examples.ts';
import { Print, Printable, printableShown, printShown } from './print-schema.ts';

const tags = ['Printing'];

const printable = createRoute({
  ...{ method: 'get', path: '/printable', operationId: 'listPrintable', tags },
  summary: 'The certificates of this signatory that may be printed today, the one that ends first on top',
  ...example({ order: 635, as: 'user', status: 200 }),
  request: { query: z.object({ page: pageNumberOf(printablePageSize) }) },
  responses: {
    200: json('`total` counts all', z.object({ certificates: z.array(Printable), total: z.number().int() })),
    ...refusals(403, 422),
  },
});

const state = createRoute({
  ...{ method: 'get', path: '/applications/{id}/print', operationId: 'getPrint', tags },
  summary: 'The print window of a certificate, and who fetched what',
  ...example({ order: 665, as: 'user', path: { id: issued }, status: 200 }),
  request: { params: ofApplication },
  responses: { 200: json('From certification on', Print), ...refusals(403, 404) },
});

const paper = createRoute({
  ...{ method: 'get', path: '/applications/{id}/papers/{version}', operationId: 'downloadPaper', tags },
  summary: 'The issued certificate, signed by the chamber, within its print window',
  description:
    'Always the same bytes. Each download is written down. Print it on A4, plain white, in colour, at 100 %.',
  ...example(
    { order: 640, as: 'user', path: { id: issued, version: 'ORIGINAL' }, status: 200 },
    { name: 'downloadCopy', order: 645, as: 'user', path: { id: issued, version: 'COPY' }, status: 200 },
  ),
  request: {
    params: ofApplication.extend({
      version: z.enum(versions).openapi({ description: 'Two files: a COPY is not a copy of the ORIGINAL’s file.' }),
    }),
  },
  responses: { 200: file('`<certificate number>-<version>.pdf`', 'application/pdf'), ...refusals(403, 404, 409, 422) },
});

const statement = createRoute({
  ...{ method: 'get', path: '/applications/{id}/statement', operationId: 'downloadStatement', tags },
  summary: 'ご利用明細 (qualified invoice) of a paid application',
  ...example({ order: 650, as: 'user', path: { id: issued }, status: 200 }),
  request: { params: ofApplication },
  responses: { 200: file('A4, Japanese with English captions', 'application/pdf'), ...refusals(403, 404, 409) },
});

export function addPrintRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(printable, async (c) => {
    const { rows, total } = await listPrintable(ctxOf(c), c.req.valid('query').page);
    return c.json({ certificates: rows.map(printableShown), total }, 200);
  });
  api.openapi(state, async (c) => c.json(printShown(await readPrint(ctxOf(c), c.req.valid('param').id)), 200));
  api.openapi(paper, async (c) => {
    const { id, version } = c.req.valid('param');
    const found = await downloadPaper(ctxOf(c), { applicationId: id, version });
    return attachment(c, { ...found, mediaType: 'application/pdf', extension: '.pdf' });
  });
  api.openapi(statement, async (c) => {
    const found = await usageStatement(ctxOf(c), c.req.valid('param').id);
    return attachment(c, { ...found, mediaType: 'application/pdf', extension: '.pdf' });
  });
}
