// 登録料 by a program: the chamber tells it and receives it, the administrator ID sees and pays it. The card itself is typed at
// the card company's page.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { cancelFeePayment, type OwnFee, payRegistrationFee, readOwnFee } from '../../payments/pay-registration-fee.ts';
import {
  type DeskFee,
  noteFeeReturned,
  readDeskFee,
  receiveFeeAtCounter,
  tellRegistrationFee,
} from '../../payments/registration-fee-desk.ts';
import { registrationStatement } from '../../payments/registration-statement.ts';
import { memberClasses } from '../../registrations/content.ts';
import { feeToReturn, type Procedure, waysPaid } from '../../registrations/procedures/procedure.ts';
import { readDeskProcedure } from '../../registrations/procedures/procedure-desk.ts';
import { readForm } from '../../registrations/procedures/read-procedure.ts';
import { attachment } from '../attachment.ts';
import { ctxOf, type Env } from '../request.ts';
import { file, given, instant, json, onceHeaders, problem, refusals } from './answers.ts';
import { example } from './examples.ts';
import { cardPage, PaymentHead, PaymentStatus, paymentHeadShown } from './payment-schema.ts';
import { begun, formCtx, ofProcedure } from './procedure-routes.ts';

const yen = z.int().openapi({ description: 'Whole yen, consumption tax included.' });
const unavailable = {
  503: problem('The card company does not answer (`unavailable`); nothing was charged. Try again'),
};

const fee = {
  feeYen: yen.nullable().openapi({ description: '登録料; null: the chamber has not told it yet.' }),
  memberClass: z.enum(memberClasses).nullable().openapi({ description: '会員区分 as the chamber found it.' }),
  paid: z.enum(waysPaid).nullable().openapi({ description: 'How it was paid; null: not yet, or nothing is to pay.' }),
  toReturnYen: yen.openapi({
    description: 'Paid for a procedure that came to nothing, and still to be given back by the chamber; else 0.',
  }),
  returnedAt: instant('When the chamber gave it back.').nullable(),
};

const feeShown = (procedure: Procedure) => ({
  ...{ feeYen: procedure.feeYen, memberClass: procedure.feeMemberClass, paid: procedure.feePaid },
  ...{ toReturnYen: feeToReturn(procedure), returnedAt: procedure.feeReturnedAt?.toISOString() ?? null },
});

const FirmFee = z
  .object({
    ...fee,
    byCard: z.boolean().openapi({ description: 'It is owed now, and may be paid by card.' }),
    payment: z.union([PaymentHead, z.null()]).openapi({ description: 'What was begun last, whatever became of it.' }),
  })
  .openapi('RegistrationFee');

const firmFeeShown = (procedure: Procedure, { byCard, payment }: OwnFee): z.infer<typeof FirmFee> => ({
  ...{ ...feeShown(procedure), byCard, payment: payment ? paymentHeadShown(payment) : null },
});

const ofClass = z.object({ member: yen.nullable(), non_member: yen.nullable() });
const FeeAtDesk = z
  .object({
    ...fee,
    fees: ofClass.openapi({ description: 'By the fee table of today; null: it has none.' }),
    online: z.boolean().openapi({ description: 'The chamber takes cards for it.' }),
    payingUntil: instant('The firm pays online at this moment, until then at most.').nullable(),
  })
  .openapi('DeskRegistrationFee');

const deskFeeShown = (procedure: Procedure, { fees, online, paying }: DeskFee): z.infer<typeof FeeAtDesk> => ({
  ...feeShown(procedure),
  fees: { member: fees.member ?? null, non_member: fees.non_member ?? null },
  ...{ online, payingUntil: paying?.sessionExpiresAt.toISOString() ?? null },
});

const firm = { tags: ['Administrator'] };
const ofFirm = '/firm/procedures/{id}/fee' as const;
const asFirm = { as: 'administrator', path: begun } as const;

const look = createRoute({
  ...{ method: 'get', path: ofFirm, operationId: 'getProcedureFee', ...firm },
  summary: 'The fee of a procedure, and how its payment stands',
  ...example({ order: 969, ...asFirm, status: 200 }),
  request: { params: ofProcedure },
  responses: { 200: json('A change and a switch are free', FirmFee), ...refusals(403, 404) },
});

const pay = createRoute({
  ...{ method: 'post', path: `${ofFirm}/payment`, operationId: 'payProcedureFee', ...firm },
  summary: 'Begin to pay the fee by card, or go on with it',
  description:
    'Somebody opens `url` in a browser and types the card there. Asked again, also by somebody else, it is the same ' +
    'payment while that is open.',
  ...example({ order: 969.1, ...asFirm, body: { json: { locale: 'en' } }, status: 409 }),
  request: {
    ...{ params: ofProcedure, headers: onceHeaders },
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            locale: z.enum(['ja', 'en']).openapi({ description: 'The language of the card company’s page.' }),
          }),
        },
      },
    },
  },
  responses: {
    201: json('It is open for an hour', z.object({ paymentId: z.uuid(), url: cardPage })),
    ...refusals(403, 404, 409, 422),
    ...unavailable,
  },
});

