import type { OpenCtx } from '../../accounts/context.ts';
import { listChamberIds } from '../../chambers/store.ts';
import { inChamber, inInstallation } from '../../lib/db.ts';
import { getSanction, listUnderSanction } from './sanctions-store.ts';
import { tellImposed, tellLifted } from './tell-registration.ts';

/**
 * Goes chamber by chamber and tells each registration of the firm that the sanction has begun, or that it was lifted. Done
 * twice it does nothing more. Returns how many were told.
 */
export async function tellSanction(ctx: OpenCtx, { sanctionId }: { sanctionId: string }): Promise<number> {
  const by = { kind: 'system' } as const;
  let told = 0;
  for (const chamberId of await inInstallation(ctx.db, listChamberIds))
    told += await inChamber(ctx.db, chamberId, async (trx) => {
      const sanction = await getSanction(trx, sanctionId, 'look');
      let here = 0;
      for (const registrationId of await listUnderSanction(trx, chamberId, sanction)) {
        const on = { chamberId, registrationId, sanctionId };
        const isTold = await (sanction.lifted
          ? tellLifted(trx, ctx, on, by, sanction.lifted.reason)
          : tellImposed(trx, ctx, on, by));
        if (isTold) here += 1;
      }
      return here;
    });
  return told;
}
