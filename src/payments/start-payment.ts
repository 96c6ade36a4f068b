// お支払い: several certified applications in one payment, at the card company.
import { byOf, type Ctx } from '../accounts/context.ts';
import { type Cases, isAmong } from '../applications/cases-store.ts';
import { casesFor, firmOf } from '../applications/firm.ts';
import { requireMayBePaid } from '../applications/sanctioned-cases.ts';
import { lockApplicationRows } from '../applications/store.ts';
import { inChamber, isDuplicate } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import { openPage } from './card-page.ts';
import { lockCharges } from './charges-store.ts';
import { makePayment } from './make-payment.ts';
import type { Payment } from './payment.ts';
import { getPayment } from './store.ts';

export const paymentAtMost = 100;

/**
 * Makes the payment and opens the card company's page for it. Refuses `invalid` for none or too many, `not_found` for what
 * is not the actor's own, `invalid` for what a sanction stops until the chamber has decided, `conflict` when one of them is not waiting for payment, or is in another open payment.
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
      await requireMayBePaid(trx, { chamberId: actor.chamberId, applicationIds: ids, now });
      const charges = await lockCharges(trx, actor.chamberId, { kind: 'application', ids });
      if (charges.length !== ids.length || charges.some((charge) => charge.status !== 'open'))
        throw new Refusal('conflict');
      const receipts = rows.map((row) => row.receiptNumber ?? '').sort();
      return makePayment(trx, ctx, {
        ...{ chamberId: actor.chamberId, by: byOf(actor), charges, locale, detail: { applications: ids } },
        payer: { accountId: actor.accountId, signatoryId: signatory.signatoryId, procedureId: null },
        description: described(receipts, locale),
      });
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

/** The card company's page for one of the actor's payments: `openPage`. Refuses `not_found`, and as that does. */
export async function openPayment(ctx: Ctx, paymentId: string): Promise<string> {
  return openPage({ ...ctx, by: byOf(ctx.actor) }, await ownPayment(ctx, 'payment.pay', paymentId));
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
    if (!isPayer(cases, payment)) throw new Refusal('not_found');
    return payment;
  });
}

/** A payment for applications is whose these are; what a registration costs is paid by who asks for that. */
export const isPayer = (cases: Cases, { accountId, signatoryId }: Payment): boolean =>
  accountId !== null && signatoryId !== null && isAmong(cases, { accountId, signatoryId });
