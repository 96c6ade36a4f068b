import { byOf, type Ctx } from '../../accounts/context.ts';
import { appendEvent } from '../../audit/events.ts';
import { inChamber } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import { deskProcedure } from './procedure-desk.ts';
import { updateProcedureFee } from './procedures-store.ts';

/**
 * 登録料 of this case, in yen, tax included; 0: it is free. Whoever holds the case sets it, and may set it anew until it is
 * paid. Refuses `conflict` when it is another round or a colleague's, is not being examined, or was paid at another amount.
 * RangeError for what is no whole amount from 0.
 */
export async function setProcedureFee(
  ctx: Ctx,
  input: { procedureId: string; round: number; feeYen: number },
): Promise<void> {
  const { actor, now } = ctx;
  const { feeYen } = input;
  if (!Number.isSafeInteger(feeYen) || feeYen < 0) throw new RangeError(`not a whole amount of yen from 0: ${feeYen}`);
  await inChamber(ctx.db, actor.chamberId, async (trx) => {
    const procedure = await deskProcedure(trx, ctx, input.procedureId, 'lock');
    const { chamberId, procedureId, status, round, claimedBy } = procedure;
    if (status !== 'examining' || round !== input.round || claimedBy !== actor.accountId) throw new Refusal('conflict');
    if (procedure.feeYen === feeYen) return;
    if (procedure.feePaid !== null) throw new Refusal('conflict');
    await updateProcedureFee(trx, { chamberId, procedureId, feeYen });
    await appendEvent(trx, {
      ...{ chamberId, at: now, by: byOf(actor), subject: 'procedure', subjectId: procedureId, action: 'set_fee' },
      detail: { yen: feeYen, ...(procedure.feeYen === null ? {} : { before: procedure.feeYen }) },
    });
  });
}
