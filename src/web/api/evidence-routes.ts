// 典拠インボイスと補完書類 by a program: attach, remove, look at.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { attachEvidence, removeEvidence } from '../../applications/evidence.ts';
import { getFirmEvidenceFile, getFirmEvidencePicture, readFirmEvidence } from '../../applications/firm-evidence.ts';
import { getSignaturePicture } from '../../applications/signature-picture.ts';
import { attachment } from '../attachment.ts';
import { ctxOf, type Env } from '../request.ts';
import { file, json, ofApplication, onceHeaders, refusals } from './answers.ts';
import {
  Evidence,
  EvidenceKind,
  evidenceShown,
  NeededEvidence,
  neededShown,
  Signatory,
  signatoryShown,
} from './application-schemas.ts';
import { copied, started } from './applications-routes.ts';
import { exampleInvoice } from './example-content.ts';
import { example } from './examples.ts';
import { FilePart, formBody, uploadOf } from './uploads.ts';

const tags = ['Evidence'];
export const ofEvidence = ofApplication.extend({ evidenceId: z.string() });
export const ofEvidencePage = ofEvidence.extend({ page: z.string().openapi({ description: 'From 1.' }) });
const invoice = { id: started, evidenceId: { from: 'attachEvidence', at: 'evidenceId' } };

const EvidenceSized = Evidence.extend({
  bytes: z.number().int().openapi({ description: 'Of the file.' }),
}).openapi('EvidenceSized');

const attach = createRoute({
  ...{ method: 'post', path: '/applications/{id}/evidence', operationId: 'attachEvidence', tags },
  summary: 'Attach a PDF',
  description: 'Up to 10 MB; 50 files an application. Its pages are made pictures, which takes some seconds.',
  ...example(
    {
      ...{ order: 200, as: 'user', path: { id: started }, status: 201 },
      body: { multipart: { file: exampleInvoice, kind: 'invoice' } },
    },
    {
      ...{ name: 'attachOther', order: 205, as: 'user', path: { id: started }, status: 201 },
      body: { multipart: { file: exampleInvoice, kind: 'other' } },
    },
    {
      ...{ name: 'attachToCopy', order: 820, as: 'user', path: { id: copied }, status: 201 },
      body: { multipart: { file: exampleInvoice, kind: 'invoice' } },
    },
  ),
  request: {
    ...{ params: ofApplication, headers: onceHeaders },
    body: formBody(
      z.object({
        file: FilePart,
        kind: EvidenceKind,
      }),
    ),
  },
  responses: { 201: json('Attached', Evidence), ...refusals(403, 404, 409, 413, 422, 429) },
});

const list = createRoute({
  ...{ method: 'get', path: '/applications/{id}/evidence', operationId: 'listEvidence', tags },
  summary: 'What is attached, what must be and why, and whose signatures the invoice may bear',
  ...example({ order: 218, as: 'user', path: { id: started }, status: 200 }),
  request: { params: ofApplication },
  responses: {
    200: json(
      'As it is now',
      z.object({
        evidence: z.array(EvidenceSized),
        needed: z
          .array(NeededEvidence)
          .openapi({ description: 'What must be attached as the application stands now.' }),
        signatories: z.array(Signatory).openapi({ description: 'All of the firm.' }),
      }),
    ),
    ...refusals(403, 404),
  },
});

const remove = createRoute({
  ...{ method: 'delete', path: '/applications/{id}/evidence/{evidenceId}', operationId: 'removeEvidence', tags },
  summary: 'Remove what is attached',
  ...example({
    ...{ order: 240, as: 'user', status: 204 },
    path: { id: started, evidenceId: { from: 'attachOther', at: 'evidenceId' } },
  }),
  request: { params: ofEvidence, headers: onceHeaders },
  responses: { 204: { description: 'Removed' }, ...refusals(403, 404, 409) },
});

const pdf = createRoute({
  ...{ method: 'get', path: '/applications/{id}/evidence/{evidenceId}/file', operationId: 'getEvidenceFile', tags },
  summary: 'The PDF itself',
  ...example({ order: 220, as: 'user', path: invoice, status: 200 }),
  request: { params: ofEvidence },
  responses: { 200: file('As it was sent', 'application/pdf'), ...refusals(403, 404) },
});

const page = createRoute({
  ...{ method: 'get', path: '/applications/{id}/evidence/{evidenceId}/pages/{page}', tags },
  ...{ operationId: 'getEvidencePage', summary: 'The picture of one page, as the examiner sees it' },
  ...example({ order: 230, as: 'user', path: { ...invoice, page: '1' }, status: 200 }),
  request: { params: ofEvidencePage },
  responses: { 200: file('The page', 'image/png'), ...refusals(403, 404) },
});

const signature = createRoute({
  ...{ method: 'get', path: '/signatures/{signatoryId}', operationId: 'getSignature', tags },
  summary: 'The registered signature of one of the firm’s signatories',
  ...example({
    ...{ order: 235, as: 'user', status: 200 },
    path: { signatoryId: { from: 'getApplication', at: 'signatory.signatoryId' } },
  }),
  request: { params: z.object({ signatoryId: z.string() }) },
  responses: { 200: file('The signature', 'image/png'), ...refusals(403, 404) },
});

/** What stands in an address as a page's number; 0, which no page has, for anything else. */
export const pageOf = (asked: string): number => (/^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0);

export function addEvidenceRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(attach, async (c) => {
    const applicationId = c.req.valid('param').id;
    const { kind, file: sent } = c.req.valid('form');
    const attached = await attachEvidence(ctxOf(c), { applicationId, kind, ...(await uploadOf(sent)) });
    return c.json(evidenceShown(attached), 201);
  });
  api.openapi(list, async (c) => {
    const { evidence, needed, signatories } = await readFirmEvidence(ctxOf(c), c.req.valid('param').id);
    const sized = evidence.map((one) => ({ ...evidenceShown(one), bytes: one.bytes }));
    return c.json(
      { evidence: sized, needed: neededShown(needed, evidence), signatories: signatories.map(signatoryShown) },
      200,
    );
  });
  api.openapi(remove, async (c) => {
    const { id, evidenceId } = c.req.valid('param');
    await removeEvidence(ctxOf(c), { applicationId: id, evidenceId });
    return c.body(null, 204);
  });
  api.openapi(pdf, async (c) => {
    const { id, evidenceId } = c.req.valid('param');
    const { evidence, bytes } = await getFirmEvidenceFile(ctxOf(c), { applicationId: id, evidenceId });
    return attachment(c, { bytes, mediaType: 'application/pdf', fileName: evidence.fileName, extension: '.pdf' });
  });
  api.openapi(page, async (c) => {
    const { id, evidenceId, page: asked } = c.req.valid('param');
    const of = { applicationId: id, evidenceId, page: pageOf(asked) };
    const png = await getFirmEvidencePicture(ctxOf(c), of);
    return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png' });
  });
  api.openapi(signature, async (c) => {
    const png = await getSignaturePicture(ctxOf(c), c.req.valid('param').signatoryId);
    return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png' });
  });
}
