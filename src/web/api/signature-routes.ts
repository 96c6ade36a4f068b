// The signature of a signatory in a procedure's form, by a program: out of a scan, cropped, drawn, looked at.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  cropSignature,
  putDrawnSignature,
  putScannedSignature,
  removeSignature,
} from '../../registrations/procedures/put-signature.ts';
import { getSignaturePictureOf, type SignaturePicture } from '../../registrations/procedures/signature-pictures.ts';
import type { Env, Req } from '../request.ts';
import { file, onceHeaders, refusals } from './answers.ts';
import { pageOf } from './evidence-routes.ts';
import { exampleSignedSheet } from './example-content.ts';
import { example } from './examples.ts';
import { begun, formCtx, ofProcedure } from './procedure-routes.ts';
import { FilePart, formBody, uploadOf } from './uploads.ts';

const tags = ['Administrator'];
const as = 'administrator';
const path = '/firm/procedures/{id}/signatories/{key}/signature' as const;
const ofRow = ofProcedure.extend({ key: z.string().openapi({ description: 'Of the row in the form.' }) });
const row = { ...begun, key: { from: 'getProcedureAtFirst', at: 'form.signatories.0.key' } };
const taken = { 204: { description: 'It stands in the form' } };

const scan = createRoute({
  ...{ method: 'put', path, operationId: 'putScannedSignature', tags },
  summary: 'Find the signature in a scan of the signed specimen sheet (署名届)',
  description:
    'PDF, JPEG or PNG, the whole body up to 12 MB, 5 pages. 422 `invalid` says why no signature was found that prints well; ' +
    'the signature then stays as it was, and the scan is kept for `cropSignature`.',
  ...example({
    ...{ order: 965.1, as, path: row, status: 204 },
    body: { multipart: { file: exampleSignedSheet } },
  }),
  request: { params: ofRow, headers: onceHeaders, body: formBody(z.object({ file: FilePart })) },
  responses: { ...taken, ...refusals(403, 404, 409, 413, 422, 429) },
});

const share = (description: string) => z.number().min(0).max(1).openapi({ description });

const crop = createRoute({
  ...{ method: 'post', path: `${path}/crop`, operationId: 'cropSignature', tags },
  summary: 'Take the signature out of the scan that is kept once more: elsewhere, or turned',
  ...example({
    ...{ order: 965.2, as, path: row, status: 204 },
    body: { json: { page: 1, turn: 0, box: { x: 0.27, y: 0.37, width: 0.48, height: 0.12 } } },
  }),
  request: {
    ...{ params: ofRow, headers: onceHeaders },
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            page: z.number().int().min(1).openapi({ description: 'Of the scan, from 1.' }),
            turn: z.literal([0, 90, 180, 270]).openapi({ description: 'Degrees to the right.' }),
            box: z
              .strictObject({
                ...{ x: share('Of the page’s width, from the left.'), y: share('Of its height, from the top.') },
                ...{ width: share('Of its width.'), height: share('Of its height.') },
              })
              .optional()
              .openapi({ description: 'Left out: the frame on that page.' }),
          }),
        },
      },
    },
  },
  responses: { ...taken, ...refusals(403, 404, 409, 422, 429) },
});

const Point = z.strictObject({
  x: z.number().openapi({ description: 'Millimetres from the left, 0 to 120.' }),
  y: z.number().openapi({ description: 'Millimetres from the top, 0 to 40.' }),
  t: z.number().openapi({ description: 'Milliseconds since the first touch.' }),
});

const draw = createRoute({
  ...{ method: 'put', path: `${path}/strokes`, operationId: 'putDrawnSignature', tags },
  summary: 'A signature drawn on a screen, stroke by stroke',
  ...example({
    ...{ order: 965.6, as, path: row, status: 204 },
    body: {
      json: { strokes: [[5, 30, 20, 0].map((y, i) => ({ x: 20 + i * 20, y, t: i * 50 })), [{ x: 90, y: 5, t: 400 }]] },
    },
  }),
  request: {
    ...{ params: ofRow, headers: onceHeaders },
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ strokes: z.array(z.array(Point)) }) } },
    },
  },
  responses: { ...taken, ...refusals(403, 404, 409, 413, 422) },
});

const remove = createRoute({
  ...{ method: 'delete', path, operationId: 'removeSignature', tags },
  summary: 'Take back what was put in this procedure',
  description: 'A registered signatory has the registered signature again.',
  ...example({ order: 965.7, as, path: row, status: 204 }),
  request: { params: ofRow, headers: onceHeaders },
  responses: { 204: { description: 'It is as it was before' }, ...refusals(403, 404, 409) },
});

const after = createRoute({
  ...{ method: 'get', path, operationId: 'getFormSignature', tags },
  summary: 'The signature as it will be printed',
  ...example({ order: 965.3, as, path: row, status: 200 }),
  request: { params: ofRow },
  responses: { 200: file('Black on nothing', 'image/png'), ...refusals(403, 404) },
});

const before = createRoute({
  ...{ method: 'get', path: `${path}/before`, operationId: 'getScannedSignature', tags },
  summary: 'The same place as it was scanned',
  ...example({ order: 965.4, as, path: row, status: 200 }),
  request: { params: ofRow },
  responses: { 200: file('Put straight', 'image/png'), ...refusals(403, 404) },
});

const scanPage = createRoute({
  ...{ method: 'get', path: `${path}/pages/{page}`, operationId: 'getSignatureScanPage', tags },
  summary: 'A page of the scan that is kept',
  ...example({ order: 965.5, as, path: { ...row, page: '1' }, status: 200 }),
  request: { params: ofRow.extend({ page: z.string().openapi({ description: 'From 1.' }) }) },
  responses: { 200: file('The page', 'image/png'), ...refusals(403, 404) },
});

export function addSignatureRoutes(api: OpenAPIHono<Env>): void {
  const rowIn = ({ id, key }: { id: string; key: string }) => ({ procedureId: id, signatoryKey: key });
  const picture = async (c: Req, of: { id: string; key: string }, which: SignaturePicture) =>
    c.body(new Uint8Array(await getSignaturePictureOf(formCtx(c), { ...rowIn(of), ...which })), 200, {
      'content-type': 'image/png',
    });
  api.openapi(scan, async (c) => {
    const { bytes } = await uploadOf(c.req.valid('form').file);
    await putScannedSignature(formCtx(c), { ...rowIn(c.req.valid('param')), bytes });
    return c.body(null, 204);
  });
  api.openapi(crop, async (c) => {
    const { box, ...where } = c.req.valid('json');
    const of = { ...rowIn(c.req.valid('param')), ...where, ...(box === undefined ? {} : { box }) };
    await cropSignature(formCtx(c), of);
    return c.body(null, 204);
  });
  api.openapi(draw, async (c) => {
    await putDrawnSignature(formCtx(c), { ...rowIn(c.req.valid('param')), ...c.req.valid('json') });
    return c.body(null, 204);
  });
  api.openapi(remove, async (c) => {
    await removeSignature(formCtx(c), rowIn(c.req.valid('param')));
    return c.body(null, 204);
  });
  api.openapi(after, (c) => picture(c, c.req.valid('param'), { which: 'after' }));
  api.openapi(before, (c) => picture(c, c.req.valid('param'), { which: 'before' }));
  api.openapi(scanPage, (c) => {
    const { page, ...of } = c.req.valid('param');
    return picture(c, of, { which: 'page', page: pageOf(page) });
  });
}
