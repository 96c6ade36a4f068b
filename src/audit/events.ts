// What happened, for ever: rows are added, never changed (no UPDATE or DELETE is granted).

import type { Trx } from '../lib/db.ts';
import { newId } from '../lib/ids.ts';
import { known } from '../lib/known.ts';

/**
 * Who did it: somebody signed in, a program with a key, somebody without an ID who holds the link of a procedure (`id` is
 * the procedure's), or the system itself (a job).
 */
export type By = { kind: 'account' | 'api_key' | 'applicant'; id: string } | { kind: 'system' };

export type NewEvent = {
  chamberId: string;
  at: Date;
  by: By;
  /** The kind of thing and which one: `application`, its id. */
  subject: string;
  subjectId: string;
  action: string;
  from?: string;
  to?: string;
  detail?: Record<string, unknown>;
};

export async function appendEvent(trx: Trx, event: NewEvent): Promise<void> {
  await trx
    .insertInto('event')
    .values({
      chamber_id: event.chamberId,
      event_id: newId(event.at),
      at: event.at,
      subject: event.subject,
      subject_id: event.subjectId,
      action: event.action,
      from_status: event.from ?? null,
      to_status: event.to ?? null,
      actor_kind: event.by.kind,
      actor_id: event.by.kind === 'system' ? null : event.by.id,
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute();
}

export type Event = { at: Date; action: string; from: string | null; to: string | null; by: By; detail: unknown };

/** The history of one thing, oldest first; at most `limit`, the newest of them. */
export async function listEvents(
  trx: Trx,
  of: { chamberId: string; subject: string; subjectId: string },
  limit = 200,
): Promise<Event[]> {
  const rows = await trx
    .selectFrom('event')
    .selectAll()
    .where('chamber_id', '=', of.chamberId)
    .where('subject', '=', of.subject)
    .where('subject_id', '=', of.subjectId)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse().map(eventOf);
}

/** A row of the table `event`, for whoever lists events of several things. */
export const eventOf = (row: {
  at: Date;
  action: string;
  from_status: string | null;
  to_status: string | null;
  actor_kind: string;
  actor_id: string | null;
  detail: unknown;
}): Event => ({
  ...{ at: row.at, action: row.action, from: row.from_status, to: row.to_status },
  ...{ by: byOf(row.actor_kind, row.actor_id), detail: row.detail },
});

function byOf(kind: string, id: string | null): By {
  if (id === null) return { kind: 'system' };
  return { kind: known(['account', 'api_key', 'applicant'] as const, kind), id };
}
