import { sql } from 'kysely';
import type { Trx } from '../../lib/db.ts';
import { RegistrationContent } from '../content.ts';
import type { ProcedureKind, ProcedureRow } from './procedure.ts';
import { isOver, type ProcedureStatus, procedureStatuses } from './procedure-lifecycle.ts';
import { listedRows, rowOfList } from './procedures-store.ts';

export type QueueFilter = {
  statuses: readonly ProcedureStatus[];
  kind?: ProcedureKind;
  /** Only those whose fee is still to be given back. */
  feeToReturn?: boolean;
  /** In the firm's name (ja or en) or the receipt number. */
  words?: string;
};

const filtered = (trx: Trx, chamberId: string, { statuses, kind, feeToReturn, words }: QueueFilter) => {
  let query = listedRows(trx, chamberId)
    .where('round', '>', 0)
    .where('status', 'in', [...statuses]);
  if (kind) query = query.where('kind', '=', kind);
  if (feeToReturn) query = query.where('fee_paid', 'is not', null).where('fee_returned_at', 'is', null);
  const typed = words?.trim();
  if (typed) {
    const like = `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<boolean>`(receipt_number ilike ${like} or content ->> 'nameJa' ilike ${like} or content ->> 'nameEn' ilike ${like})`,
    );
  }
  return query;
};

/** What waits: the oldest submission first; what is over: the newest first. `page` from 1. */
export async function listQueue(
  trx: Trx,
  chamberId: string,
  filter: QueueFilter,
  page: { page: number; size: number },
): Promise<ProcedureRow[]> {
  const order = filter.statuses.every(isOver) ? 'desc' : 'asc';
  const found = await filtered(trx, chamberId, filter)
    .orderBy('submitted_at', order)
    .orderBy('procedure_id', order)
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return found.map(rowOfList);
}

export async function countQueue(trx: Trx, chamberId: string, filter: QueueFilter): Promise<number> {
  const row = await filtered(trx, chamberId, filter)
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** How many there are in each state, of those that were ever submitted. */
export async function countStatuses(trx: Trx, chamberId: string): Promise<Record<ProcedureStatus, number>> {
  const found = await trx
    .selectFrom('procedure')
    .select((eb) => ['status', eb.fn.countAll<string>().as('n')])
    .where('chamber_id', '=', chamberId)
    .where('round', '>', 0)
    .groupBy('status')
    .execute();
  const count = (status: ProcedureStatus): number => Number(found.find((row) => row.status === status)?.n ?? 0);
  return Object.fromEntries(procedureStatuses.map((status) => [status, count(status)])) as Record<
    ProcedureStatus,
    number
  >;
}

/** The form as it was handed in that round. */
export async function findSubmittedContent(
  trx: Trx,
  of: { chamberId: string; procedureId: string; round: number },
): Promise<RegistrationContent | undefined> {
  const row = await trx
    .selectFrom('procedure_submission')
    .select('content')
    .where('chamber_id', '=', of.chamberId)
    .where('procedure_id', '=', of.procedureId)
    .where('round', '=', of.round)
    .executeTakeFirst();
  return row && RegistrationContent.parse(row.content);
}
