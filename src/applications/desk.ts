// Who of the chamber may see and take which application.

import type { Actor } from '../accounts/context.ts';
import { type Act, requireAct } from '../accounts/rights.ts';
import type { Trx } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import type { ApplicationRow } from './application.ts';
import { getApplicationRow, type Reading } from './store.ts';

/** Any member of staff may look; a draft is the firm's alone and is not found here. Refuses `not_allowed` for firms. */
export async function deskRow(trx: Trx, actor: Actor, id: string, reading: Reading): Promise<ApplicationRow> {
  requireAct(actor, 'desk.look');
  if (!isId(id)) throw new Refusal('not_found');
  const row = await getApplicationRow(trx, actor.chamberId, id, reading);
  if (row.round === 0) throw new Refusal('not_found');
  return row;
}

/** The same, for a deed that needs a right and the round that the actor has in front of him (`conflict` when it moved on). */
export async function deskRowFor(
  trx: Trx,
  actor: Actor,
  act: Extract<Act, `desk.${string}`>,
  of: { applicationId: string; round: number },
): Promise<ApplicationRow> {
  requireAct(actor, act);
  const row = await deskRow(trx, actor, of.applicationId, 'lock');
  if (row.round !== of.round) throw new Refusal('conflict');
  return row;
}

/** Refuses `conflict` when a colleague holds it. */
export function requireNotHeldByOther(actor: Actor, row: Pick<ApplicationRow, 'claimedBy'>): void {
  if (row.claimedBy !== null && row.claimedBy !== actor.accountId) throw new Refusal('conflict');
}
