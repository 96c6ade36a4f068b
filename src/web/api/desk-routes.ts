// What the chamber looks at by a program: the queue, a case, its documents.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { countDesk } from '../../applications/count-desk.ts';
import { getDeskEvidenceFile, getDeskEvidencePicture, getDeskSignature } from '../../applications/desk-evidence.ts';
import { deskSheet } from '../../applications/desk-preview.ts';
import { nextToCertify } from '../../applications/next-to-certify.ts';
import { listDesk } from '../../applications/read-desk.ts';
import { readDeskDetails } from '../../applications/read-desk-details.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { drawSvg } from '../../paper/draw-svg.ts';
import { attachment } from '../attachment.ts';
import { ctxOf, type Env } from '../request.ts';
import { file, json, ofApplication, pageNumber, refusals } from './answers.ts';
import { statusesOf, statusFilter } from './application-schemas.ts';
import { started } from './applications-routes.ts';
import { DeskCase, deskCaseShown, QueueRow, queueRowShown } from './desk-schemas.ts';
import { ofEvidence, ofEvidencePage, pageOf } from './evidence-routes.ts';
import { example } from './examples.ts';
import { sheetCount, svgHeaders } from './preview-routes.ts';

const tags = ['Desk'];
const invoice = { id: started, evidenceId: { from: 'attachEvidence', at: 'evidenceId' } };

const list = createRoute({
  ...{ method: 'get', path: '/desk/applications', operationId: 'listDesk', tags },
  summary: 'The queue, oldest submission first',
  ...example({ order: 500, as: 'examiner', query: { status: 'submitted' }, status: 200 }),
  request: {
    query: z.object({
      status: statusFilter.openapi({ description: 'Left out: `submitted`, what waits for examination.' }),
      mine: z
        .enum(['true', 'false'])
        .default('false')
        .openapi({ description: '`true`: only what this ID holds for examination.' }),
      page: pageNumber,
    }),
  },
  responses: {
    200: json(
      '50 a page; `total` counts all that match',
      z.object({ applications: z.array(QueueRow), total: z.number().int() }),
    ),
    ...refusals(403, 422),
  },
});

const counts = createRoute({
  ...{ method: 'get', path: '/desk/counts', operationId: 'countDesk', tags, summary: 'How many wait for what' },
  ...example({ order: 505, as: 'examiner', status: 200 }),
  responses: {
    200: json(
      'Now',
      z.object({
        submitted: z.number().int().openapi({ description: 'Waiting for examination, held or not.' }),
        unclaimed: z.number().int().openapi({ description: 'Of these, nobody’s yet.' }),
        mine: z.number().int().openapi({ description: 'Of these, held by this ID.' }),
        approved: z.number().int(),
        certified: z.number().int(),
        held: z.number().int().openapi({ description: 'Paid, and not issued: somebody has to look.' }),
        stopped: z.number().int().openapi({ description: 'Certified, and stopped by a sanction until staff decide.' }),
        questions: z.number().int().openapi({ description: 'As `listSanctionQuestions` lists them; 50 at most.' }),
      }),
    ),
    ...refusals(403),
  },
});

const toCertify = createRoute({
  ...{ method: 'get', path: '/desk/next-to-certify', operationId: 'nextToCertify', tags },
  summary: 'The oldest examined application that this ID may certify',
  ...example({ order: 595, as: 'certifier', status: 200 }),
  responses: {
    200: json('`null`: none waits', z.object({ applicationId: z.uuid().nullable() })),
    ...refusals(403),
  },
});

const get = createRoute({
  ...{ method: 'get', path: '/desk/applications/{id}', operationId: 'getDeskCase', tags },
  summary: 'One case, with everything that belongs to it',
  ...example({ order: 510, as: 'examiner', path: { id: started }, status: 200 }),
  request: { params: ofApplication },
  responses: { 200: json('The newest submission', DeskCase), ...refusals(403, 404) },
});

