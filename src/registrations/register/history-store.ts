// Everything that ever happened around one registration, in one list: to itself, in its procedures, to its signatories and IDs.
import { sql } from 'kysely';
import { type Event, eventOf } from '../../audit/events.ts';
import type { Trx } from '../../lib/db.ts';

export type RegisterEvent = Event & { subject: string; subjectId: string };

type Of = { chamberId: string; registrationId: string };

/** A procedure that was never submitted is the firm's alone. Each subject is found by the index of events. */
const around = ({ chamberId, registrationId }: Of) => sql`(
  select 'registration' as subject, ${registrationId}::uuid as subject_id
  union all
  select 'procedure', procedure_id from procedure
  where chamber_id = ${chamberId} and registration_id = ${registrationId} and round > 0
  union all
  select 'signatory', signatory_id from signatory where chamber_id = ${chamberId} and registration_id = ${registrationId}
  union all
  select 'account', account_id from account where chamber_id = ${chamberId} and registration_id = ${registrationId})`;

/** What becomes of IDs; how their holders sign in is their own. */
const ofIds = sql`(event.subject <> 'account' or event.action in (
  'make', 'limit', 'end', 'send_password_link', 'hand_over_password_link'))`;

/** The newest first. `page` from 1. */
export async function listAround(
  trx: Trx,
  of: Of,
  { page, size }: { page: number; size: number },
): Promise<{ events: RegisterEvent[]; total: number }> {
  const rows = await sql<Parameters<typeof eventOf>[0] & { subject: string; subject_id: string }>`
    select event.* from ${around(of)} around
    join event on event.chamber_id = ${of.chamberId} and event.subject = around.subject
      and event.subject_id = around.subject_id and ${ofIds}
    order by event.seq desc limit ${size} offset ${(page - 1) * size}`.execute(trx);
  const count = await sql<{ n: number }>`
    select count(*)::int as n from ${around(of)} around
    join event on event.chamber_id = ${of.chamberId} and event.subject = around.subject
      and event.subject_id = around.subject_id and ${ofIds}`.execute(trx);
  return {
    events: rows.rows.map((row) => ({ ...eventOf(row), subject: row.subject, subjectId: row.subject_id })),
    total: count.rows[0]?.n ?? 0,
  };
}
