// お支払い: several certified applications in one payment, at the card company.
import { byOf, type Ctx } from '../accounts/context.ts';
import { isAmong } from '../applications/cases-store.ts';
import { casesFor, firmOf } from '../applications/firm.ts';
import { lockApplicationRows } from '../applications/store.ts';
import { appendEvent } from '../audit/events.ts';
import { inChamber, isDuplicate } from '../lib/db.ts';
import { isId, newId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import { askForPage, cameTooLate, keepPage, pageEndsAt, renewOpening } from './card-page.ts';
import { lockCharges } from './charges-store.ts';
import type { Payment } from './payment.ts';
import { getPayment, insertPayment } from './store.ts';

export const paymentAtMost = 100;

/**
 * Makes the payment and opens the card company's page for it. Refuses `invalid` for none or too many, `not_found` for what
 * is not the actor's own, `conflict` when one of them is not waiting for payment, or is in another open payment.
 * `unavailable`: the card company does not answer; the payment is there and `openPayment` tries again.
 */
export async function startPayment(
  ctx: Ctx,
  input: { applicationIds: readonly string[]; locale: 'ja' | 'en' },
): Promise<{ paymentId: string; url: string }> {
  const payment = await createPayment(ctx, [...new Set(input.applicationIds)], input.locale);
  return { paymentId: payment.paymentId, url: await openPayment(ctx, payment.paymentId) };
}

async function createPayment(ctx: Ctx, ids: readonly string[], locale: 'ja' | 'en'): Promise<Payment> {
  const { actor, now } = ctx;
  if (ids.length === 0 || ids.length > paymentAtMost)
    throw new Refusal('invalid', {
      fields: [
        {
          field: 'applications',
          ja: `お支払いになる申請を、1件以上${paymentAtMost}件まで選んでください。`,
          en: `Choose the applications to pay for, 1 to ${paymentAtMost} at a time.`,
        },
      ],
    });
  if (!ids.every(isId)) throw new Refusal('not_found');
  try {
    return await inChamber(ctx.db, actor.chamberId, async (trx) => {
      const cases = await casesFor(trx, actor, 'payment.pay', now);
      const { signatory } = await firmOf(trx, actor, now);
      const rows = await lockApplicationRows(trx, actor.chamberId, ids);
      if (rows.length !== ids.length || rows.some((row) => !isAmong(cases, row))) throw new Refusal('not_found');
      if (rows.some((row) => row.status !== 'certified')) throw new Refusal('conflict');
      const charges = await lockCharges(trx, actor.chamberId, ids);
      if (charges.length !== ids.length || charges.some((charge) => charge.status !== 'open'))
        throw new Refusal('conflict');
      const receipts = rows.map((row) => row.receiptNumber ?? '').sort();
      const payment: Payment = {
        ...{ chamberId: actor.chamberId, paymentId: newId(now), accountId: actor.accountId, status: 'created', locale },
        ...{ signatoryId: signatory.signatoryId, yen: charges.reduce((sum, charge) => sum + charge.yen, 0) },
        description: described(receipts, locale),
        ...{ sessionExpiresAt: pageEndsAt(now), sessionAttempt: 1 },
        ...{ sessionId: null, sessionUrl: null, paymentIntentId: null, createdAt: now, settledAt: null },
      };
      await insertPayment(
        trx,
        payment,
        charges.map((charge) => charge.chargeId),
      );
      await appendEvent(trx, {
        ...{ chamberId: actor.chamberId, at: now, by: byOf(actor), subject: 'payment', subjectId: payment.paymentId },
        ...{ action: 'create', to: 'created', detail: { applications: ids, yen: payment.yen } },
      });
      return payment;
    });
  } catch (error) {
    // The rule "in one open payment at most" is the database's: two tabs that pay the same find it out here.
    if (isDuplicate(error)) throw new Refusal('conflict', { cause: error });
    throw error;
  }
}

function described(receipts: readonly string[], locale: 'ja' | 'en'): string {
  const [first = ''] = receipts;
  const more = receipts.length - 1;
  if (locale === 'ja') return more > 0 ? `証明料 ${first} ほか${more}件` : `証明料 ${first}`;
  return more > 0 ? `Certificate fees ${first} and ${more} more` : `Certificate fee ${first}`;
}

/**
 * The address of the card company's page for a payment that is not paid yet; opens the page when that failed before, and
 * opens it anew, for an hour from now, when it was never made. However often this is asked, there is one page that can be
 * paid, and one charge at most. Refuses `conflict` when the payment is over, `unavailable` when nobody answers.
 */
export async function openPayment(ctx: Ctx, paymentId: string): Promise<string> {
  const payment = await ownPayment(ctx, 'payment.pay', paymentId);
  const known = knownPage(payment);
  if (known !== undefined) return known;
  const first = await askForPage(ctx, payment);
  if (first.page) return keepPage(ctx, payment, first.page);
  if (!cameTooLate(payment, ctx.now)) throw first.refused;
  const renewed = await renewOpening(ctx, payment);
  const elsewhere = knownPage(renewed); // another tab has opened it meanwhile
  if (elsewhere !== undefined) return elsewhere;
  const second = await askForPage(ctx, renewed);
  if (!second.page) throw second.refused;
  return keepPage(ctx, renewed, second.page);
}

/** The page that is open already; undefined where it is still to be opened. */
function knownPage(payment: Payment): string | undefined {
  if (payment.status === 'pending' && payment.sessionUrl !== null) return payment.sessionUrl;
  if (payment.status !== 'created') throw new Refusal('conflict');
  return undefined;
}

/**
 * A payment with which the actor may do this. Refuses `not_found` for any other; `not_allowed` to a sub ID that was to pay
 * and may not any more.
 */
export function ownPayment(ctx: Ctx, act: 'payment.read' | 'payment.pay', paymentId: string): Promise<Payment> {
  if (!isId(paymentId)) return Promise.reject(new Refusal('not_found'));
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const cases = await casesFor(trx, ctx.actor, act, ctx.now);
    const payment = await getPayment(trx, ctx.actor.chamberId, paymentId, 'look');
    if (!isAmong(cases, payment)) throw new Refusal('not_found');
    return payment;
  });
}
