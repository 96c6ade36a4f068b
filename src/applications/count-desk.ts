import type { Ctx } from '../accounts/context.ts';
import { inChamber } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { countQueue, type QueueCounts } from './desk-queue-store.ts';

/** How many wait for what at the desk, and how many of them the actor holds. Refuses `not_allowed` for firms. */
export async function countDesk(ctx: Ctx): Promise<QueueCounts> {
  const { role, chamberId, accountId } = ctx.actor;
  if (role !== 'staff') throw new Refusal('not_allowed');
  return inChamber(ctx.db, chamberId, (trx) => countQueue(trx, { chamberId, accountId }));
}
