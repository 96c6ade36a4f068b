// What a firm does after certification: pay at the card company, fetch the papers and the statement; the chamber opens the
// print window again.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { applicationStatuses } from '../../applications/lifecycle.ts';
import { versions } from '../../certificates/papers-store.ts';
import { downloadPaper, reopenPrinting } from '../../certificates/print.ts';
import { usageStatement } from '../../certificates/usage-statement.ts';
import { paymentStatuses } from '../../payments/lifecycle.ts';
import { cancelOwnPayment, type PaymentView, readOwnPayment } from '../../payments/own-payments.ts';
import { paymentAtMost, startPayment } from '../../payments/start-payment.ts';
import { attachment } from '../attachment.ts';
import { ctxOf, type Env } from '../request.ts';
import { file, instant, json, ofApplication, onceHeaders, problem, refusals } from './answers.ts';
import { started } from './applications-routes.ts';
import { example } from './examples.ts';

const tags = ['Payment and printing'];
const begun = { from: 'startPayment', at: 'paymentId' };
const yen = z.number().int().openapi({ description: 'Whole yen, consumption tax included.' });
const unavailable = {
  503: problem('The card company does not answer (`unavailable`); nothing was charged. Try again'),
};
const ofPayment = z.object({
  id: z.string().openapi({ description: 'The payment, as `startPayment` named it.' }),
});
const status = z.enum(paymentStatuses).openapi({
  description:
    '`created`, `pending`: may still be paid. `settled`: paid, the certificates are being issued or are. Otherwise over, ' +
    'without a charge or (`refunded`) with the money given back.',
});

const start = createRoute({
  ...{ method: 'post', path: '/payments', operationId: 'startPayment', tags },
  summary: 'Begin a payment (お支払い) for one or more certified applications',
  description:
    'Somebody opens `url` in a browser and types the card there: card numbers never come to this API. When the answer is 503 ' +
    'the payment may be there; send the same again only with the same `Idempotency-Key`, or see the page お支払い.',
  ...example({
    ...{ order: 610, as: 'user', status: 201, headers: { 'Idempotency-Key': 'example-payment' } },
    body: { json: { applicationIds: [started], locale: 'en' } },
  }),
  request: {
    headers: onceHeaders,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            applicationIds: z
              .array(z.string())
              .min(1)
              .max(paymentAtMost)
              .openapi({
                description: `Applications of this ID in the state \`certified\`, ${paymentAtMost} at most.`,
              }),
            locale: z.enum(['ja', 'en']).openapi({ description: 'The language of the card company’s page.' }),
          }),
        },
      },
    },
  },
  responses: {
    201: json(
      'It is open for an hour. Its applications are in no other payment meanwhile',
      z.object({
        paymentId: z.string(),
        url: z.string().openapi({ description: 'The card company’s page for this payment.' }),
      }),
    ),
    ...refusals(403, 404, 409, 422),
    ...unavailable,
  },
});

const read = createRoute({
  ...{ method: 'get', path: '/payments/{id}', operationId: 'getPayment', tags },
  summary: 'A payment, and how far its applications are',
  ...example({ order: 620, as: 'user', path: { id: begun }, status: 200 }),
  request: { params: ofPayment },
  responses: {
    200: json(
      'As it is known here; what the card company has not told yet comes by itself within minutes',
      z.object({
        ...{ paymentId: z.string(), status, yen },
        url: z.string().nullable().openapi({ description: 'Where to pay; null when it cannot be paid any more.' }),
        expiresAt: instant('Until when it can be paid.'),
        createdAt: instant('When it was begun.'),
        settledAt: instant('When it was paid.').nullable(),
        applications: z.array(
          z.object({
            ...{ applicationId: z.string(), receiptNumber: z.string().nullable(), yen },
            status: z.enum(applicationStatuses),
          }),
        ),
      }),
    ),
    ...refusals(403, 404),
  },
});

const cancel = createRoute({
  ...{ method: 'post', path: '/payments/{id}/cancel', operationId: 'cancelPayment', tags },
  summary: 'Give a payment up; its applications can be paid anew',
  ...example({ order: 630, as: 'user', path: { id: begun }, status: 200 }),
  request: { params: ofPayment, headers: onceHeaders },
  responses: {
    200: json('Its state now: `settled` when it was paid at that very moment', z.object({ status })),
    ...refusals(403, 404, 409),
    ...unavailable,
  },
});

const paper = createRoute({
  ...{ method: 'get', path: '/applications/{id}/papers/{version}', operationId: 'downloadPaper', tags },
  summary: 'The issued certificate, signed by the chamber, within its print window',
  description:
    'Always the same bytes. Each download is written down. Print it on A4, plain white, in colour, at 100 %.',
  ...example({ order: 640, as: 'user', path: { id: started, version: 'ORIGINAL' }, status: 409 }),
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
  ...example({ order: 650, as: 'user', path: { id: started }, status: 409 }),
  request: { params: ofApplication },
  responses: { 200: file('A4, Japanese with English captions', 'application/pdf'), ...refusals(403, 404, 409) },
});

const reopen = createRoute({
  ...{ method: 'post', path: '/desk/applications/{id}/reopen-printing', operationId: 'reopenPrinting', tags },
  summary: 'Open the print window again, as long as after the issue',
  description: 'By a key that the chamber allowed to certify.',
  ...example({
    ...{ order: 660, as: 'certifier', path: { id: started }, status: 409 },
    body: { json: { note: 'The firm’s printer was broken for two weeks.' } },
  }),
  request: {
    ...{ params: ofApplication, headers: onceHeaders },
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            note: z.string().max(2000).openapi({ description: 'The reason; must not be empty.' }),
          }),
        },
      },
    },
  },
  responses: {
    200: json(
      'Open again',
      z.object({
        printUntil: z.iso.date().openapi({ description: 'The last day, in Japan: it ends at 24:00.' }),
      }),
    ),
    ...refusals(403, 404, 409, 422),
  },
});

export function addPaymentRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(start, async (c) => c.json(await startPayment(ctxOf(c), c.req.valid('json')), 201));
  api.openapi(read, async (c) => c.json(shownPayment(await readOwnPayment(ctxOf(c), c.req.valid('param').id)), 200));
  api.openapi(cancel, async (c) => c.json({ status: await cancelOwnPayment(ctxOf(c), c.req.valid('param').id) }, 200));
  api.openapi(paper, async (c) => {
    const { id, version } = c.req.valid('param');
    const found = await downloadPaper(ctxOf(c), { applicationId: id, version });
    return attachment(c, { ...found, mediaType: 'application/pdf', extension: '.pdf' });
  });
  api.openapi(statement, async (c) => {
    const found = await usageStatement(ctxOf(c), c.req.valid('param').id);
    return attachment(c, { ...found, mediaType: 'application/pdf', extension: '.pdf' });
  });
  api.openapi(reopen, async (c) => {
    const applicationId = c.req.valid('param').id;
    return c.json(await reopenPrinting(ctxOf(c), { applicationId, note: c.req.valid('json').note }), 200);
  });
}

function shownPayment({ payment, items }: PaymentView) {
  return {
    ...{ paymentId: payment.paymentId, status: payment.status, yen: payment.yen },
    url: payment.status === 'pending' ? payment.sessionUrl : null,
    expiresAt: payment.sessionExpiresAt.toISOString(),
    createdAt: payment.createdAt.toISOString(),
    settledAt: payment.settledAt?.toISOString() ?? null,
    applications: items.map((item) => ({
      ...{ applicationId: item.applicationId, receiptNumber: item.receiptNumber },
      ...{ yen: item.yen, status: item.status },
    })),
  };
}
