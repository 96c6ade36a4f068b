// The chamber's side of 貿易登録, by a program: procedures from their papers to acceptance, and the register of firms.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { sealedRegistrationCertificate } from '../../certificates/registration-certificate.ts';
import { acceptRegistration } from '../../payments/accept-registration.ts';
import { rejectRegistration } from '../../payments/end-registration.ts';
import { memberClasses } from '../../registrations/content.ts';
import { getProcedureSignature, signatureStates } from '../../registrations/procedures/desk-signature.ts';
import { lettersPdf } from '../../registrations/procedures/draw-letters.ts';
import { procedureKinds } from '../../registrations/procedures/procedure.ts';
import {
  claimProcedure,
  countProcedures,
  examineProcedure,
  getDeskPaperPicture,
  listProcedureQueue,
  queuePageSize,
  readDeskProcedure,
  sendBackProcedure,
} from '../../registrations/procedures/procedure-desk.ts';
import { tickProcedurePaper, untickProcedurePaper } from '../../registrations/procedures/procedure-desk-papers.ts';
import { procedureStatuses } from '../../registrations/procedures/procedure-lifecycle.ts';
import { attachment } from '../attachment.ts';
import { ctxOf, type Env, type Req } from '../request.ts';
import { file, given, json, onceHeaders, pageNumberOf, refusals } from './answers.ts';
import { example } from './examples.ts';
import { begun } from './procedure-routes.ts';
import { procedureShown, QueuedProcedureRow, queuedShown, RegistrationProcedure } from './registration-desk-schemas.ts';

const tags = ['Registration desk'];
const as = 'certifier';
const base = '/desk/registrations';
const ofProcedure = z.object({
  id: z.string().openapi({ description: 'The procedure, as `listDeskProcedures` names it.' }),
});
const round = z.number().int().openapi({ description: 'The round that was read. When it is another now: 409.' });
const done = { 204: { description: 'Done' } };
const sent = <T extends z.ZodType>(schema: T) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

const uploaded = { ...begun, paperId: { from: 'uploadForDesk', at: 'paperId' } } as const;

const list = createRoute({
  ...{ method: 'get', path: base, operationId: 'listDeskProcedures', tags },
  summary: 'Procedures of trade registration, the oldest first',
  ...example({ order: 980, as, query: { status: 'submitted' }, status: 200 }),
  request: {
    query: z.object({
      status: z.enum(procedureStatuses).optional().openapi({ description: 'Left out: those that are not over.' }),
      kind: z.enum(procedureKinds).optional(),
      words: z.string().max(100).optional().openapi({ description: 'In the firm’s name or the receipt number.' }),
      page: pageNumberOf(queuePageSize),
    }),
  },
  responses: {
    200: json('`total` counts all that match', z.object({ procedures: z.array(QueuedProcedureRow), total: z.int() })),
    ...refusals(403, 422),
  },
});

const counts = createRoute({
  ...{ method: 'get', path: `${base}/counts`, operationId: 'countDeskProcedures', tags },
  summary: 'How many procedures there are in each state',
  ...example({ order: 981, as, status: 200 }),
  responses: { 200: json('By status', z.record(z.enum(procedureStatuses), z.int())), ...refusals(403) },
});

const read = createRoute({
  ...{ method: 'get', path: `${base}/{id}`, operationId: 'getDeskProcedure', tags },
  summary: 'One procedure: form, papers, what differs from the register, history',
  ...example({ order: 976.1, as, path: begun, status: 200 }),
  request: { params: ofProcedure },
  responses: { 200: json('As it stands now', RegistrationProcedure), ...refusals(403, 404) },
});

const claim = createRoute({
  ...{ method: 'post', path: `${base}/{id}/claim`, operationId: 'claimProcedure', tags },
  summary: 'Hold a procedure; with `takeOver` from whoever holds it',
  ...example({ order: 976.15, as, path: begun, body: { json: {} }, status: 204 }),
  request: {
    ...{ params: ofProcedure, headers: onceHeaders },
    body: sent(z.strictObject({ takeOver: z.boolean().optional() })),
  },
  responses: { ...done, ...refusals(403, 404, 409, 422) },
});

const Brought = z.strictObject({
  kind: z.string().max(60),
  signatoryKey: z.uuid().optional().openapi({ description: '署名届 only.' }),
  how: z.enum(['counter', 'post']),
  day: z.string().max(10).openapi({ description: 'When it came, `YYYY-MM-DD` in Japan, today at the latest.' }),
});
const tick = createRoute({
  ...{ method: 'post', path: `${base}/{id}/papers`, operationId: 'tickPaper', tags },
  summary: 'A paper came at the counter or by post. When all are there, the procedure is `received`',
  ...example({
    order: 976.2,
    as,
    path: begun,
    body: { json: { kind: 'register_extract', how: 'post', day: '2026-01-05' } },
    status: 204,
  }),
  request: { params: ofProcedure, headers: onceHeaders, body: sent(Brought) },
  responses: { ...done, ...refusals(403, 404, 409, 422) },
});

