// 登録更新 and 登録変更 by a program, for the administrator ID. Signatures: signature-routes.ts.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { requireAct } from '../../accounts/rights.ts';
import { Refusal } from '../../lib/refusal.ts';
import { cancelRegistration } from '../../payments/end-registration.ts';
import type { FormCtx } from '../../registrations/procedures/applicant.ts';
import { lettersPdf } from '../../registrations/procedures/draw-letters.ts';
import { paperKinds } from '../../registrations/procedures/procedure.ts';
import { removeUpload, uploadPaper } from '../../registrations/procedures/procedure-papers.ts';
import { listOwnProcedures, readForm } from '../../registrations/procedures/read-procedure.ts';
import { readGuide } from '../../registrations/procedures/registration-guide.ts';
import { changeForm } from '../../registrations/procedures/save-procedure.ts';
import { startByAdministrator } from '../../registrations/procedures/start-procedure.ts';
import { submitForm } from '../../registrations/procedures/submit-procedure.ts';
import { attachment } from '../attachment.ts';
import { ctxOf, type Env, type Req } from '../request.ts';
import {
  etagHeader,
  file,
  instant,
  json,
  maybeVersionedHeaders,
  onceHeaders,
  refusals,
  versionedHeaders,
} from './answers.ts';
import { exampleInvoice } from './example-content.ts';
import { example } from './examples.ts';
import { etagOf, ifMatchOf } from './preconditions.ts';
import {
  ProcedurePaperShown,
  ProcedureSummary,
  ProcedureView,
  paperShown,
  RegistrationForm,
  summaryShown,
  viewShown,
  withForm,
} from './procedure-schemas.ts';
import { FilePart, formBody, uploadOf } from './uploads.ts';

const tags = ['Administrator'];
const as = 'administrator';
export const ofProcedure = z.object({ id: z.string().openapi({ description: 'As `startProcedure` named it.' }) });
export const begun = { id: { from: 'startProcedure', at: 'procedureId' } };
const path = '/firm/procedures/{id}' as const;

const rules = createRoute({
  ...{ method: 'get', path: '/firm/registration-rules', operationId: 'getRegistrationRules', tags },
  summary: 'The rules that a procedure agrees to (認証規程・罰則規程)',
  ...example({ order: 960, as, status: 200 }),
  responses: {
    200: json(
      'The newest version',
      z.object({
        version: z.number().int(),
        ...{ textJa: z.string(), textEn: z.string(), publishedAt: instant('When it was published.') },
      }),
    ),
    ...refusals(403, 404),
  },
});

const start = createRoute({
  ...{ method: 'post', path: '/firm/procedures', operationId: 'startProcedure', tags },
  summary: 'Begin a renewal (登録更新) or a change (登録変更)',
  description: 'It begins with a copy of what is registered. One at a time.',
  ...example({
    ...{ order: 962, as, status: 201 },
    body: {
      json: { kind: 'change', agreed: true, rulesVersion: { from: 'getRegistrationRules', at: 'version' } },
    },
  }),
  request: {
    headers: onceHeaders,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            kind: z.enum(['renewal', 'change']),
            agreed: z.boolean().openapi({ description: 'The rules were read and agreed to.' }),
            rulesVersion: z.number().int().openapi({ description: 'As `getRegistrationRules` answered.' }),
          }),
        },
      },
    },
  },
  responses: { 201: json('Begun', ProcedureSummary), ...refusals(403, 409, 422) },
});

const list = createRoute({
  ...{ method: 'get', path: '/firm/procedures', operationId: 'listProcedures', tags },
  summary: 'The procedures of the firm, the newest first',
  ...example({ order: 964, as, status: 200 }),
  responses: { 200: json('100 at most', z.object({ procedures: z.array(ProcedureSummary) })), ...refusals(403) },
});

const look = createRoute({
  ...{ method: 'get', path, operationId: 'getProcedure', tags },
  summary: 'One procedure: its form, what is to be corrected, its papers',
  ...example(
    { name: 'getProcedureAtFirst', order: 963, as, path: begun, status: 200 },
    { order: 966, as, path: begun, status: 200 },
  ),
  request: { params: ofProcedure },
  responses: { 200: { ...json('As it is now', ProcedureView), headers: etagHeader }, ...refusals(403, 404) },
});

