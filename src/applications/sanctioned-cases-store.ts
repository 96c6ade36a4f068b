// Certified cases of a firm under a sanction: what stands in their way, and what staff have decided.
import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import { onRegistration, registrationsUnder } from '../registrations/sanctions/in-force-store.ts';
import { type SanctionKind, sanctionKinds, stoppingKinds } from '../registrations/sanctions/sanction.ts';
import { type ApplicationStatus, applicationStatuses } from './lifecycle.ts';

/** A sanction that stops one case, and of which nobody has decided that it may go on all the same. */
export type InWay = {
  applicationId: string;
  receiptNumber: string;
  sanctionId: string;
  kind: SanctionKind;
  /** YYYY-MM-DD in Japan; null: no end. */
  untilDay: string | null;
  reason: string;
  chamber: { nameJa: string; nameEn: string };
};

/** `today`: YYYY-MM-DD in Japan. */
export async function listInWay(
  trx: Trx,
  of: { chamberId: string; today: string },
  applicationIds: readonly string[],
): Promise<InWay[]> {
  const found = await sql<{
    application_id: string;
    receipt_number: string | null;
    sanction_id: string;
    kind: string;
    until_day: string | null;
    reason: string;
    chamber_ja: string;
    chamber_en: string;
  }>`
    select distinct on (application.receipt_number, application.application_id, sanction.sanction_id)
      application.application_id, application.receipt_number, sanction.sanction_id, sanction.kind,
      sanction.until_day::text, sanction.reason, chamber.name_ja as chamber_ja, chamber.name_en as chamber_en
    from application
    join registration on registration.chamber_id = application.chamber_id
      and registration.registration_id = application.registration_id
    join lateral ${onRegistration} sanction on true
    join chamber on chamber.chamber_id = sanction.chamber_id
    where application.chamber_id = ${of.chamberId}
      and application.application_id = any(${sql.val([...applicationIds])}::uuid[])
      and sanction.kind = any(${sql.val([...stoppingKinds])}::text[])
      and (sanction.until_day is null or sanction.until_day >= ${of.today}::date)
      and not exists (
        select from sanction_decision decision where decision.chamber_id = application.chamber_id
          and decision.application_id = application.application_id and decision.sanction_id = sanction.sanction_id)
    order by application.receipt_number, application.application_id, sanction.sanction_id`.execute(trx);
  return found.rows.map((row) => ({
    ...{ applicationId: row.application_id, receiptNumber: row.receipt_number ?? '', sanctionId: row.sanction_id },
    ...{ kind: known(sanctionKinds, row.kind), untilDay: row.until_day, reason: row.reason },
    chamber: { nameJa: row.chamber_ja, nameEn: row.chamber_en },
  }));
}

/** A certified case that goes no further until staff have decided: not paid, or paid and held. */
export type StoppedCase = {
  applicationId: string;
  receiptNumber: string;
  status: ApplicationStatus;
  firmJa: string;
  firmEn: string;
  submittedAt: Date;
};

const stopped = (trx: Trx, of: { chamberId: string; today: string }) =>
  trx
    .selectFrom('application')
    .innerJoin('registration', (join) =>
      join
        .onRef('registration.chamber_id', '=', 'application.chamber_id')
        .onRef('registration.registration_id', '=', 'application.registration_id'),
    )
    .where('application.chamber_id', '=', of.chamberId)
    .where('application.status', 'in', ['certified', 'held'])
    .where(sql<boolean>`application.registration_id in ${registrationsUnder(stoppingKinds, of)}`)
    .where(
      sql<boolean>`exists (
        select from ${onRegistration} sanction
        where sanction.kind = any(${sql.val([...stoppingKinds])}::text[])
          and (sanction.until_day is null or sanction.until_day >= ${of.today}::date)
          and not exists (
            select from sanction_decision decision where decision.chamber_id = application.chamber_id
              and decision.application_id = application.application_id
              and decision.sanction_id = sanction.sanction_id))`,
    );

/** The oldest first; `limit` at most. `today`: YYYY-MM-DD in Japan. */
export async function listStopped(
  trx: Trx,
  of: { chamberId: string; today: string; limit: number },
): Promise<StoppedCase[]> {
  const rows = await stopped(trx, of)
    .select(['application.application_id', 'application.receipt_number', 'application.status'])
    .select(['application.submitted_at', 'registration.name_ja', 'registration.name_en'])
    .orderBy('application.submitted_at')
    .orderBy('application.application_id')
    .limit(of.limit)
    .execute();
  return rows.map((row) => {
    if (row.submitted_at === null) throw new Error(`${row.application_id} is certified and was never submitted`);
    return {
      ...{ applicationId: row.application_id, receiptNumber: row.receipt_number ?? '', firmJa: row.name_ja },
      ...{ firmEn: row.name_en, status: known(applicationStatuses, row.status), submittedAt: row.submitted_at },
    };
  });
}

export async function countStopped(trx: Trx, of: { chamberId: string; today: string }): Promise<number> {
  const row = await stopped(trx, of)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Kept for ever: no UPDATE or DELETE is granted. */
export async function insertDecisions(
  trx: Trx,
  of: { chamberId: string; applicationId: string; reason: string; by: string; at: Date },
  sanctionIds: readonly string[],
): Promise<void> {
  await trx
    .insertInto('sanction_decision')
    .values(
      sanctionIds.map((sanctionId) => ({
        ...{ chamber_id: of.chamberId, application_id: of.applicationId, sanction_id: sanctionId },
        ...{ reason: of.reason, decided_by: of.by, decided_at: of.at },
      })),
    )
    .execute();
}

/** How many applications of these registrations there are in each status. */
export async function countByStatus(
  trx: Trx,
  of: { chamberId: string; registrationIds: readonly string[] },
): Promise<ReadonlyMap<ApplicationStatus, number>> {
  const rows = await trx
    .selectFrom('application')
    .select((eb) => ['status', eb.fn.countAll<string>().as('n')])
    .where('chamber_id', '=', of.chamberId)
    .where('registration_id', 'in', [...of.registrationIds])
    .groupBy('status')
    .execute();
  return new Map(rows.map((row) => [known(applicationStatuses, row.status), Number(row.n)]));
}
