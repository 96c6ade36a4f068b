import type { OpenCtx } from '../../accounts/context.ts';
import { listChamberIds } from '../../chambers/store.ts';
import { inChamber, inInstallation } from '../../lib/db.ts';
import { sweepProcedureLinks } from './procedure-links.ts';
import { deleteUnkeptProcedures } from './procedures-store.ts';

/**
 * Forgets forms that were begun and not handed in within the days for which they are kept, of every chamber, and links and
 * browsers whose time is over. Returns how many forms.
 */
export async function sweepForms(ctx: Pick<OpenCtx, 'db' | 'now'>): Promise<number> {
  await sweepProcedureLinks(ctx);
  let gone = 0;
  for (const chamberId of await inInstallation(ctx.db, listChamberIds))
    gone += await inChamber(ctx.db, chamberId, (trx) => deleteUnkeptProcedures(trx, chamberId, ctx.now));
  return gone;
}