const exampleForm = {
  ...{ kind: 'applicant', legalForm: 'corporation', memberClass: 'member', memberNumber: '' },
  ...{ corporateNumber: '9000000000000', nameJa: '株式会社見本貿易(デモ)', nameKana: 'ミホンボウエキ' },
  ...{ tradeNameJa: '', nameEn: 'MIHON TRADING CO., LTD. (DEMO)', postalCode: '000-0000' },
  ...{ addressJa: '見本県見本市中央区見本町4-5-6', addressEn: '4-5-6 Mihon-cho, Chuo-ku, Mihon 000-0000' },
  ...{ placeEn: 'Mihon, Japan', telephone: '00-0000-0000', representativeTitleJa: '代表取締役' },
  ...{ representativeNameJa: '見本 太郎(デモ)', foreignNational: false, usedGoods: false, antiqueLicence: '' },
  ...{ outOfDistrict: false, outOfDistrictReasonJa: '', manySignatoriesReasonJa: '' },
  business: {
    ...{ since: '1987-04', capitalYen: '10000000', employees: '20', descriptionJa: '機械部品の輸出' },
    ...{ goodsJa: 'ゴムパッキン', destinationsJa: 'タイ' },
  },
  contact: {
    ...{ departmentJa: '貿易課', nameJa: '見本 管理(デモ)', nameEn: 'Kanri Mihon (Demo)' },
    ...{ telephone: '00-0000-0001', mail: 'a0001@mihon.example' },
  },
  signatories: [
    {
      key: { from: 'getProcedure', at: 'form.signatories.0.key' },
      ...{ nameJa: '見本 花子', nameEn: 'Hanako Mihon', titleJa: '', titleEn: 'Director' },
      ...{ mail: 'u0001@mihon.example', withoutSignature: false, leaves: false, successorKey: '' },
    },
  ],
} as const;

const save = createRoute({
  ...{ method: 'put', path: `${path}/form`, operationId: 'saveProcedureForm', tags },
  summary: 'Write the whole form',
  description: 'It is saved whatever the rules say; `getProcedure` lists what is to be corrected before submitting.',
  ...example({
    ...{ order: 968, as, path: begun, body: { json: exampleForm }, status: 200 },
    headers: { 'If-Match': { from: 'getProcedure', header: 'etag' } },
  }),
  request: {
    ...{ params: ofProcedure, headers: versionedHeaders },
    body: { required: true, content: { 'application/json': { schema: RegistrationForm } } },
  },
  responses: {
    200: {
      ...json('Saved', z.object({ version: z.number().int(), savedAt: instant('When it was saved.') })),
      headers: etagHeader,
    },
    ...refusals(403, 404, 409, 422),
  },
});

const letters = createRoute({
  ...{ method: 'get', path: `${path}/letters`, operationId: 'getProcedureLetters', tags },
  summary: 'The list of papers, and the letters to sign and seal, as a PDF',
  ...example({ order: 970, as, path: begun, status: 200 }),
  request: { params: ofProcedure },
  responses: { 200: file('To print', 'application/pdf'), ...refusals(403, 404, 422) },
});

const upload = createRoute({
  ...{ method: 'post', path: `${path}/papers`, operationId: 'uploadProcedurePaper', tags },
  summary: 'Upload a scan (PDF, up to 10 MB) in place of a paper',
  ...example(
    {
      ...{ order: 972, as, path: begun, status: 201 },
      body: { multipart: { file: exampleInvoice, kind: 'business_details' } },
    },
    {
      ...{ name: 'uploadForDesk', order: 976.3, as, path: begun, status: 201 },
      body: { multipart: { file: exampleInvoice, kind: 'business_details' } },
    },
  ),
  request: {
    ...{ params: ofProcedure, headers: onceHeaders },
    body: formBody(
      z.object({
        file: FilePart,
        kind: z.enum(paperKinds),
        signatoryKey: z.uuid().optional().openapi({ description: 'signature_sheet: whose.' }),
      }),
    ),
  },
  responses: { 201: json('Uploaded', ProcedurePaperShown), ...refusals(403, 404, 409, 413, 422, 429) },
});

