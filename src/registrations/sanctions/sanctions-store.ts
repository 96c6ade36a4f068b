import { sql } from 'kysely';
import type { Trx } from '../../lib/db.ts';
import { known } from '../../lib/known.ts';
import { Refusal } from '../../lib/refusal.ts';
import { type Sanction, sanctionKinds } from './sanction.ts';

/** A sanction with the chamber that imposed it: whom to ask. */
export type SanctionView = Sanction & { chamber: { nameJa: string; nameEn: string; telephone: string; mail: string } };

export async function insertSanction(trx: Trx, row: Omit<Sanction, 'lifted'>): Promise<void> {
  await trx
    .insertInto('sanction')
    .values({
      ...{ sanction_id: row.sanctionId, kind: row.kind, corporate_number: row.corporateNumber },
      ...{ chamber_id: row.chamberId, registration_id: row.registrationId },
      ...{ name_ja: row.nameJa, name_en: row.nameEn, address_en: row.addressEn, reason: row.reason },
      ...{ imposed_by: row.imposedBy, imposed_at: row.imposedAt, until_day: row.untilDay },
    })
    .execute();
}

/** False when it was lifted before. */
export async function updateLifted(
  trx: Trx,
  of: { sanctionId: string; at: Date; by: string; reason: string },
): Promise<boolean> {
  const done = await trx
    .updateTable('sanction')
    .set({ lifted_at: of.at, lifted_by: of.by, lift_reason: of.reason })
    .where('sanction_id', '=', of.sanctionId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

const sanctions = (trx: Trx) =>
  trx
    .selectFrom('sanction')
    .innerJoin('chamber', 'chamber.chamber_id', 'sanction.chamber_id')
    .selectAll('sanction')
    .select(['chamber.name_ja as chamber_ja', 'chamber.name_en as chamber_en', 'chamber.telephone', 'chamber.mail'])
    // A day is a day: the driver would make a Date of it, in the zone of the machine.
    .select(sql<string | null>`sanction.until_day::text`.as('until'));
type Row = Awaited<ReturnType<ReturnType<typeof sanctions>['executeTakeFirstOrThrow']>>;

function sanctionOf(row: Row): SanctionView {
  const { lifted_at: at, lifted_by: by, lift_reason: reason } = row;
  return {
    ...{ sanctionId: row.sanction_id, kind: known(sanctionKinds, row.kind), corporateNumber: row.corporate_number },
    ...{ chamberId: row.chamber_id, registrationId: row.registration_id },
    ...{ nameJa: row.name_ja, nameEn: row.name_en, addressEn: row.address_en, reason: row.reason },
    ...{ imposedBy: row.imposed_by, imposedAt: row.imposed_at, untilDay: row.until },
    lifted: at === null || by === null || reason === null ? null : { at, by, reason },
    chamber: { nameJa: row.chamber_ja, nameEn: row.chamber_en, telephone: row.telephone, mail: row.mail },
  };
}

/**
 * `share`: whoever lifts it waits until the transaction is over, so that nobody tells a firm of a sanction that is just being
 * lifted. Refuses `not_found`.
 */
export async function getSanction(trx: Trx, sanctionId: string, reading: 'look' | 'share'): Promise<SanctionView> {
  const query = sanctions(trx).where('sanction.sanction_id', '=', sanctionId);
  const row = await (reading === 'share' ? query.forShare('sanction') : query).executeTakeFirst();
  if (!row) throw new Refusal('not_found');
  return sanctionOf(row);
}

/** Of a corporate number, a registration, or both. */
type Firm = { corporateNumber: string | null; registration?: { chamberId: string; registrationId: string } };

const mostOfOne = 100;

/** All that were ever imposed, past and lifted ones too, the newest first; 100 at most. */
export async function listSanctions(trx: Trx, of: Firm): Promise<SanctionView[]> {
  const rows = await sanctions(trx).where(isOn(of)).orderBy('imposed_at', 'desc').limit(mostOfOne).execute();
  return rows.map(sanctionOf);
}

/** Those in force on that day, the newest first; 100 at most. `today`: YYYY-MM-DD in Japan. */
export async function listInForce(trx: Trx, of: Firm, today: string): Promise<SanctionView[]> {
  const rows = await sanctions(trx)
    .where(isOn(of))
    .where('lifted_at', 'is', null)
    .where(sql<boolean>`(until_day is null or until_day >= ${today}::date)`)
    .orderBy('imposed_at', 'desc')
    .limit(mostOfOne)
    .execute();
  return rows.map(sanctionOf);
}

const isOn = ({ corporateNumber, registration }: Firm) => sql<boolean>`sanction.sanction_id in (
  select sanction_id from sanction where corporate_number = ${corporateNumber}
  union all
  select sanction_id from sanction_match
  where chamber_id = ${registration?.chamberId ?? null} and registration_id = ${registration?.registrationId ?? null}::uuid
    and is_same)`;

/**
 * The registrations of this chamber on which it is; 100 at most, as a chamber has one of a corporation that stands.
 * `sanctionId` null: on which one of that corporate number would be.
 */
export async function listUnderSanction(
  trx: Trx,
  chamberId: string,
  { sanctionId, corporateNumber }: { sanctionId: string | null; corporateNumber: string | null },
): Promise<string[]> {
  const found = await sql<{ registration_id: string }>`
    select registration_id from registration
    where chamber_id = ${chamberId} and corporate_number = ${corporateNumber} and status <> 'ended'
    union
    select registration_id from sanction_match
    where chamber_id = ${chamberId} and sanction_id = ${sanctionId}::uuid and is_same
    order by registration_id limit ${mostOfOne}`.execute(trx);
  return found.rows.map((row) => row.registration_id);
}

/** One sanction at a time is imposed on a registration: two presses of one button are seen as two. */
export async function lockForSanction(trx: Trx, chamberId: string, registrationId: string): Promise<void> {
  await trx
    .selectFrom('registration')
    .select('registration_id')
    .where('chamber_id', '=', chamberId)
    .where('registration_id', '=', registrationId)
    .forNoKeyUpdate()
    .execute();
}

/** What the history of a registration says last of a sanction; undefined: nothing yet. */
export async function lastTold(
  trx: Trx,
  of: { chamberId: string; registrationId: string; sanctionId: string },
): Promise<'sanctioned' | 'sanction_lifted' | undefined> {
  const row = await trx
    .selectFrom('event')
    .select('action')
    .where('chamber_id', '=', of.chamberId)
    .where('subject', '=', 'registration')
    .where('subject_id', '=', of.registrationId)
    .where('action', 'in', ['sanctioned', 'sanction_lifted'])
    .where(sql<boolean>`detail ->> 'sanction' = ${of.sanctionId}`)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && known(['sanctioned', 'sanction_lifted'] as const, row.action);
}
