// 保留: paid, and not issued. Nobody's money waits unseen: what does not come through within five minutes is held, the
// chamber sees it in a list of its own, mends the cause, and lets it go on.
import { byOf, type Ctx, type OpenCtx } from '../accounts/context.ts';
import { requireProvenByFactor } from '../accounts/proof.ts';
import { requireAct } from '../accounts/rights.ts';
import type { ApplicationRow } from '../applications/application.ts';
import { deskRow } from '../applications/desk.ts';
import { applicationLifecycle } from '../applications/lifecycle.ts';
import { whyStopped } from '../applications/sanctioned-cases.ts';
import { getApplicationRow } from '../applications/store.ts';
import { advance } from '../audit/advance.ts';
import { listChamberIds } from '../chambers/store.ts';
import { inChamber, inInstallation, type Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
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
    await hold(trx, ctx, application, note);
    return true;
  });
}

/** The same in the caller's transaction, which has locked it and seen it paid. */
export async function hold(
  trx: Trx,
  { now }: Pick<OpenCtx, 'now'>,
  { chamberId, applicationId, status }: Pick<ApplicationRow, 'chamberId' | 'applicationId' | 'status'>,
  note: string,
): Promise<void> {
  await advance(trx, applicationLifecycle, {
    ...{ subject: 'application', chamberId, id: applicationId, from: status, action: 'hold', note },
    ...{ role: 'system', by: { kind: 'system' }, at: now },
  });
}

/**
 * The chamber lets a held one go on: paid again, with a job to issue it. Refuses `conflict` when it is not held, `invalid` while
 * a sanction stops it: then `letGoOn` says why it goes on all the same.
 */
export async function resumeHeld(ctx: Ctx, input: { applicationId: string }): Promise<void> {
  requireAct(ctx.actor, 'desk.certify');
  requireProvenByFactor(ctx);
  await inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const row = await deskRow(trx, ctx.actor, input.applicationId, 'lock');
    if (row.status === 'held' && (await whyStopped(trx, { ...row, now: ctx.now })) !== undefined)
      throw new Refusal('invalid', { fields: [decideFirst] });
    await resume(trx, ctx, row);
  });
}

const decideFirst = {
  field: '',
  ja: '処分のため止まっている案件です。交付するときは、理由を添えて「この案件を進める」を選んでください。',
  en: 'A sanction stops this case. To issue it all the same, let it go on with a reason.',
};

/** In the caller's transaction, which has locked it. Refuses `conflict` when it is not held. */
export async function resume(
  trx: Trx,
  ctx: Ctx,
  { chamberId, applicationId, status }: Pick<ApplicationRow, 'chamberId' | 'applicationId' | 'status'>,
): Promise<void> {
  await advance(trx, applicationLifecycle, {
    ...{ subject: 'application', chamberId, id: applicationId, from: status, action: 'resume', role: 'certifier' },
    ...{ by: byOf(ctx.actor), at: ctx.now },
  });
  await ctx.jobs.add(trx, 'issue-certificate', { chamberId, applicationId });
}
