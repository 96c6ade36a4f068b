// What a firm sets for itself: who sees whose cases, and whether a sub ID's applications are released by its signatory.
import { byOf, type Ctx } from '../accounts/context.ts';
import { appendEvent } from '../audit/events.ts';
import { inChamber } from '../lib/db.ts';
import { ownFirm } from './firm-ids.ts';
import { lockFirmRules, updateFirmRules } from './firm-rules-store.ts';
import type { Registration } from './registration.ts';

export type FirmRules = Pick<Registration, 'usersSeeAll' | 'releaseRequired'>;

/**
 * Both at once, as they shall be from now on; what is so already is not written again. What waits for release when that is no
 * longer asked for still waits: its signatory releases it or gives it back.
 */
export async function setFirmRules(ctx: Ctx, rules: FirmRules): Promise<void> {
  const { chamberId, registrationId } = ownFirm(ctx, 'registration.set');
  const { usersSeeAll, releaseRequired } = rules;
  await inChamber(ctx.db, chamberId, async (trx) => {
    const before = await lockFirmRules(trx, { chamberId, registrationId });
    if (before.usersSeeAll === usersSeeAll && before.releaseRequired === releaseRequired) return;
    await updateFirmRules(trx, { chamberId, registrationId }, { usersSeeAll, releaseRequired });
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: byOf(ctx.actor), subject: 'registration', subjectId: registrationId },
      ...{ action: 'set_rules', detail: { before, after: { usersSeeAll, releaseRequired } } },
    });
  });
}
