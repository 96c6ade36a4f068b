// What the firm's administrator ID does, by a program. A code to hand over is shown on the page only: the answer to a
// request with an Idempotency-Key is kept, and a secret must not be.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { spendOf } from '../../payments/spend.ts';
import { listFirmIds, startReset, subIdsPageSize } from '../../registrations/firm-ids.ts';
import { setFirmRules } from '../../registrations/firm-rules.ts';
import { readRegistration } from '../../registrations/read-registration.ts';
import { signatureCertificates } from '../../registrations/signature-certificates.ts';
import { attachment } from '../attachment.ts';
import { ctxOf, type Env } from '../request.ts';
import {
  FirmRules,
  Registration,
  registrationShown,
  Spend,
  SubId,
  spendShown,
  subIdShown,
  UserId,
  userIdShown,
} from './administrator-schemas.ts';
import { file, given, json, onceHeaders, pageNumberOf, refusals } from './answers.ts';
import { example } from './examples.ts';

const tags = ['Administrator'];
const as = 'administrator';

const ids = createRoute({
  ...{ method: 'get', path: '/firm/ids', operationId: 'listFirmIds', tags },
  summary: 'The user IDs and sub IDs of the firm',
  ...example({ order: 900, as, status: 200 }),
  request: {
    query: z.object({
      signatoryId: z.uuid().optional().openapi({ description: 'Only the sub IDs of this signatory.' }),
      page: pageNumberOf(subIdsPageSize),
    }),
  },
  responses: {
    200: json(
      '`users`: all of them, 200 at most. `subIds`: a page; `total` counts all that match',
      z.object({ users: z.array(UserId), subIds: z.array(SubId), total: z.number().int() }),
    ),
    ...refusals(403, 422),
  },
});

const reset = createRoute({
  ...{ method: 'post', path: '/firm/ids/{accountId}/reset', operationId: 'mailPasswordReset', tags },
  summary: 'Mail the holder of an ID a link to choose a password',
  description:
    'The password that is there works until the holder has chosen another. A code to be handed over instead is shown on ' +
    'the page only.',
  ...example({
    ...{ order: 910, as, path: { accountId: { from: 'listFirmIds', at: 'users.0.accountId' } }, status: 204 },
  }),
  request: { params: z.object({ accountId: z.string() }), headers: onceHeaders },
  responses: {
    204: { description: 'The link is on its way to the ID’s own mail address' },
    ...refusals(403, 404, 409),
  },
});

const registration = createRoute({
  ...{ method: 'get', path: '/firm/registration', operationId: 'getRegistration', tags },
  summary: 'The trade registration (貿易登録) of the firm',
  ...example({ order: 920, as, status: 200 }),
  responses: { 200: json('As it stands today', Registration), ...refusals(403) },
});

const rules = createRoute({
  ...{ method: 'put', path: '/firm/rules', operationId: 'setFirmRules', tags },
  summary: 'What the firm sets for itself',
  ...example({ order: 930, as, body: { json: { usersSeeAll: true, releaseRequired: false } }, status: 204 }),
  request: { headers: onceHeaders, body: { required: true, content: { 'application/json': { schema: FirmRules } } } },
  responses: { 204: { description: 'In force from now on' }, ...refusals(403, 422) },
});

const spend = createRoute({
  ...{ method: 'get', path: '/firm/spend', operationId: 'getSpend', tags },
  summary: 'What was paid, by month and by ID',
  description:
    'Of the firm for its administrator, of his own applications for anybody else. At most 24 months at once.',
  ...example({ order: 940, as, query: { from: '2026-04', to: '2027-03' }, status: 200 }),
  request: {
    query: z.object({
      from: z.string().openapi({ description: 'The first month, `YYYY-MM`.' }),
      to: z.string().openapi({ description: 'The last month, `YYYY-MM`.' }),
    }),
  },
  responses: { 200: json('A refund counts in the month in which it was paid', Spend), ...refusals(403, 422) },
});

const certificates = createRoute({
  ...{ method: 'post', path: '/firm/signature-certificates', operationId: 'printSignatureCertificates', tags },
  summary: 'Signature registration certificates (署名登録証) as a PDF, a page for each signatory',
  ...example({ order: 950, as, body: { json: {} }, status: 200 }),
  request: {
    headers: onceHeaders,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            signatoryId: z.uuid().optional().openapi({ description: 'Of this one only. Left out: of all.' }),
          }),
        },
      },
    },
  },
  responses: {
    200: file('The printing is written down', 'application/pdf'),
    ...refusals(403, 404, 409, 422),
  },
});

export function addAdministratorRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(ids, async (c) => {
    const { page, ...of } = c.req.valid('query');
    const { users, subs } = await listFirmIds(ctxOf(c), { page, ...given(of) });
    return c.json({ users: users.map(userIdShown), subIds: subs.rows.map(subIdShown), total: subs.total }, 200);
  });
  api.openapi(reset, async (c) => {
    await startReset(ctxOf(c), { accountId: c.req.valid('param').accountId, how: 'mail' });
    return c.body(null, 204);
  });
  api.openapi(registration, async (c) => c.json(registrationShown(await readRegistration(ctxOf(c))), 200));
  api.openapi(rules, async (c) => {
    await setFirmRules(ctxOf(c), c.req.valid('json'));
    return c.body(null, 204);
  });
  api.openapi(spend, async (c) => c.json(spendShown(await spendOf(ctxOf(c), c.req.valid('query'))), 200));
  api.openapi(certificates, async (c) => {
    const printed = await signatureCertificates(ctxOf(c), c.req.valid('json').signatoryId);
    return attachment(c, { ...printed, mediaType: 'application/pdf', extension: '.pdf' });
  });
}
