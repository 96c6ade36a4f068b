// 受理, with its fee: what is charged follows from the fee table and from the member class that the chamber finds.
import type { Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import type { MemberClass } from '../chambers/fees.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { type Acceptance, type Accepted, acceptProcedure } from '../registrations/procedures/accept-procedure.ts';
import type { ProcedureKind } from '../registrations/procedures/procedure.ts';
import { readDeskProcedure } from '../registrations/procedures/procedure-desk.ts';
import { setProcedureFee } from '../registrations/procedures/set-procedure-fee.ts';
import { type RegistrationFees, registrationFees } from './registration-fees.ts';

/** 登録切替 keeps its paid term and a change gains none: both are free. That a change is, is our choice. */
export const isFreeProcedure = (kind: ProcedureKind): boolean => kind === 'switch' || kind === 'change';

/** Yen, tax included; undefined where the chamber has set no fee yet, which is not "free". */
export async function feesOfProcedure(ctx: Ctx, kind: ProcedureKind): Promise<RegistrationFees> {
  requireAct(ctx.actor, 'desk.look');
  return isFreeProcedure(kind) ? { member: 0, non_member: 0 } : registrationFees(ctx, ctx.actor.chamberId);
}

export type RegistrationAcceptance = Acceptance & {
  /** The fee that the actor has in front of him; a table that has changed since is `conflict`. */
  feeSeenYen?: number;
};

/**
 * Sets the fee by the table of today and accepts. Refusals as `acceptProcedure`; `invalid` also where the chamber has no fee
 * for that member class.
 */
export async function acceptRegistration(ctx: Ctx, input: RegistrationAcceptance): Promise<Accepted> {
  requireAct(ctx.actor, 'desk.register');
  const { procedureId, round, memberClass, feeSeenYen } = input;
  const { procedure } = await readDeskProcedure(ctx, procedureId);
  if (procedure.status !== 'examining') throw new Refusal('conflict');
  const fees = await feesOfProcedure(ctx, procedure.kind);
  const feeYen = procedure.feePaid === null ? fees[memberClass] : (procedure.feeYen ?? undefined);
  if (feeYen === undefined) throw new Refusal('invalid', { fields: [noFee(memberClass)] });
  if (feeSeenYen !== undefined && feeSeenYen !== feeYen) throw new Refusal('conflict');
  // Asked before anything is written: an acceptance that is refused for want of the fee leaves no trace.
  if (feeYen > 0 && procedure.feePaid === null && !input.feePaidAtCounter)
    throw new Refusal('invalid', { fields: [notPaid] });
  await setProcedureFee(ctx, { procedureId, round, feeYen });
  return acceptProcedure(ctx, input);
}

const noFee = (memberClass: MemberClass): FieldProblem => ({
  field: 'memberClass',
  ja: `料金表に、${memberClass === 'member' ? '会員' : '非会員'}の登録料がありません。料金表を先に定めてください。`,
  en: `The fee table has no registration fee for ${memberClass === 'member' ? 'members' : 'non-members'}. Set it first.`,
});

const notPaid: FieldProblem = {
  field: 'feePaidAtCounter',
  ja: '登録料を窓口で受領したことを確かめて、チェックを入れてください。',
  en: 'Receive the registration fee at the counter, then tick that you have.',
};
