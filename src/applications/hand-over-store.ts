import type { Trx } from '../lib/db.ts';
import type { ApplicationStatus } from './lifecycle.ts';

/**
 * Puts what was made under one ID under another: everything in these statuses, and these besides. Returns how many. What an
 * application says of its past stays, since events and submissions name who did it.
 */
export async function moveCases(
  trx: Trx,
  of: {
    chamberId: string;
    from: string;
    to: string;
    statuses: readonly ApplicationStatus[];
    besides: readonly string[];
  },
): Promise<number> {
  const moved = await trx
    .updateTable('application')
    .set({ account_id: of.to })
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.from)
    .where((eb) =>
      eb.or([
        eb('status', 'in', [...of.statuses]),
        ...(of.besides.length === 0 ? [] : [eb('application_id', 'in', [...of.besides])]),
      ]),
    )
    .executeTakeFirst();
  return Number(moved.numUpdatedRows);
}
