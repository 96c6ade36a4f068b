import type { Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { inChamber } from '../lib/db.ts';
import { countQueue, type QueueCounts } from './desk-queue-store.ts';

/** How many wait for what at the desk, and how many of them the actor holds. Refuses `not_allowed` for firms. */
export async function countDesk(ctx: Ctx): Promise<QueueCounts> {
  const { chamberId, accountId } = ctx.actor;
  requireAct(ctx.actor, 'desk.look');
  return inChamber(ctx.db, chamberId, (trx) => countQueue(trx, { chamberId, accountId }));
}
