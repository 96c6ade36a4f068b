// 登録料: what a registration costs, as the guide says it.
import type { OpenCtx } from '../accounts/context.ts';
import { feeOn, type MemberClass, memberClasses } from '../chambers/fees.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber } from '../lib/db.ts';
import { listFees } from './charges-store.ts';

/** Yen, tax included; undefined where the chamber has set no fee yet, which is not "free". */
export type RegistrationFees = Readonly<Record<MemberClass, number | undefined>>;

/** The fees of today, in Japan. */
export function registrationFees(ctx: Pick<OpenCtx, 'db' | 'now'>, chamberId: string): Promise<RegistrationFees> {
  const today = dayInJapan(ctx.now);
  return inChamber(ctx.db, chamberId, async (trx) => {
    const fees: Partial<Record<MemberClass, number>> = {};
    for (const memberClass of memberClasses) {
      const table = await listFees(trx, { chamberId, kind: 'registration', memberClass });
      const fee = feeOn(table, 'registration', memberClass, today);
      if (fee) fees[memberClass] = fee.yen;
    }
    return { member: fees.member, non_member: fees.non_member };
  });
}