const pdf = createRoute({
  ...{ method: 'get', path: '/desk/applications/{id}/evidence/{evidenceId}/file', tags },
  ...{ operationId: 'getDeskEvidenceFile', summary: 'The PDF that the firm attached' },
  ...example({ order: 512, as: 'examiner', path: invoice, status: 200 }),
  request: { params: ofEvidence },
  responses: { 200: file('As it was sent', 'application/pdf'), ...refusals(403, 404) },
});

const page = createRoute({
  ...{ method: 'get', path: '/desk/applications/{id}/evidence/{evidenceId}/pages/{page}', tags },
  ...{ operationId: 'getDeskEvidencePage', summary: 'The picture of one page of it' },
  ...example({ order: 514, as: 'examiner', path: { ...invoice, page: '1' }, status: 200 }),
  request: { params: ofEvidencePage },
  responses: { 200: file('The page', 'image/png'), ...refusals(403, 404) },
});

const signature = createRoute({
  ...{ method: 'get', path: '/desk/applications/{id}/signatures/{signatoryId}', tags },
  ...{ operationId: 'getDeskSignature', summary: 'A registered signature of the firm, to compare with the invoice’s' },
  ...example({
    ...{ order: 516, as: 'examiner', status: 200 },
    path: { id: started, signatoryId: { from: 'getDeskCase', at: 'signatories.0.signatoryId' } },
  }),
  request: { params: ofApplication.extend({ signatoryId: z.string() }) },
  responses: { 200: file('The signature', 'image/png'), ...refusals(403, 404) },
});

const sheet = createRoute({
  ...{ method: 'get', path: '/desk/applications/{id}/preview/sheets/{sheet}', operationId: 'deskSheet', tags },
  summary: 'One sheet of the newest submission as a picture',
  ...example({ order: 518, as: 'examiner', path: { id: started, sheet: '1' }, status: 200 }),
  request: { params: ofApplication.extend({ sheet: z.string().openapi({ description: 'From 1.' }) }) },
  responses: { 200: { ...file('A4, marked SPECIMEN', 'image/svg+xml'), headers: sheetCount }, ...refusals(403, 404) },
});

export function addDeskRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(list, async (c) => {
    const { status, mine, page: asked } = c.req.valid('query');
    const filter = { statuses: statusesOf(status) ?? ['submitted' as const], mine: mine === 'true' };
    const found = await listDesk(ctxOf(c), filter, asked);
    return c.json({ applications: found.rows.map(queueRowShown), total: found.total }, 200);
  });
  api.openapi(counts, async (c) => c.json(await countDesk(ctxOf(c)), 200));
  api.openapi(toCertify, async (c) => c.json({ applicationId: (await nextToCertify(ctxOf(c))) ?? null }, 200));
  api.openapi(get, async (c) => {
    const ctx = ctxOf(c);
    return c.json(deskCaseShown(await readDeskDetails(ctx, c.req.valid('param').id), dayInJapan(ctx.now)), 200);
  });
  api.openapi(pdf, async (c) => {
    const { id, evidenceId } = c.req.valid('param');
    const { evidence, bytes } = await getDeskEvidenceFile(ctxOf(c), { applicationId: id, evidenceId });
    return attachment(c, { bytes, mediaType: 'application/pdf', fileName: evidence.fileName, extension: '.pdf' });
  });
  api.openapi(page, async (c) => {
    const { id, evidenceId, page: asked } = c.req.valid('param');
    const png = await getDeskEvidencePicture(ctxOf(c), { applicationId: id, evidenceId, page: pageOf(asked) });
    return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png' });
  });
  api.openapi(signature, async (c) => {
    const { id, signatoryId } = c.req.valid('param');
    const png = await getDeskSignature(ctxOf(c), { applicationId: id, signatoryId });
    return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png' });
  });
  api.openapi(sheet, async (c) => {
    const { id, sheet: asked } = c.req.valid('param');
    const drawn = await deskSheet(ctxOf(c), { applicationId: id, sheet: pageOf(asked) });
    const svg = drawSvg(drawn.page, { label: `SPECIMEN ${asked}/${drawn.sheets}` });
    return c.body(svg, 200, svgHeaders(drawn.sheets));
  });
}
