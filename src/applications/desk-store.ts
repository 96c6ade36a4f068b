import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import { registrationsUnder } from '../registrations/sanctions/in-force-store.ts';
import { stoppingKinds } from '../registrations/sanctions/sanction.ts';
import type { ApplicationRow } from './application.ts';
import type { ApplicationStatus } from './lifecycle.ts';
import { type Page, rowOf, rows } from './store.ts';

/** A row of the desk's queue: whose it is, and who holds it. */
export type QueueRow = ApplicationRow & {
  firmJa: string;
  firmEn: string;
  claimedByName: string | null;
  /** 仕向国, ISO 3166-1 alpha-2; empty where none is declared. */
  destination: string;
  /** A sanction (処分) is on the firm that stops its cases. */
  stopped: boolean;
};

/** Oldest submission first, as at the counter. `today`: YYYY-MM-DD in Japan. `page` from 1. */
export async function listQueue(
  trx: Trx,
  of: { chamberId: string; today: string; statuses: readonly ApplicationStatus[]; claimedBy?: string },
  page: { page: number; size: number },
): Promise<Page<QueueRow>> {
  const filtered = () => {
    const query = rows(trx, of.chamberId)
      .where('application.status', 'in', [...of.statuses])
      .where('application.round', '>', 0); // what was never submitted is the firm's alone, withdrawn drafts too
    return of.claimedBy === undefined ? query : query.where('application.claimed_by', '=', of.claimedBy);
  };
  const found = await filtered()
    .innerJoin('registration', (join) =>
      join
        .onRef('registration.chamber_id', '=', 'application.chamber_id')
        .onRef('registration.registration_id', '=', 'application.registration_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.chamber_id', '=', 'application.chamber_id')
        .onRef('account.account_id', '=', 'application.claimed_by'),
    )
    .select(['registration.name_ja as firm_ja', 'registration.name_en as firm_en', 'account.name_ja as holder'])
    .select(sql<string>`coalesce(application.content->'request'->>'destination', '')`.as('destination'))
    .select(sql<boolean>`application.registration_id in ${registrationsUnder(stoppingKinds, of)}`.as('stopped'))
    .orderBy('application.submitted_at')
    .orderBy('application.application_id')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  const count = await filtered()
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return {
    rows: found.map((row) => ({
      ...rowOf(row),
      ...{ firmJa: row.firm_ja, firmEn: row.firm_en, claimedByName: row.holder },
      ...{ destination: row.destination, stopped: row.stopped },
    })),
    total: Number(count.n),
  };
}

/** Writes who holds it, or nobody. */
export async function updateClaim(
  trx: Trx,
  of: { chamberId: string; applicationId: string; claim: { by: string; at: Date } | null },
): Promise<void> {
  await trx
    .updateTable('application')
    .set({ claimed_by: of.claim?.by ?? null, claimed_at: of.claim?.at ?? null })
    .where('chamber_id', '=', of.chamberId)
    .where('application_id', '=', of.applicationId)
    .execute();
}

const decisions = ['returned', 'rejected', 'approved'] as const;
export type Decision = (typeof decisions)[number];
export type Examination = {
  round: number;
  decision: Decision;
  accountId: string;
  /** Whose registered signature the examiner found on the invoice. */
  invoiceSignedBy: string | null;
  note: string;
  at: Date;
};

export async function insertExamination(
  trx: Trx,
  of: { chamberId: string; applicationId: string },
  examination: Examination,
): Promise<void> {
  await trx
    .insertInto('examination')
    .values({
      chamber_id: of.chamberId,
      application_id: of.applicationId,
      round: examination.round,
      decision: examination.decision,
      account_id: examination.accountId,
      invoice_signed_by: examination.invoiceSignedBy,
      note: examination.note,
      at: examination.at,
    })
    .execute();
}

/** All decisions on one application, oldest first. At most 200. */
export async function listExaminations(
  trx: Trx,
  of: { chamberId: string; applicationId: string },
): Promise<Examination[]> {
  const found = await trx
    .selectFrom('examination')
    .selectAll()
    .where('chamber_id', '=', of.chamberId)
    .where('application_id', '=', of.applicationId)
    .orderBy('at')
    .limit(200)
    .execute();
  return found.map((row) => ({
    ...{ round: row.round, accountId: row.account_id, note: row.note, at: row.at },
    decision: known(decisions, row.decision),
    invoiceSignedBy: row.invoice_signed_by,
  }));
}
