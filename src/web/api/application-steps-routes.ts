// The steps that a firm takes with an application: submit, ask for release and answer it, withdraw, cancel.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { giveBackPrepared, prepareApplication, takeBackPrepared } from '../../applications/release.ts';
import { submitApplication, withdrawApplication } from '../../applications/submit.ts';
import { cancelOwn } from '../../certificates/cancel.ts';
import { ctxOf, type Env } from '../request.ts';
import { instant, json, maybeVersionedHeaders, ofApplication, onceHeaders, refusals } from './answers.ts';
import { bySub, copied, started } from './applications-routes.ts';
import { example } from './examples.ts';
import { ifMatchOf } from './preconditions.ts';

const tags = ['Applications'];

const Submit = z.strictObject({
  why: z
    .record(z.string().max(60), z.string().max(2000))
    .optional()
    .openapi({
      description:
        'By the name of a rule that warns: why it is as it should be. The examiner reads it beside the warning. Of a ' +
        'rule that does not warn it is dropped.',
    }),
});

const submit = createRoute({
  ...{ method: 'post', path: '/applications/{id}/submit', operationId: 'submitApplication', tags },
  summary: 'Submit it to the chamber (発給申請), for the first time or after it was sent back',
  description:
    'A signatory releases with it what a sub ID prepared. To a sub ID whose firm wants that release it answers 422 ' +
    '`invalid`: its way is `prepareApplication`.',
  ...example(
    {
      ...{
        order: 400,
        as: 'user',
        path: { id: started },
        headers: { 'Idempotency-Key': 'example-submit' },
        status: 200,
      },
      body: { json: { why: { 'unit-known': 'The unit is the one of the invoice.' } } },
    },
    { name: 'submitAgain', order: 560, as: 'user', path: { id: started }, status: 200 },
    { name: 'submitCopy', order: 830, as: 'user', path: { id: copied }, status: 200 },
  ),
  request: {
    ...{ params: ofApplication, headers: maybeVersionedHeaders },
    body: { required: false, content: { 'application/json': { schema: Submit } } },
  },
  responses: {
    200: json(
      'Submitted; what stands there now is what will be examined',
      z.object({
        receiptNumber: z.string().openapi({ description: '受付番号, `R2026-000001`: the same in every round.' }),
        round: z.number().int().openapi({ description: 'Which submission this is, from 1.' }),
      }),
    ),
    ...refusals(403, 404, 409, 422),
  },
});

const prepare = createRoute({
  ...{ method: 'post', path: '/applications/{id}/prepare', operationId: 'prepareApplication', tags },
  summary: 'A sub ID asks its signatory to submit it (署名者の確認へ回す)',
  description:
    'The way of a sub ID that may not submit, or whose firm wants the signatory’s release: the signatory is mailed and ' +
    'calls `submitApplication`, or `giveBackApplication` with a note. Until then nobody changes it.',
  // Not ready: an empty draft.
  ...example({ order: 872, as: 'sub', path: { id: bySub }, status: 422 }),
  request: { params: ofApplication, headers: maybeVersionedHeaders },
  responses: {
    200: json('It waits for the signatory', z.object({ preparedAt: instant('Since when.') })),
    ...refusals(403, 404, 409, 422),
  },
});

const takeBack = createRoute({
  ...{ method: 'post', path: '/applications/{id}/take-back', operationId: 'takeBackApplication', tags },
  summary: 'A sub ID takes back what waits for its signatory',
  ...example({ order: 874, as: 'sub', path: { id: bySub }, status: 409 }),
  request: { params: ofApplication, headers: onceHeaders },
  responses: { 204: { description: 'Taken back; it can be changed again' }, ...refusals(403, 404, 409, 422) },
});

const Note = z.strictObject({
  note: z.string().max(2000).openapi({ description: 'What to change; the holder of the sub ID reads it.' }),
});

const giveBack = createRoute({
  ...{ method: 'post', path: '/applications/{id}/give-back', operationId: 'giveBackApplication', tags },
  summary: 'The signatory gives back what a sub ID prepared',
  ...example({
    ...{ order: 878, as: 'user', path: { id: bySub }, status: 409 },
    body: { json: { note: 'Please check the quantity of line 1.' } },
  }),
  request: {
    ...{ params: ofApplication, headers: onceHeaders },
    body: { required: true, content: { 'application/json': { schema: Note } } },
  },
  responses: { 204: { description: 'Given back' }, ...refusals(403, 404, 409, 422) },
});

const withdraw = createRoute({
  ...{ method: 'post', path: '/applications/{id}/withdraw', operationId: 'withdrawApplication', tags },
  summary: 'Take it back (取下げ), before it is certified',
  ...example({
    ...{ order: 860, as: 'user', path: { id: { from: 'startOther', at: 'applicationId' } }, status: 204 },
  }),
  request: { params: ofApplication, headers: onceHeaders },
  responses: { 204: { description: 'Withdrawn' }, ...refusals(403, 404, 409, 422) },
});

const Reason = z.strictObject({
  note: z.string().max(2000).openapi({ description: 'The reason; kept with the void number.' }),
});

const cancel = createRoute({
  ...{ method: 'post', path: '/applications/{id}/cancel', operationId: 'cancelApplication', tags },
  summary: 'Cancel what is certified and unpaid (承認取消), where the chamber lets firms do it',
  ...example({
    ...{ order: 700, as: 'user', path: { id: started }, status: 403 },
    body: { json: { note: 'The shipment was called off.' } },
  }),
  request: {
    ...{ params: ofApplication, headers: onceHeaders },
    body: { required: true, content: { 'application/json': { schema: Reason } } },
  },
  responses: { 204: { description: 'Cancelled' }, ...refusals(403, 404, 409, 422) },
});

export function addApplicationSteps(api: OpenAPIHono<Env>): void {
  api.openapi(submit, async (c) => {
    const applicationId = c.req.valid('param').id;
    // Without a body there is none to read: the validator then hands on an empty object.
    const whys = c.req.valid('json').why ?? {};
    return c.json(await submitApplication(ctxOf(c), { applicationId, whys, ...ifMatchOf(c, 'optional') }), 200);
  });
  api.openapi(prepare, async (c) => {
    const applicationId = c.req.valid('param').id;
    const { preparedAt } = await prepareApplication(ctxOf(c), { applicationId, ...ifMatchOf(c, 'optional') });
    return c.json({ preparedAt: preparedAt.toISOString() }, 200);
  });
  api.openapi(takeBack, async (c) => {
    await takeBackPrepared(ctxOf(c), { applicationId: c.req.valid('param').id });
    return c.body(null, 204);
  });
  api.openapi(giveBack, async (c) => {
    await giveBackPrepared(ctxOf(c), { applicationId: c.req.valid('param').id, note: c.req.valid('json').note });
    return c.body(null, 204);
  });
  api.openapi(withdraw, async (c) => {
    await withdrawApplication(ctxOf(c), { applicationId: c.req.valid('param').id });
    return c.body(null, 204);
  });
  api.openapi(cancel, async (c) => {
    await cancelOwn(ctxOf(c), { applicationId: c.req.valid('param').id, note: c.req.valid('json').note });
    return c.body(null, 204);
  });
}
