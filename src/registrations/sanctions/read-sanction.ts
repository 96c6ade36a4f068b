import type { Ctx } from '../../accounts/context.ts';
import { requireAct } from '../../accounts/rights.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber } from '../../lib/db.ts';
import { isId } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import { getRegistration } from '../store.ts';
import { getSanction, listInForce, type SanctionView } from './sanctions-store.ts';

/** One that the actor's own chamber imposed. Refuses `not_found` for any other. */
export function readSanction(ctx: Ctx, sanctionId: string): Promise<SanctionView> {
  requireAct(ctx.actor, 'desk.look');
  const { chamberId } = ctx.actor;
  if (!isId(sanctionId)) return Promise.reject(new Refusal('not_found'));
  return inChamber(ctx.db, chamberId, async (trx) => {
    const sanction = await getSanction(trx, sanctionId, 'look');
    if (sanction.chamberId !== chamberId) throw new Refusal('not_found');
    return sanction;
  });
}

/** What is in force on the firm under which the actor's ID stands, of whichever chamber; nothing for staff. */
export function readOwnSanctions(ctx: Ctx): Promise<SanctionView[]> {
  requireAct(ctx.actor, 'account.use');
  const { chamberId, registrationId } = ctx.actor;
  if (registrationId === null) return Promise.resolve([]);
  return inChamber(ctx.db, chamberId, async (trx) => {
    const { corporateNumber } = await getRegistration(trx, chamberId, registrationId);
    return listInForce(trx, { corporateNumber, registration: { chamberId, registrationId } }, dayInJapan(ctx.now));
  });
}