const ofPaper = ofProcedure.extend({ paperId: z.string() });
const tickUpload = createRoute({
  ...{ method: 'post', path: `${base}/{id}/papers/{paperId}/tick`, operationId: 'tickUpload', tags },
  summary: 'An upload was looked at',
  ...example({ order: 976.4, as, path: uploaded, status: 204 }),
  request: { params: ofPaper, headers: onceHeaders },
  responses: { ...done, ...refusals(403, 404, 409) },
});
const untick = createRoute({
  ...{ method: 'post', path: `${base}/{id}/papers/{paperId}/untick`, operationId: 'untickPaper', tags },
  summary: 'Take a tick back; what was `received` waits for its papers again',
  ...example({ order: 976.45, as, path: uploaded, status: 204 }),
  request: { params: ofPaper, headers: onceHeaders },
  responses: { ...done, ...refusals(403, 404, 409) },
});

const examine = createRoute({
  ...{ method: 'post', path: `${base}/{id}/examine`, operationId: 'examineProcedure', tags },
  summary: 'Begin the examination',
  ...example({ order: 976.6, as, path: begun, body: { json: { round: 1 } }, status: 409 }),
  request: { params: ofProcedure, headers: onceHeaders, body: sent(z.strictObject({ round })) },
  responses: { ...done, ...refusals(403, 404, 409, 422) },
});

const remark = z.strictObject({
  place: z.string().max(100).openapi({
    description: 'A path into the form, `signatories.` with the key of a row or its number from 0, or a kind of paper.',
  }),
  words: z.string().max(2000),
});
const giveBack = createRoute({
  ...{ method: 'post', path: `${base}/{id}/return`, operationId: 'returnProcedure', tags },
  summary: 'Ask the firm to correct, place by place; it is mailed',
  ...example({
    order: 976.65,
    as,
    path: begun,
    body: { json: { round: 1, remarks: [{ place: 'nameEn', words: 'Write Co., Ltd.' }] } },
    status: 204,
  }),
  request: {
    ...{ params: ofProcedure, headers: onceHeaders },
    body: sent(z.strictObject({ round, remarks: z.array(remark).max(200) })),
  },
  responses: { ...done, ...refusals(403, 404, 409, 422) },
});

const reject = createRoute({
  ...{ method: 'post', path: `${base}/{id}/reject`, operationId: 'rejectProcedure', tags },
  summary: 'Reject with a reason, which the firm reads. A payment of its fee that is open is given up',
  ...example({ order: 976.7, as, path: begun, body: { json: { round: 1, note: 'Sent twice' } }, status: 409 }),
  request: {
    ...{ params: ofProcedure, headers: onceHeaders },
    body: sent(z.strictObject({ round, note: z.string().max(2000) })),
  },
  responses: { ...done, ...refusals(403, 404, 409, 422) },
});

const accept = createRoute({
  ...{ method: 'post', path: `${base}/{id}/accept`, operationId: 'acceptProcedure', tags },
  summary: 'Accept: number, validity, IDs and their mails. The fee follows the fee table by member class',
  ...example({
    order: 976.75,
    as,
    path: begun,
    body: { json: { round: 1, memberClass: 'member', feePaidAtCounter: false } },
    status: 409,
  }),
  request: {
    ...{ params: ofProcedure, headers: onceHeaders },
    body: sent(
      z.strictObject({
        round,
        memberClass: z.enum(memberClasses),
        feePaidAtCounter: z.boolean().openapi({
          description: 'Needed where there is a fee that was not paid yet; 409 while the firm pays it online.',
        }),
        feeSeenYen: z.int().optional().openapi({ description: 'When the fee is another now: 409.' }),
      }),
    ),
  },
  responses: {
    200: json(
      'Accepted',
      z.object({
        ...{ registrationId: z.uuid(), number: z.string(), administratorId: z.string() },
        userIds: z.array(z.string()).openapi({ description: 'User IDs that were made now.' }),
      }),
    ),
    ...refusals(403, 404, 409, 422),
  },
});

