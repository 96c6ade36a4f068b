// The steps that the chamber takes by a program: claim, examine, certify, hand back, cancel.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { claimApplication, releaseApplication } from '../../applications/claim.ts';
import { claimNext } from '../../applications/claim-next.ts';
import { approveApplication, rejectApplication, sendBack } from '../../applications/examine.ts';
import { places } from '../../applications/finding.ts';
import { handBack } from '../../applications/hand-back.ts';
import { cancelCertified } from '../../certificates/cancel.ts';
import { certifyApplication } from '../../certificates/certify.ts';
import { resumeHeld } from '../../certificates/held.ts';
import { ctxOf, type Env } from '../request.ts';
import { json, ofApplication, onceHeaders, refusals } from './answers.ts';
import { copied, started } from './applications-routes.ts';
import { example } from './examples.ts';

const tags = ['Desk'];
const round = z.int().min(1).openapi({
  description: 'The submission that was looked at. When the firm has submitted again since: 409 `conflict`.',
});
const note = z.string().max(2000).openapi({ description: 'The reason; must not be empty.' });
const roundAgain = { from: 'submitAgain', at: 'round' };

const bodyOf = <T extends z.ZodType>(schema: T) => ({
  ...{ params: ofApplication, headers: onceHeaders },
  body: { required: true as const, content: { 'application/json': { schema } } },
});
const done = (description: string) => ({ 204: { description }, ...refusals(403, 404, 409, 422) });

const claim = createRoute({
  ...{ method: 'post', path: '/desk/applications/{id}/claim', operationId: 'claimApplication', tags },
  summary: 'Take it for examination',
  ...example({
    ...{ order: 520, as: 'examiner', path: { id: started }, body: { json: { takeOver: false } }, status: 204 },
  }),
  request: bodyOf(
    z.strictObject({
      takeOver: z.boolean().default(false).openapi({ description: 'Also when a colleague holds it; he will see it.' }),
    }),
  ),
  responses: done('It is held by this ID'),
});

const next = createRoute({
  ...{ method: 'post', path: '/desk/claim-next', operationId: 'claimNext', tags },
  summary: 'Take the oldest that nobody holds for examination',
  description: 'Two who ask at once get two different ones.',
  ...example({ order: 535, as: 'examiner', status: 200 }),
  request: { headers: onceHeaders },
  responses: {
    200: json('`null`: none waits', z.object({ applicationId: z.uuid().nullable() })),
    ...refusals(403, 409, 422),
  },
});

const release = createRoute({
  ...{ method: 'post', path: '/desk/applications/{id}/release', operationId: 'releaseApplication', tags },
  summary: 'Give it back to the queue',
  ...example({ order: 530, as: 'examiner', path: { id: started }, status: 204 }),
  request: { params: ofApplication, headers: onceHeaders },
  responses: done('Nobody holds it'),
});

const back = createRoute({
  ...{ method: 'post', path: '/desk/applications/{id}/send-back', operationId: 'sendBack', tags },
  summary: 'Send it back to the firm with what to mend (修正)',
  ...example({
    ...{ order: 540, as: 'examiner', path: { id: started }, status: 204 },
    body: {
      json: {
        round: { from: 'submitApplication', at: 'round' },
        remarks: [{ place: '2', words: '荷受人の住所をインボイスと同じにしてください。' }],
      },
    },
  }),
  request: bodyOf(
    z.strictObject({
      round,
      remarks: z
        .array(z.strictObject({ place: z.enum(places), words: z.string().max(2000) }))
        .min(1)
        .max(200)
        .openapi({ description: 'What to mend, at which box. The firm reads it on its page.' }),
    }),
  ),
  responses: done('It is with the firm'),
});

const reject = createRoute({
  ...{ method: 'post', path: '/desk/applications/{id}/reject', operationId: 'rejectApplication', tags },
  summary: 'Refuse it for good (却下)',
  ...example({
    ...{ order: 840, as: 'examiner', path: { id: copied }, status: 204 },
    body: { json: { round: { from: 'submitCopy', at: 'round' }, note: '産品が日本産ではありません。' } },
  }),
  request: bodyOf(z.strictObject({ round, note })),
  responses: done('Rejected'),
});

