import { byOf, type Ctx } from '../../accounts/context.ts';
import { requireAct } from '../../accounts/rights.ts';
import { appendEvent } from '../../audit/events.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import { activeSubId } from './own-sub-id.ts';
import { limitProblems, type SubIdLimits } from './sub-ids-input.ts';
import { updateSubId } from './sub-ids-store.ts';

/**
 * What a sub ID may do from now on, and until when. Refuses `not_found` for another signatory's, `conflict` for one that has
 * ended, `invalid` for a last day that is over.
 */
export async function limitSubId(ctx: Ctx, input: { accountId: string } & SubIdLimits): Promise<void> {
  const { actor, now } = ctx;
  requireAct(actor, 'sub.manage');
  const fields = limitProblems(input, dayInJapan(now));
  if (fields.length > 0) throw new Refusal('invalid', { fields });
  await inChamber(ctx.db, actor.chamberId, async (trx) => {
    const { sub } = await activeSubId(trx, actor, input.accountId);
    await updateSubId(trx, { ...sub, may: input.may, validUntil: input.validUntil });
    await appendEvent(trx, {
      ...{ chamberId: actor.chamberId, at: now, by: byOf(actor), subject: 'account', subjectId: sub.accountId },
      action: 'limit',
      detail: {
        from: { may: sub.may, validUntil: sub.validUntil },
        to: { may: input.may, validUntil: input.validUntil },
      },
    });
  });
}