const paperPage = createRoute({
  ...{ method: 'get', path: `${base}/{id}/papers/{paperId}/pages/{page}`, operationId: 'getPaperPage', tags },
  summary: 'One page of an uploaded paper as a picture',
  ...example({ order: 976.35, as, path: { ...uploaded, page: '1' }, status: 200 }),
  request: { params: ofPaper.extend({ page: z.coerce.number().int().min(1).max(1000) }) },
  responses: { 200: file('The page', 'image/png'), ...refusals(403, 404, 422) },
});
const signature = createRoute({
  ...{ method: 'get', path: `${base}/{id}/signatures/{key}/{state}`, operationId: 'getProcedureSignature', tags },
  summary: 'A signature of the form, what it was cut from (`cut`, `page`), or the one that is registered today',
  ...example({
    order: 976.5,
    as,
    path: { ...begun, key: { from: 'getProcedure', at: 'form.signatories.0.key' }, state: 'now' },
    status: 200,
  }),
  request: { params: ofProcedure.extend({ key: z.string(), state: z.enum(signatureStates) }) },
  responses: { 200: file('As it prints', 'image/png'), ...refusals(403, 404, 422) },
});
const letters = createRoute({
  ...{ method: 'get', path: `${base}/{id}/letters.pdf`, operationId: 'getDeskProcedureLetters', tags },
  summary: 'The letters of a procedure',
  ...example({ order: 976.55, as, path: begun, status: 200 }),
  request: { params: ofProcedure },
  responses: { 200: file('All in one', 'application/pdf'), ...refusals(403, 404, 422) },
});
const certificate = createRoute({
  ...{ method: 'get', path: `${base}/{id}/certificate.pdf`, operationId: 'getRegistrationCertificate', tags },
  summary: 'The registration certificate (貿易登録証) of an accepted procedure',
  ...example({ order: 976.8, as, path: begun, status: 409 }),
  request: { params: ofProcedure },
  responses: { 200: file('For the counter', 'application/pdf'), ...refusals(403, 404, 409) },
});

const open = procedureStatuses.filter((one) => !['draft', 'rejected', 'cancelled', 'accepted'].includes(one));
const nothing = (c: Req) => c.body(null, 204);
const png = (c: Req, bytes: Buffer) =>
  c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });

export function addRegistrationDeskRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(list, async (c) => {
    const { status, page, ...filter } = c.req.valid('query');
    const statuses = status === undefined ? open : [status];
    const { rows, total } = await listProcedureQueue(ctxOf(c), { statuses, ...given(filter) }, page);
    return c.json({ procedures: rows.map(queuedShown), total }, 200);
  });
  api.openapi(counts, async (c) => c.json(await countProcedures(ctxOf(c)), 200));
  api.openapi(read, async (c) =>
    c.json(procedureShown(await readDeskProcedure(ctxOf(c), c.req.valid('param').id)), 200),
  );
  api.openapi(accept, async (c) => {
    const input = { procedureId: c.req.valid('param').id, ...c.req.valid('json') };
    const { feeSeenYen, ...rest } = input;
    return c.json(await acceptRegistration(ctxOf(c), { ...rest, ...given({ feeSeenYen }) }), 200);
  });
  addSteps(api);
  addPaperSteps(api);
  addFiles(api);
}

function addSteps(api: OpenAPIHono<Env>): void {
  api.openapi(claim, async (c) => {
    await claimProcedure(ctxOf(c), { procedureId: c.req.valid('param').id, ...given(c.req.valid('json')) });
    return nothing(c);
  });
  api.openapi(examine, async (c) => {
    await examineProcedure(ctxOf(c), { procedureId: c.req.valid('param').id, ...c.req.valid('json') });
    return nothing(c);
  });
  api.openapi(giveBack, async (c) => {
    await sendBackProcedure(ctxOf(c), { procedureId: c.req.valid('param').id, ...c.req.valid('json') });
    return nothing(c);
  });
  api.openapi(reject, async (c) => {
    await rejectRegistration(ctxOf(c), { procedureId: c.req.valid('param').id, ...c.req.valid('json') });
    return nothing(c);
  });
}

function addPaperSteps(api: OpenAPIHono<Env>): void {
  api.openapi(tick, async (c) => {
    const { signatoryKey, ...paper } = c.req.valid('json');
    const of = { procedureId: c.req.valid('param').id, ...paper, ...given({ signatoryKey }) };
    await tickProcedurePaper(ctxOf(c), of);
    return nothing(c);
  });
  api.openapi(tickUpload, async (c) => {
    const { id: procedureId, paperId } = c.req.valid('param');
    await tickProcedurePaper(ctxOf(c), { procedureId, paperId });
    return nothing(c);
  });
  api.openapi(untick, async (c) => {
    const { id: procedureId, paperId } = c.req.valid('param');
    await untickProcedurePaper(ctxOf(c), { procedureId, paperId });
    return nothing(c);
  });
}

function addFiles(api: OpenAPIHono<Env>): void {
  api.openapi(paperPage, async (c) => {
    const { id: procedureId, ...of } = c.req.valid('param');
    return png(c, await getDeskPaperPicture(ctxOf(c), { procedureId, ...of }));
  });
  api.openapi(signature, async (c) => {
    const { id: procedureId, ...of } = c.req.valid('param');
    return png(c, await getProcedureSignature(ctxOf(c), { procedureId, ...of }));
  });
  api.openapi(letters, async (c) => {
    const drawn = await lettersPdf(ctxOf(c), c.req.valid('param').id);
    return attachment(c, { ...drawn, mediaType: 'application/pdf', extension: '.pdf' });
  });
  api.openapi(certificate, async (c) => {
    const drawn = await sealedRegistrationCertificate(ctxOf(c), c.req.valid('param').id);
    return attachment(c, { ...drawn, mediaType: 'application/pdf', extension: '.pdf' });
  });
}