const cancel = createRoute({
  ...{ method: 'post', path: `${ofFirm}/payment/cancel`, operationId: 'cancelProcedureFeePayment', ...firm },
  summary: 'Give the payment up that is open; the fee can be paid anew, or at the counter',
  ...example({ order: 969.2, ...asFirm, status: 409 }),
  request: { params: ofProcedure, headers: onceHeaders },
  responses: {
    200: json('Its state now: `settled` when it was paid at that very moment', z.object({ status: PaymentStatus })),
    ...refusals(403, 404, 409),
    ...unavailable,
  },
});

const statement = createRoute({
  ...{ method: 'get', path: `${ofFirm}/statement`, operationId: 'downloadProcedureStatement', ...firm },
  summary: 'ご利用明細 (qualified invoice) of a fee that was paid by card',
  ...example({ order: 969.3, ...asFirm, status: 409 }),
  request: { params: ofProcedure },
  responses: { 200: file('A4, Japanese with English captions', 'application/pdf'), ...refusals(403, 404, 409) },
});

const desk = { tags: ['Registration desk'] };
const ofDesk = '/desk/registrations/{id}/fee' as const;
const asDesk = { as: 'certifier', path: begun } as const;
const round = z.int().openapi({ description: 'The round that was read. When it is another now: 409.' });
const sent = <T extends z.ZodType>(schema: T) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});
const done = { 204: { description: 'Done' } };

const read = createRoute({
  ...{ method: 'get', path: ofDesk, operationId: 'getDeskProcedureFee', ...desk },
  summary: 'The fee of a procedure, what the table says today, and whether the firm is paying',
  ...example({ order: 976.51, ...asDesk, status: 200 }),
  request: { params: ofProcedure },
  responses: { 200: json('As it stands now', FeeAtDesk), ...refusals(403, 404) },
});

const tell = createRoute({
  ...{ method: 'post', path: ofDesk, operationId: 'tellProcedureFee', ...desk },
  summary: 'Set the fee by the member class that the chamber finds, and mail the firm what it owes',
  description: 'While it is received or in examination. Another class before it is paid sets another fee.',
  ...example({ order: 976.52, ...asDesk, body: { json: { round: 1, memberClass: 'non_member' } }, status: 409 }),
  request: {
    ...{ params: ofProcedure, headers: onceHeaders },
    body: sent(
      z.strictObject({
        ...{ round, memberClass: z.enum(memberClasses) },
        feeSeenYen: z.int().optional().openapi({ description: 'When the fee is another now: 409.' }),
      }),
    ),
  },
  responses: { 200: json('Told', z.object({ feeYen: yen })), ...refusals(403, 404, 409, 422) },
});

const receive = createRoute({
  ...{ method: 'post', path: `${ofDesk}/counter`, operationId: 'receiveProcedureFee', ...desk },
  summary: 'The fee was received at the counter. 409 while the firm pays it online',
  ...example({ order: 976.53, ...asDesk, body: { json: { round: 1, feeSeenYen: 16_500 } }, status: 409 }),
  request: {
    ...{ params: ofProcedure, headers: onceHeaders },
    body: sent(z.strictObject({ round, feeSeenYen: z.int().openapi({ description: 'What was received, in yen.' }) })),
  },
  responses: { ...done, ...refusals(403, 404, 409, 422) },
});

const giveBack = createRoute({
  ...{ method: 'post', path: `${ofDesk}/returned`, operationId: 'returnProcedureFee', ...desk },
  summary: 'What was paid for a procedure that came to nothing was given back by the chamber',
  ...example({ order: 976.54, ...asDesk, status: 409 }),
  request: { params: ofProcedure, headers: onceHeaders },
  responses: { ...done, ...refusals(403, 404, 409) },
});

export function addRegistrationFeeRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(look, async (c) => {
    const { id } = c.req.valid('param');
    const { procedure } = await readForm(formCtx(c), id);
    return c.json(firmFeeShown(procedure, await readOwnFee(formCtx(c), id)), 200);
  });
  api.openapi(pay, async (c) => {
    const of = { procedureId: c.req.valid('param').id, ...c.req.valid('json') };
    return c.json(await payRegistrationFee(formCtx(c), of), 201);
  });
  api.openapi(cancel, async (c) =>
    c.json({ status: await cancelFeePayment(formCtx(c), c.req.valid('param').id) }, 200),
  );
  api.openapi(statement, async (c) => {
    const found = await registrationStatement(formCtx(c), c.req.valid('param').id);
    return attachment(c, { ...found, mediaType: 'application/pdf', extension: '.pdf' });
  });
  addDeskFeeRoutes(api);
}

function addDeskFeeRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(read, async (c) => {
    const { id } = c.req.valid('param');
    const { procedure } = await readDeskProcedure(ctxOf(c), id);
    return c.json(deskFeeShown(procedure, await readDeskFee(ctxOf(c), id)), 200);
  });
  api.openapi(tell, async (c) => {
    const { feeSeenYen, ...told } = c.req.valid('json');
    const of = { procedureId: c.req.valid('param').id, ...told, ...given({ feeSeenYen }) };
    return c.json(await tellRegistrationFee(ctxOf(c), of), 200);
  });
  api.openapi(receive, async (c) => {
    await receiveFeeAtCounter(ctxOf(c), { procedureId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  });
  api.openapi(giveBack, async (c) => {
    await noteFeeReturned(ctxOf(c), { procedureId: c.req.valid('param').id });
    return c.body(null, 204);
  });
}
