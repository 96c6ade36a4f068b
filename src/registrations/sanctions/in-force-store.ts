// Which sanctions are on a registration: those with its corporate number, imposed at whichever chamber, and those of which
// somebody has said that it is the same firm (the one on which it was imposed among them). Read along with the registration,
// never kept beside it, so that a sanction holds at the very moment in which it is imposed.
import { type RawBuilder, sql } from 'kysely';
import type { Sanctioned } from '../registration.ts';
import type { SanctionKind } from './sanction.ts';

/**
 * Sanctions that are not lifted, for `lateral`: of the row `registration` that stands before it. A sanction that is on it for
 * both reasons comes twice.
 */
export const onRegistration = sql<never>`(
  select s.* from sanction s
  where s.corporate_number = registration.corporate_number and s.lifted_at is null
  union all
  select s.* from sanction_match m join sanction s on s.sanction_id = m.sanction_id
  where m.chamber_id = registration.chamber_id and m.registration_id = registration.registration_id and m.is_same
    and s.lifted_at is null)`;

type Sums = { suspended_until: string | null; extra_documents_until: string | null; struck_off: boolean };

/** What they come to, one row. */
export const sumOnRegistration = sql<Sums>`(
  select max(until_day) filter (where kind = 'suspended')::text as suspended_until,
    max(until_day) filter (where kind = 'extra_documents')::text as extra_documents_until,
    coalesce(bool_or(kind = 'struck_off'), false) as struck_off
  from ${onRegistration} applying)`;

export const sanctionedOf = (row: Sums): Sanctioned => ({
  ...{ suspendedUntil: row.suspended_until, extraDocumentsUntil: row.extra_documents_until },
  struckOff: row.struck_off,
});

/**
 * The ids of this chamber's registrations on which a sanction of these kinds is in force. It begins at the sanctions, which are
 * few, and reads nothing of the others. `today`: YYYY-MM-DD in Japan.
 */
export function registrationsUnder(
  kinds: readonly SanctionKind[],
  { chamberId, today }: { chamberId: string; today: string },
): RawBuilder<string> {
  const inForce = sql`s.kind = any(${sql.val([...kinds])}::text[]) and s.lifted_at is null
    and (s.until_day is null or s.until_day >= ${today}::date)`;
  return sql<string>`(
    select r.registration_id from sanction s join registration r on r.corporate_number = s.corporate_number
    where r.chamber_id = ${chamberId} and ${inForce}
    union all
    select m.registration_id from sanction s join sanction_match m on m.sanction_id = s.sanction_id
    where m.chamber_id = ${chamberId} and m.is_same and ${inForce})`;
}
