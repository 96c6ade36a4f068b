// 証明料: owed from the moment of certification, by the fee that was in force when the firm applied.

import { advance } from '../audit/advance.ts';
import type { By } from '../audit/events.ts';
import type { MemberClass } from '../chambers/fees.ts';
import { feeOn } from '../chambers/fees.ts';
import { dayInJapan } from '../lib/clock.ts';
import type { Trx } from '../lib/db.ts';
import { newId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import { findHoldingPayment, insertCharge, listFees, lockCharges } from './charges-store.ts';
import { chargeLifecycle } from './lifecycle.ts';
import type { Charge, Subject } from './payment.ts';

/** Adds the charge to the caller's transaction. Refuses `invalid` where the chamber has set no fee. Returns the yen. */
export async function addCharge(
  trx: Trx,
  of: {
    chamberId: string;
    applicationId: string;
    kind: string;
    memberClass: MemberClass;
    /** When the firm applied (for the last time): the day whose fee counts. */
    appliedAt: Date;
    at: Date;
  },
): Promise<number> {
  const { chamberId, applicationId, kind, memberClass } = of;
  const fee = feeOn(await listFees(trx, { chamberId, kind, memberClass }), kind, memberClass, dayInJapan(of.appliedAt));
  if (!fee)
    throw new Refusal('invalid', {
      fields: [
        {
          field: '',
          ja: 'この証明の手数料が定められていません。商工会議所の設定を確かめてください。',
          en: 'The chamber has set no fee for this certificate. Please check its settings.',
        },
      ],
    });
  const subject = { kind: 'application', id: applicationId } as const;
  await insertCharge(trx, { chamberId, chargeId: newId(of.at), subject, fee, at: of.at });
  return fee.yen;
}

/** Voids what is owed, for a certification that is cancelled. Refuses `conflict` while a payment holds it, or it is paid. */
export async function voidCharge(
  trx: Trx,
  of: { chamberId: string; applicationId: string; by: By; at: Date },
): Promise<void> {
  const { chamberId, applicationId: id } = of;
  const charge = await lockUnheldCharge(trx, { chamberId, subject: { kind: 'application', id } });
  if (!charge) throw new Error(`application ${id} was certified and nothing is owed for it`);
  await voidLocked(trx, charge, { chamberId, by: of.by, at: of.at });
}

/** Owed no more. The charge is locked and in no payment. Refuses `conflict` when it is paid. */
export async function voidLocked(
  trx: Trx,
  { chargeId, status }: Charge,
  { chamberId, by, at }: { chamberId: string; by: By; at: Date },
): Promise<void> {
  await advance(trx, chargeLifecycle, {
    ...{ subject: 'charge', chamberId, id: chargeId, from: status, action: 'void', role: 'system', by, at },
  });
}

/** What is owed or was paid for this, locked; undefined: nothing is. Refuses `conflict` while an open payment holds it. */
export async function lockUnheldCharge(
  trx: Trx,
  of: { chamberId: string; subject: Subject },
): Promise<Charge | undefined> {
  const { kind, id } = of.subject;
  const [charge] = await lockCharges(trx, of.chamberId, { kind, ids: [id] });
  // After the lock: a payment that begins has locked the charge first.
  if (charge?.status === 'open' && (await findHoldingPayment(trx, of)) !== undefined) throw new Refusal('conflict');
  return charge;
}
