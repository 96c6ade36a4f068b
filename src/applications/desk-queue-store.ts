// What the desk asks of the queue as a whole: the next case, and how many wait.
import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';
import { registrationsUnder } from '../registrations/sanctions/in-force-store.ts';
import { stoppingKinds } from '../registrations/sanctions/sanction.ts';

/**
 * The oldest application that waits for examination and that nobody holds, locked until the end of the transaction.
 * Passes over those that a colleague is taking at this very moment, so that two who ask at once get two cases; and over those
 * that a sanction stops: they keep their place, and nobody is led to them again and again. `today`: YYYY-MM-DD in Japan.
 */
export async function lockOldestUnclaimed(
  trx: Trx,
  { chamberId, today }: { chamberId: string; today: string },
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('application')
    .select('application_id')
    .where('chamber_id', '=', chamberId)
    .where('status', '=', 'submitted')
    .where('claimed_by', 'is', null)
    .where(sql<boolean>`registration_id not in ${registrationsUnder(stoppingKinds, { chamberId, today })}`)
    .orderBy('submitted_at')
    .orderBy('application_id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row?.application_id;
}

/**
 * The oldest approved application that no sanction stops; where `notApprovedBy` is said, of those that somebody else has
 * approved. `today`: YYYY-MM-DD in Japan.
 */
export async function findOldestApproved(
  trx: Trx,
  of: { chamberId: string; today: string; notApprovedBy: string | undefined },
): Promise<string | undefined> {
  let query = trx
    .selectFrom('application')
    .select('application.application_id')
    .where('application.chamber_id', '=', of.chamberId)
    .where('application.status', '=', 'approved')
    .where(sql<boolean>`application.registration_id not in ${registrationsUnder(stoppingKinds, of)}`);
  const { notApprovedBy } = of;
  if (notApprovedBy !== undefined)
    query = query.where(
      // The newest approval counts: one that was handed back may have been approved by two people in turn.
      sql<string>`(select examination.account_id from examination
        where examination.chamber_id = application.chamber_id
          and examination.application_id = application.application_id
          and examination.decision = 'approved'
        order by examination.at desc limit 1)`,
      '<>',
      notApprovedBy,
    );
  const row = await query
    .orderBy('application.submitted_at')
    .orderBy('application.application_id')
    .limit(1)
    .executeTakeFirst();
  return row?.application_id;
}

export type QueueCounts = {
  /** Waiting for examination, held or not. */
  submitted: number;
  /** Of these, nobody's yet. */
  unclaimed: number;
  /** Of these, the account's own. */
  mine: number;
  approved: number;
  certified: number;
  /** Paid, and not issued: somebody has to look. */
  held: number;
};

export async function countQueue(trx: Trx, of: { chamberId: string; accountId: string }): Promise<QueueCounts> {
  const row = await trx
    .selectFrom('application')
    .select((eb) => {
      const count = eb.fn.countAll<string>();
      const submitted = () => count.filterWhere('status', '=', 'submitted');
      return [
        submitted().as('submitted'),
        submitted().filterWhere('claimed_by', 'is', null).as('unclaimed'),
        submitted().filterWhere('claimed_by', '=', of.accountId).as('mine'),
        count.filterWhere('status', '=', 'approved').as('approved'),
        count.filterWhere('status', '=', 'certified').as('certified'),
        count.filterWhere('status', '=', 'held').as('held'),
      ];
    })
    .where('chamber_id', '=', of.chamberId)
    .where('status', 'in', ['submitted', 'approved', 'certified', 'held'])
    .executeTakeFirstOrThrow();
  return {
    ...{ submitted: Number(row.submitted), unclaimed: Number(row.unclaimed), mine: Number(row.mine) },
    ...{ approved: Number(row.approved), certified: Number(row.certified), held: Number(row.held) },
  };
}
