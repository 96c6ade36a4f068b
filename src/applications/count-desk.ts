import type { Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber } from '../lib/db.ts';
import { mostCandidates } from '../registrations/sanctions/answer-match.ts';
import { listCandidates } from '../registrations/sanctions/matches-store.ts';
import { countQueue, type QueueCounts } from './desk-queue-store.ts';
import { countStopped } from './sanctioned-cases-store.ts';

export type DeskCounts = QueueCounts & {
  /** Certified, and stopped by a sanction until staff have decided. */
  stopped: number;
  /** Registrations of which somebody has to say whether they are of a sanctioned firm; `mostCandidates` at most. */
  questions: number;
};

/** How many wait for what at the desk, and how many of them the actor holds. Refuses `not_allowed` for firms. */
export async function countDesk(ctx: Ctx): Promise<DeskCounts> {
  const { chamberId, accountId } = ctx.actor;
  requireAct(ctx.actor, 'desk.look');
  return inChamber(ctx.db, chamberId, async (trx) => ({
    ...(await countQueue(trx, { chamberId, accountId })),
    stopped: await countStopped(trx, { chamberId, today: dayInJapan(ctx.now) }),
    questions: (await listCandidates(trx, { chamberId, today: dayInJapan(ctx.now), limit: mostCandidates })).length,
  }));
}
