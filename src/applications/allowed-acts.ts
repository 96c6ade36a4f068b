// What an ID may do with one application that it reads: a page shows the buttons of these. The deeds ask again.
import type { Actor } from '../accounts/context.ts';
import { scopeOf } from '../accounts/rights.ts';
import type { Trx } from '../lib/db.ts';
import { findSubId } from '../registrations/sub-ids/sub-ids-store.ts';
import type { Application } from './application.ts';
import { type Cases, isAmong } from './cases-store.ts';
import { type CaseAct, casesFor, subMayOf } from './firm.ts';

export const caseActs = [
  ...(['application.read', 'application.write', 'application.submit', 'application.release'] as const),
  ...(['payment.read', 'payment.pay', 'paper.print'] as const),
] as const satisfies readonly CaseAct[];

export async function allowedActs(
  trx: Trx,
  { actor, now }: { actor: Actor; now: Date },
  row: Pick<Application, 'accountId' | 'signatoryId'>,
): Promise<ReadonlySet<CaseAct>> {
  const sub = actor.role === 'sub' ? await findSubId(trx, actor.chamberId, actor.accountId) : undefined;
  // Acts of the same scope reach the same applications.
  const reached = new Map<string, Cases>();
  const allowed = new Set<CaseAct>();
  for (const act of caseActs) {
    const scope = scopeOf(actor, act);
    const needed = subMayOf[act];
    if (scope === null || (sub && needed && !sub.may.includes(needed))) continue;
    const cases = reached.get(scope) ?? (await casesFor(trx, actor, act, now));
    reached.set(scope, cases);
    if (isAmong(cases, row)) allowed.add(act);
  }
  return allowed;
}
