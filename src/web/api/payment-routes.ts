// お支払い by a program: what waits, begin a payment for it, see whether it was paid. The card itself is typed at the card
// company's page.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  cancelOwnPayment,
  listOwnPayments,
  listPayable,
  payablePageSize,
  paymentsPageSize,
  readOwnPayment,
} from '../../payments/own-payments.ts';
import { openPayment, paymentAtMost, startPayment } from '../../payments/start-payment.ts';
import { ctxOf, type Env } from '../request.ts';
import { json, onceHeaders, pageNumberOf, problem, refusals } from './answers.ts';
import { started } from './applications-routes.ts';
import { example } from './examples.ts';
import {
  cardPage,
  PayableItem,
  Payment,
  PaymentHead,
  PaymentStatus,
  payableShown,
  paymentHeadShown,
  paymentShown,
} from './payment-schema.ts';

const tags = ['Payment'];
const begun = { from: 'startPayment', at: 'paymentId' };
const unavailable = {
  503: problem('The card company does not answer (`unavailable`); nothing was charged. Try again'),
};
const ofPayment = z.object({
  id: z.string().openapi({ description: 'The payment, as `startPayment` named it.' }),
});

const payable = createRoute({
  ...{ method: 'get', path: '/payable', operationId: 'listPayable', tags },
  summary: 'The certified applications that wait for payment, with their fees; and the payments that are open',
  ...example({ order: 605, as: 'user', status: 200 }),
  request: { query: z.object({ page: pageNumberOf(payablePageSize) }) },
  responses: {
    200: json(
      'What is in an open payment stands there, and not among `applications`; `total` counts the latter',
      z.object({ applications: z.array(PayableItem), total: z.number().int(), unpaid: z.array(Payment) }),
    ),
    ...refusals(403, 422),
  },
});

const start = createRoute({
  ...{ method: 'post', path: '/payments', operationId: 'startPayment', tags },
  summary: 'Begin a payment for one or more certified applications',
  description:
    'Somebody opens `url` in a browser and types the card there: card numbers never come to this API. When the answer is 503 ' +
    'the payment is there, and holds its applications: `listPayable` names it among `unpaid`, `openPayment` goes on.',
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
      z.object({ paymentId: z.uuid(), url: cardPage }),
    ),
    ...refusals(403, 404, 409, 422),
    ...unavailable,
  },
});

const open = createRoute({
  ...{ method: 'post', path: '/payments/{id}/open', operationId: 'openPayment', tags },
  summary: 'The card company’s page of a payment that is not paid yet',
  description: 'The same one, however often it is asked for; opened now, when that failed before.',
  ...example({ order: 615, as: 'user', path: { id: begun }, status: 200 }),
  request: { params: ofPayment, headers: onceHeaders },
  responses: { 200: json('Open', z.object({ url: cardPage })), ...refusals(403, 404, 409, 422), ...unavailable },
});

const read = createRoute({
  ...{ method: 'get', path: '/payments/{id}', operationId: 'getPayment', tags },
  summary: 'A payment, and how far its applications are',
  ...example({ order: 620, as: 'user', path: { id: begun }, status: 200 }),
  request: { params: ofPayment },
  responses: {
    200: json('As it is known here; what the card company has not told yet comes by itself within minutes', Payment),
    ...refusals(403, 404),
  },
});

const list = createRoute({
  ...{ method: 'get', path: '/payments', operationId: 'listPayments', tags },
  summary: 'Every payment of this signatory, newest first',
  ...example({ order: 625, as: 'user', status: 200 }),
  request: { query: z.object({ page: pageNumberOf(paymentsPageSize) }) },
  responses: {
    200: json('`total` counts all', z.object({ payments: z.array(PaymentHead), total: z.number().int() })),
    ...refusals(403, 422),
  },
});

const cancel = createRoute({
  ...{ method: 'post', path: '/payments/{id}/cancel', operationId: 'cancelPayment', tags },
  summary: 'Give a payment up; its applications can be paid anew',
  ...example({ order: 630, as: 'user', path: { id: begun }, status: 200 }),
  request: { params: ofPayment, headers: onceHeaders },
  responses: {
    200: json('Its state now: `settled` when it was paid at that very moment', z.object({ status: PaymentStatus })),
    ...refusals(403, 404, 409, 422),
    ...unavailable,
  },
});

export function addPaymentRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(payable, async (c) => {
    const { rows, total, stopped, unpaid } = await listPayable(ctxOf(c), c.req.valid('query').page);
    return c.json(
      { applications: rows.map((row) => payableShown(row, stopped)), total, unpaid: unpaid.map(paymentShown) },
      200,
    );
  });
  api.openapi(start, async (c) => c.json(await startPayment(ctxOf(c), c.req.valid('json')), 201));
  api.openapi(open, async (c) => c.json({ url: await openPayment(ctxOf(c), c.req.valid('param').id) }, 200));
  api.openapi(read, async (c) => c.json(paymentShown(await readOwnPayment(ctxOf(c), c.req.valid('param').id)), 200));
  api.openapi(list, async (c) => {
    const { rows, total } = await listOwnPayments(ctxOf(c), c.req.valid('query').page);
    return c.json({ payments: rows.map(paymentHeadShown), total }, 200);
  });
  api.openapi(cancel, async (c) => c.json({ status: await cancelOwnPayment(ctxOf(c), c.req.valid('param').id) }, 200));
}
