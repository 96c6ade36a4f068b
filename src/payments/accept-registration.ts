// 受理, with its fee: what is charged follows from the fee table and from the member class that the chamber finds.
import type { Ctx } from '../accounts/context.ts';
import { requireProven } from '../accounts/proof.ts';
import { requireAct } from '../accounts/rights.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { type Acceptance, type Accepted, acceptProcedure } from '../registrations/procedures/accept-procedure.ts';
import { settleAtCounter } from './registration-fee-desk.ts';
import { type FeeSetting, setFee } from './set-registration-fee.ts';

export type RegistrationAcceptance = Acceptance &
  FeeSetting & {
    /** What is owed is received at the counter at this moment; not asked where it is paid already, or nothing is to be. */
    feePaidAtCounter: boolean;
  };

/**
 * Accepts, in one transaction with the fee: set by the table of today unless it is paid, and received at the counter where
 * the actor says so. An acceptance that is refused leaves no trace. Refusals as `acceptProcedure`, `setFee` and
 * `settleAtCounter`.
 */
export async function acceptRegistration(ctx: Ctx, input: RegistrationAcceptance): Promise<Accepted> {
  requireAct(ctx.actor, 'desk.register');
  requireProven(ctx);
  return acceptProcedure(ctx, input, async (trx, found) => {
    const procedure = await setFee(trx, ctx, found, input);
    if ((procedure.feeYen ?? 0) === 0 || procedure.feePaid !== null) return procedure;
    if (!input.feePaidAtCounter) throw new Refusal('invalid', { fields: [notPaid] });
    return settleAtCounter(trx, ctx, procedure);
  });
}

const notPaid: FieldProblem = {
  field: 'feePaidAtCounter',
  ja: '登録料がまだ支払われていません。窓口で受領したときは、チェックを入れてください。',
  en: 'The registration fee has not been paid. If it was received at the counter, tick that it was.',
};
