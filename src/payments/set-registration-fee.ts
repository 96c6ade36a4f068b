// 登録料 of one procedure: set by the chamber from the fee table, by the member class that it finds. What is owed is a charge,
// as for a certificate; another class before it is paid voids it and makes another.
import { byOf, type Ctx } from '../accounts/context.ts';
import { appendEvent } from '../audit/events.ts';
import type { Fee, MemberClass } from '../chambers/fees.ts';
import type { Trx } from '../lib/db.ts';
import { newId } from '../lib/ids.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import type { Procedure } from '../registrations/procedures/procedure.ts';
import { updateProcedureFee } from '../registrations/procedures/procedures-store.ts';
import { lockUnheldCharge, voidLocked } from './charge.ts';
import { insertCharge } from './charges-store.ts';
import type { Subject } from './payment.ts';
import { isFreeProcedure, registrationFee } from './registration-fees.ts';

export type FeeSetting = {
  /** 会員区分, as the chamber finds it. */
  memberClass: MemberClass;
  /** The fee that the actor has in front of him, in yen; a table that has changed since is `conflict`. */
  feeSeenYen?: number;
};

export const feeSubject = ({ procedureId }: Pick<Procedure, 'procedureId'>): Subject => ({
  ...{ kind: 'registration', id: procedureId },
});

/**
 * Sets the fee of a procedure that the caller has locked, in his transaction; returns it as it is then. Set again as it is,
 * nothing happens. Refuses `conflict` while somebody pays it online, or when it is another than was seen; `invalid` at
 * `memberClass` where the table has no fee for it, or the fee was paid for the other class.
 */
export async function setFee(
  trx: Trx,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  procedure: Procedure,
  { memberClass, feeSeenYen }: FeeSetting,
): Promise<Procedure> {
  const { chamberId } = procedure;
  if (procedure.feePaid !== null)
    return paidAlready(procedure, { memberClass, ...(feeSeenYen === undefined ? {} : { feeSeenYen }) });
  const fee = await feeFor(trx, ctx, procedure, memberClass);
  const feeYen = fee?.yen ?? 0;
  if (feeSeenYen !== undefined && feeSeenYen !== feeYen) throw new Refusal('conflict');
  const owed = await lockUnheldCharge(trx, { chamberId, subject: feeSubject(procedure) });
  if (procedure.feeYen === feeYen && procedure.feeMemberClass === memberClass) return procedure;
  if (owed) await voidLocked(trx, owed, { chamberId, by: byOf(ctx.actor), at: ctx.now });
  if (fee && feeYen > 0)
    await insertCharge(trx, {
      ...{ chamberId, chargeId: newId(ctx.now), subject: feeSubject(procedure), fee, at: ctx.now },
    });
  await noteSet(trx, ctx, procedure, { feeYen, memberClass });
  return { ...procedure, feeYen, feeMemberClass: memberClass };
}

/** What was paid stays what was paid: another class of the same firm is a matter of 登録変更, which is free. */
function paidAlready(procedure: Procedure, { memberClass, feeSeenYen }: FeeSetting): Procedure {
  if (procedure.feeMemberClass !== memberClass)
    throw new Refusal('invalid', { fields: [paidForAnother(procedure.feeMemberClass)] });
  if (feeSeenYen !== undefined && feeSeenYen !== procedure.feeYen) throw new Refusal('conflict');
  return procedure;
}

/** undefined: this kind of procedure is free. */
async function feeFor(
  trx: Trx,
  ctx: Pick<Ctx, 'now'>,
  { chamberId, kind }: Procedure,
  memberClass: MemberClass,
): Promise<Fee | undefined> {
  if (isFreeProcedure(kind)) return undefined;
  const fee = await registrationFee(trx, chamberId, memberClass, ctx.now);
  if (!fee) throw new Refusal('invalid', { fields: [noFee(memberClass)] });
  return fee;
}

async function noteSet(
  trx: Trx,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  { chamberId, procedureId, feeYen: before }: Procedure,
  { feeYen, memberClass }: { feeYen: number; memberClass: MemberClass },
): Promise<void> {
  await updateProcedureFee(trx, { chamberId, procedureId, feeYen, feeMemberClass: memberClass });
  await appendEvent(trx, {
    ...{ chamberId, at: ctx.now, by: byOf(ctx.actor), subject: 'procedure', subjectId: procedureId, action: 'set_fee' },
    detail: { yen: feeYen, memberClass, ...(before === null ? {} : { before }) },
  });
}

const names = { member: ['会員', 'members'], non_member: ['非会員', 'non-members'] } as const;

const noFee = (memberClass: MemberClass): FieldProblem => ({
  field: 'memberClass',
  ja: `料金表に、${names[memberClass][0]}の登録料がありません。料金表を先に定めてください。`,
  en: `The fee table has no registration fee for ${names[memberClass][1]}. Set it first.`,
});

const paidForAnother = (paidAs: MemberClass | null): FieldProblem => ({
  field: 'memberClass',
  ja: `登録料は${paidAs === null ? '別の区分' : names[paidAs][0]}の額で支払い済みです。この区分のまま受理し、会員区分は登録変更(無料)で改めてください。`,
  en: `The fee was paid as for ${paidAs === null ? 'another class' : names[paidAs][1]}. Accept it so, and change the membership by a change of the registration, which is free.`,
});
