// 保留: paid, and not issued. Nobody's money waits unseen: what does not come through within five minutes is held, the
// chamber sees it in a list of its own, mends the cause, and lets it go on.
import { byOf, type Ctx, type OpenCtx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { deskRow } from '../applications/desk.ts';
import { applicationLifecycle } from '../applications/lifecycle.ts';
import { getApplicationRow } from '../applications/store.ts';
import { advance } from '../audit/advance.ts';
import { listChamberIds } from '../chambers/store.ts';
import { inChamber, inInstallation } from '../lib/db.ts';
import { listPaidSince } from './papers-store.ts';

/** Papers take seconds; the job that makes them is tried again for minutes before that. */
const patienceMs = 5 * 60_000;

/** Holds every application that is paid for longer than that. Returns how many. */
export async function holdStuck(ctx: OpenCtx): Promise<number> {
  let held = 0;
  for (const chamberId of await inInstallation(ctx.db, listChamberIds)) {
    const before = new Date(ctx.now.getTime() - patienceMs);
    const stuck = await inChamber(ctx.db, chamberId, (trx) => listPaidSince(trx, chamberId, before));
    for (const applicationId of stuck) {
      const note =
        '支払いから5分以内に証明書を作成できませんでした。 / The papers could not be made within 5 minutes of payment.';
      if (await holdApplication(ctx, { chamberId, applicationId }, note)) held++;
    }
  }
  return held;
}

/** Holds one that is paid; false when it is not (any more). */
export function holdApplication(
  ctx: OpenCtx,
  { chamberId, applicationId }: { chamberId: string; applicationId: string },
  note: string,
): Promise<boolean> {
  return inChamber(ctx.db, chamberId, async (trx) => {
    const application = await getApplicationRow(trx, chamberId, applicationId, 'lock');
    if (application.status !== 'paid') return false;
    await advance(trx, applicationLifecycle, {
      ...{ subject: 'application', chamberId, id: applicationId, from: application.status, action: 'hold', note },
      ...{ role: 'system', by: { kind: 'system' }, at: ctx.now },
    });
    return true;
  });
}

/** The chamber lets a held one go on: paid again, with a job to issue it. Refuses `conflict` when it is not held. */
export async function resumeHeld(ctx: Ctx, input: { applicationId: string }): Promise<void> {
  requireAct(ctx.actor, 'desk.certify');
  await inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const { chamberId, applicationId, status } = await deskRow(trx, ctx.actor, input.applicationId, 'lock');
    await advance(trx, applicationLifecycle, {
      ...{ subject: 'application', chamberId, id: applicationId, from: status, action: 'resume', role: 'certifier' },
      ...{ by: byOf(ctx.actor), at: ctx.now },
    });
    await ctx.jobs.add(trx, 'issue-certificate', { chamberId, applicationId });
  });
}
