// 登録料 from the side of the firm: what it owes, and paying it by card. Whoever asks for the registration pays, with its ID or
// by the link of the procedure alone.
import { getSettings } from '../chambers/settings-store.ts';
import { inChamber, isDuplicate, type Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { byApplicant, chamberOf, type FormCtx, ownProcedure } from '../registrations/procedures/applicant.ts';
import type { Procedure } from '../registrations/procedures/procedure.ts';
import { isOver } from '../registrations/procedures/procedure-lifecycle.ts';
import { openPage } from './card-page.ts';
import { findHoldingPayment, lockCharges } from './charges-store.ts';
import { giveUp } from './give-up.ts';
import { isUnpaid, type PaymentStatus } from './lifecycle.ts';
import { makePayment } from './make-payment.ts';
import type { Payment } from './payment.ts';
import { feeSubject } from './set-registration-fee.ts';
import { findPaymentOfProcedure, getPayment } from './store.ts';

export type OwnFee = {
  /** It is owed now, and the chamber takes cards for it. */
  byCard: boolean;
  /** The payment at the card company that was begun last, whatever became of it. */
  payment: Payment | undefined;
};

/** What the firm has to know of its fee, beside what stands in the procedure. Refuses `not_found`. */
export function readOwnFee(ctx: FormCtx, procedureId: string): Promise<OwnFee> {
  return inChamber(ctx.db, chamberOf(ctx), async (trx) => {
    const procedure = await ownProcedure(trx, ctx, procedureId, 'look');
    const { registrationFeeOnline } = await getSettings(trx, procedure.chamberId);
    return {
      byCard: isOwed(procedure) && registrationFeeOnline,
      payment: await findPaymentOfProcedure(trx, procedure),
    };
  });
}

const isOwed = ({ feeYen, feePaid, status }: Procedure): boolean =>
  (feeYen ?? 0) > 0 && feePaid === null && !isOver(status);

/**
 * Begins to pay, and opens the card company's page. A second press of the button, another tab and another person with the
 * same link come to the payment that the first has made: there is one charge at most. Refuses `not_found` for a procedure
 * that is not the applicant's, `conflict` when nothing is owed (any more) or the chamber takes the fee at its counter only,
 * `unavailable` when the card company does not answer; the payment is there then, and the same asked again goes on with it.
 */
export async function payRegistrationFee(
  ctx: FormCtx,
  input: { procedureId: string; locale: 'ja' | 'en' },
): Promise<{ paymentId: string; url: string }> {
  const payment = await begunPayment(ctx, input);
  const url = await openPage({ ...ctx, by: byApplicant(ctx.applicant) }, payment);
  return { paymentId: payment.paymentId, url };
}

async function begunPayment(ctx: FormCtx, input: { procedureId: string; locale: 'ja' | 'en' }): Promise<Payment> {
  try {
    return await inChamber(ctx.db, chamberOf(ctx), async (trx) => {
      const procedure = await ownProcedure(trx, ctx, input.procedureId, 'lock');
      const { chamberId } = procedure;
      const subject = feeSubject(procedure);
      const [charge] = await lockCharges(trx, chamberId, { kind: subject.kind, ids: [subject.id] });
      if (charge?.status !== 'open' || !isOwed(procedure)) throw new Refusal('conflict');
      const begun = await findHoldingPayment(trx, { chamberId, subject });
      if (begun !== undefined) return getPayment(trx, chamberId, begun, 'look');
      await requireOnline(trx, chamberId);
      const receipt = procedure.receiptNumber ?? '';
      return makePayment(trx, ctx, {
        ...{ chamberId, by: byApplicant(ctx.applicant), charges: [charge], locale: input.locale },
        payer: { accountId: accountOf(ctx), signatoryId: null, procedureId: procedure.procedureId },
        description: input.locale === 'ja' ? `貿易登録料 ${receipt}` : `Trade registration fee ${receipt}`,
        detail: { procedure: procedure.procedureId },
      });
    });
  } catch (error) {
    if (isDuplicate(error)) throw new Refusal('conflict', { cause: error });
    throw error;
  }
}

const accountOf = ({ applicant }: FormCtx): string | null =>
  applicant.kind === 'administrator' ? applicant.actor.accountId : null;

async function requireOnline(trx: Trx, chamberId: string): Promise<void> {
  if (!(await getSettings(trx, chamberId)).registrationFeeOnline) throw new Refusal('conflict');
}

/**
 * Gives up the payment that was begun, to pay at the counter or with another card. Returns its status now: `settled` when it
 * was paid at that moment. Refuses `not_found`, `conflict` when none is open, `unavailable`.
 */
export async function cancelFeePayment(ctx: FormCtx, procedureId: string): Promise<PaymentStatus> {
  const { payment } = await readOwnFee(ctx, procedureId);
  if (!payment || !isUnpaid(payment.status)) throw new Refusal('conflict');
  return giveUp({ ...ctx, by: byApplicant(ctx.applicant) }, payment);
}