const approval = {
  round: roundAgain,
  invoiceSignedBy: { from: 'getDeskCase', at: 'signatories.0.signatoryId' },
};
const approve = createRoute({
  ...{ method: 'post', path: '/desk/applications/{id}/approve', operationId: 'approveApplication', tags },
  summary: 'What is declared agrees with the documents (審査済)',
  ...example(
    { order: 570, as: 'examiner', path: { id: started }, body: { json: approval }, status: 204 },
    {
      ...{ name: 'approveAgain', order: 590, as: 'examiner', path: { id: started }, status: 204 },
      body: { json: approval },
    },
  ),
  request: bodyOf(
    z.strictObject({
      round,
      invoiceSignedBy: z
        .string()
        .openapi({ description: 'The signatory whose registered signature the invoice bears.' }),
    }),
  ),
  responses: done('Approved'),
});

const hand = createRoute({
  ...{ method: 'post', path: '/desk/applications/{id}/hand-back', operationId: 'handBack', tags },
  summary: 'The certifier hands it back to the examiners',
  ...example({
    ...{ order: 580, as: 'certifier', path: { id: started }, status: 204 },
    body: { json: { round: roundAgain, note: '数量をもう一度確かめてください。' } },
  }),
  request: bodyOf(z.strictObject({ round, note })),
  responses: done('It waits for examination again'),
});

const certify = createRoute({
  ...{ method: 'post', path: '/desk/applications/{id}/certify', operationId: 'certifyApplication', tags },
  summary: 'Certify it (承認): number, date and record are fixed for good',
  description:
    'Only by a key that the chamber allowed to certify. Where the chamber wants two persons, not by the ID that approved.',
  ...example({
    ...{ order: 600, as: 'certifier', path: { id: started }, body: { json: { round: roundAgain } }, status: 200 },
    headers: { 'Idempotency-Key': 'example-certify' },
  }),
  request: bodyOf(z.strictObject({ round })),
  responses: {
    200: json(
      'Certified',
      z.object({
        number: z.string().openapi({ description: 'Certificate No., `9901-2026-000123-K`.' }),
        date: z.iso.date().openapi({ description: '証明日付, the day in Japan.' }),
      }),
    ),
    ...refusals(403, 404, 409, 422),
  },
});

const cancel = createRoute({
  ...{ method: 'post', path: '/desk/applications/{id}/cancel', operationId: 'cancelCertification', tags },
  summary: 'Cancel what is certified and unpaid (承認取消); the number stays used and void',
  ...example({
    ...{ order: 710, as: 'certifier', path: { id: started }, status: 204 },
    body: { json: { note: '申請者の依頼による。' } },
  }),
  request: bodyOf(z.strictObject({ note })),
  responses: done('Cancelled'),
});

const resume = createRoute({
  ...{ method: 'post', path: '/desk/applications/{id}/resume', operationId: 'resumeHeld', tags },
  summary: 'Let a held case (保留: paid, and not issued) go on to its papers',
  // None is held in a fresh demo world: the example shows the answer to one that is not.
  ...example({ ...{ order: 720, as: 'certifier', path: { id: started }, status: 409 } }),
  request: { params: ofApplication, headers: onceHeaders },
  responses: done('Paid again; the papers are being made'),
});

export function addDeskSteps(api: OpenAPIHono<Env>): void {
  api.openapi(claim, async (c) => {
    const { takeOver } = c.req.valid('json');
    await claimApplication(ctxOf(c), { applicationId: c.req.valid('param').id, takeOver });
    return c.body(null, 204);
  });
  api.openapi(next, async (c) => c.json({ applicationId: (await claimNext(ctxOf(c))) ?? null }, 200));
  api.openapi(release, async (c) => {
    await releaseApplication(ctxOf(c), { applicationId: c.req.valid('param').id });
    return c.body(null, 204);
  });
  api.openapi(back, async (c) => {
    await sendBack(ctxOf(c), { applicationId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  });
  api.openapi(reject, async (c) => {
    await rejectApplication(ctxOf(c), { applicationId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  });
  api.openapi(approve, async (c) => {
    await approveApplication(ctxOf(c), { applicationId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  });
  api.openapi(hand, async (c) => {
    await handBack(ctxOf(c), { applicationId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  });
  api.openapi(certify, async (c) => {
    const input = { applicationId: c.req.valid('param').id, ...c.req.valid('json') };
    return c.json(await certifyApplication(ctxOf(c), input), 200);
  });
  api.openapi(resume, async (c) => {
    await resumeHeld(ctxOf(c), { applicationId: c.req.valid('param').id });
    return c.body(null, 204);
  });
  api.openapi(cancel, async (c) => {
    await cancelCertified(ctxOf(c), { applicationId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  });
}
