// What somebody who works with a sub ID should know of it: whose signature it uses, and what is left to the signatory.
import type { Ctx } from '../accounts/context.ts';
import { inChamber } from '../lib/db.ts';
import type { Signatory, SubMay } from '../registrations/registration.ts';
import { findSubId } from '../registrations/sub-ids/sub-ids-store.ts';
import { firmOf } from './firm.ts';

export type OwnLimits = {
  signatory: Pick<Signatory, 'nameJa' | 'nameEn'>;
  may: readonly SubMay[];
  /** The last day of its use, YYYY-MM-DD in Japan; null: no end. */
  validUntil: string | null;
  /** The firm wants the signatory's release of what it prepares. */
  releaseRequired: boolean;
};

/** Of the actor's own sub ID; undefined for any other kind of ID. Refuses `not_allowed` when its last day is over. */
export function readOwnLimits(ctx: Ctx): Promise<OwnLimits | undefined> {
  const { actor, now } = ctx;
  if (actor.role !== 'sub') return Promise.resolve(undefined);
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const { signatory, registration } = await firmOf(trx, actor, now);
    const sub = await findSubId(trx, actor.chamberId, actor.accountId);
    if (!sub) throw new Error(`the sub ID ${actor.accountId} is none`);
    const { may, validUntil } = sub;
    return { signatory, may, validUntil, releaseRequired: registration.releaseRequired };
  });
}
