// 登録料: what a registration costs, as the guide says it and the desk charges it.
import type { Ctx, OpenCtx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { type Fee, feeOn, type MemberClass, memberClasses } from '../chambers/fees.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import type { ProcedureKind } from '../registrations/procedures/procedure.ts';
import { listFees } from './charges-store.ts';

/** Yen, tax included; undefined where the chamber has set no fee yet, which is not "free". */
export type RegistrationFees = Readonly<Record<MemberClass, number | undefined>>;

/** 登録切替 keeps its paid term and a change gains none: both are free. That a change is, is our choice. */
export const isFreeProcedure = (kind: ProcedureKind): boolean => kind === 'switch' || kind === 'change';

/** The line of the fee table that holds on the day of `now`, in Japan; undefined: there is none yet. */
export async function registrationFee(
  trx: Trx,
  chamberId: string,
  memberClass: MemberClass,
  now: Date,
): Promise<Fee | undefined> {
  const table = await listFees(trx, { chamberId, kind: 'registration', memberClass });
  return feeOn(table, 'registration', memberClass, dayInJapan(now));
}

/** The fees of today, in Japan. */
export function registrationFees(ctx: Pick<OpenCtx, 'db' | 'now'>, chamberId: string): Promise<RegistrationFees> {
  return inChamber(ctx.db, chamberId, async (trx) => {
    const fees: Partial<Record<MemberClass, number>> = {};
    for (const memberClass of memberClasses) {
      const fee = await registrationFee(trx, chamberId, memberClass, ctx.now);
      if (fee) fees[memberClass] = fee.yen;
    }
    return { member: fees.member, non_member: fees.non_member };
  });
}

/** What a procedure of that kind costs today, to staff. */
export async function feesOfProcedure(ctx: Ctx, kind: ProcedureKind): Promise<RegistrationFees> {
  requireAct(ctx.actor, 'desk.look');
  return isFreeProcedure(kind) ? { member: 0, non_member: 0 } : registrationFees(ctx, ctx.actor.chamberId);
}