const remove = createRoute({
  ...{ method: 'delete', path: `${path}/papers/{paperId}`, operationId: 'removeProcedurePaper', tags },
  summary: 'Take an upload back that the chamber has not looked at',
  ...example({
    ...{ order: 974, as, status: 204 },
    path: { ...begun, paperId: { from: 'uploadProcedurePaper', at: 'paperId' } },
  }),
  request: { params: ofProcedure.extend({ paperId: z.string() }), headers: onceHeaders },
  responses: { 204: { description: 'Removed' }, ...refusals(403, 404, 409) },
});

const submit = createRoute({
  ...{ method: 'post', path: `${path}/submit`, operationId: 'submitProcedure', tags },
  summary: 'Hand the form to the chamber',
  ...example({
    ...{ order: 976, as, path: begun, status: 200 },
    headers: { 'If-Match': { from: 'saveProcedureForm', header: 'etag' } },
  }),
  request: { params: ofProcedure, headers: maybeVersionedHeaders },
  responses: {
    200: json('With the chamber', z.object({ receiptNumber: z.string(), round: z.number().int() })),
    ...refusals(403, 404, 409, 422),
  },
});

const cancel = createRoute({
  ...{ method: 'post', path: `${path}/cancel`, operationId: 'cancelProcedure', tags },
  summary: 'Give the procedure up (申請キャンセル)',
  ...example({ order: 978, as, path: begun, status: 204 }),
  request: { params: ofProcedure, headers: onceHeaders },
  responses: { 204: { description: 'It is over' }, ...refusals(403, 404, 409) },
});

/** A program comes by the key of an administrator ID, never by a mailed link. */
export const formCtx = (c: Req): FormCtx => {
  const ctx = ctxOf(c);
  return { ...ctx, applicant: { kind: 'administrator', actor: ctx.actor } };
};

export function addProcedureRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(rules, async (c) => {
    const ctx = ctxOf(c);
    requireAct(ctx.actor, 'registration.request');
    const { rules: newest } = await readGuide(ctx, ctx.actor.chamberId);
    if (!newest) throw new Refusal('not_found');
    return c.json({ ...newest, publishedAt: newest.publishedAt.toISOString() }, 200);
  });
  api.openapi(start, async (c) => c.json(summaryShown(await startByAdministrator(ctxOf(c), c.req.valid('json'))), 201));
  api.openapi(list, async (c) => c.json({ procedures: (await listOwnProcedures(ctxOf(c))).map(summaryShown) }, 200));
  api.openapi(look, async (c) => {
    const view = await readForm(formCtx(c), c.req.valid('param').id);
    c.header('etag', etagOf(view.procedure.version));
    return c.json(viewShown(view), 200);
  });
  api.openapi(save, async (c) => {
    const of = { procedureId: c.req.valid('param').id, ...ifMatchOf(c, 'required') };
    const form = c.req.valid('json');
    const saved = await changeForm(formCtx(c), of, (content) => withForm(content, form));
    c.header('etag', etagOf(saved.version));
    return c.json({ version: saved.version, savedAt: saved.savedAt.toISOString() }, 200);
  });
  api.openapi(letters, async (c) => {
    const drawn = await lettersPdf(formCtx(c), c.req.valid('param').id);
    return attachment(c, { ...drawn, mediaType: 'application/pdf', extension: '.pdf' });
  });
  api.openapi(upload, async (c) => {
    const { kind, signatoryKey, file: sent } = c.req.valid('form');
    const of = { procedureId: c.req.valid('param').id, kind, ...(signatoryKey === undefined ? {} : { signatoryKey }) };
    return c.json(paperShown(await uploadPaper(formCtx(c), { ...of, ...(await uploadOf(sent)) })), 201);
  });
  api.openapi(remove, async (c) => {
    const { id, paperId } = c.req.valid('param');
    await removeUpload(formCtx(c), { procedureId: id, paperId });
    return c.body(null, 204);
  });
  api.openapi(submit, async (c) => {
    const of = { procedureId: c.req.valid('param').id, ...ifMatchOf(c, 'optional') };
    return c.json(await submitForm(formCtx(c), of), 200);
  });
  api.openapi(cancel, async (c) => {
    await cancelRegistration(formCtx(c), { procedureId: c.req.valid('param').id });
    return c.body(null, 204);
  });
}
