import type { Ctx } from '../accounts/context.ts';
import type { ApplicationRow } from '../applications/application.ts';
import { applicationLifecycle } from '../applications/lifecycle.ts';
import { advance } from '../audit/advance.ts';
import type { Trx } from '../lib/db.ts';
import { lockCharges } from './charges-store.ts';
import { chargeLifecycle } from './lifecycle.ts';

/** A fee of 0 yen needs no payment: settled in the transaction that certifies, and on to the papers. */
export async function settleFree(
  trx: Trx,
  ctx: Pick<Ctx, 'jobs' | 'now'>,
  { chamberId, applicationId }: Pick<ApplicationRow, 'chamberId' | 'applicationId'>,
): Promise<void> {
  const [charge] = await lockCharges(trx, chamberId, { kind: 'application', ids: [applicationId] });
  if (charge?.yen !== 0) throw new Error(`application ${applicationId} is not free of charge`);
  const move = { chamberId, role: 'system', by: { kind: 'system' }, at: ctx.now, detail: { free: true } } as const;
  await advance(trx, chargeLifecycle, {
    ...{ ...move, subject: 'charge', id: charge.chargeId, from: charge.status, action: 'pay' },
  });
  await advance(trx, applicationLifecycle, {
    ...{ ...move, subject: 'application', id: applicationId, from: 'certified', action: 'settle' },
  });
  await ctx.jobs.add(trx, 'issue-certificate', { chamberId, applicationId });
}
