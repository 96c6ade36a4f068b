// The sheets as they will be, marked SPECIMEN.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { previewPdf, previewSheet } from '../../applications/preview.ts';
import { drawSvg } from '../../paper/draw-svg.ts';
import { ctxOf, type Env } from '../request.ts';
import { file, ofApplication, refusals } from './answers.ts';
import { started } from './applications-routes.ts';
import { pageOf } from './evidence-routes.ts';
import { example } from './examples.ts';

const tags = ['Preview'];

/** How many sheets there are to ask for. */
export const sheetCount = {
  'Sheet-Count': { description: 'How many sheets it takes.', schema: { type: 'integer' as const }, required: true },
};
export const svgHeaders = (sheets: number) => ({
  ...{ 'content-type': 'image/svg+xml; charset=utf-8', 'sheet-count': String(sheets) },
});

const pdf = createRoute({
  ...{ method: 'get', path: '/applications/{id}/preview.pdf', operationId: 'previewPdf', tags },
  summary: 'All sheets as a PDF, from what is saved',
  ...example({ order: 310, as: 'user', path: { id: started }, status: 200 }),
  request: { params: ofApplication },
  responses: { 200: file('A4, marked SPECIMEN', 'application/pdf'), ...refusals(403, 404) },
});

const sheet = createRoute({
  ...{ method: 'get', path: '/applications/{id}/preview/sheets/{sheet}', operationId: 'previewSheet', tags },
  summary: 'One sheet as a picture',
  ...example({ order: 320, as: 'user', path: { id: started, sheet: '1' }, status: 200 }),
  request: { params: ofApplication.extend({ sheet: z.string().openapi({ description: 'From 1.' }) }) },
  responses: { 200: { ...file('A4, marked SPECIMEN', 'image/svg+xml'), headers: sheetCount }, ...refusals(403, 404) },
});

export function addPreviewRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(pdf, async (c) => {
    const bytes = await previewPdf(ctxOf(c), c.req.valid('param').id);
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/pdf' });
  });
  api.openapi(sheet, async (c) => {
    const { id, sheet: asked } = c.req.valid('param');
    const drawn = await previewSheet(ctxOf(c), { applicationId: id, sheet: pageOf(asked) });
    const svg = drawSvg(drawn.page, { label: `SPECIMEN ${asked}/${drawn.sheets}` });
    return c.body(svg, 200, svgHeaders(drawn.sheets));
  });
}
