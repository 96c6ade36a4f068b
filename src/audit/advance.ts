// The one writer of a status.
import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';
import type { Lifecycle } from '../lib/lifecycle.ts';
import { wordsProblem } from '../lib/plain-words.ts';
import { Refusal } from '../lib/refusal.ts';
import { appendEvent, type By } from './events.ts';

/** What has a lifecycle: its table, and the column of its id. */
const idColumn = {
  account: 'account_id',
  api_key: 'api_key_id',
  application: 'application_id',
  certificate: 'certificate_id',
  procedure: 'procedure_id',
  registration: 'registration_id',
  signatory: 'signatory_id',
  charge: 'charge_id',
  payment: 'payment_id',
} as const;
/** A thing that has no status before its first step is in this one, in its lifecycle; the database keeps no word for it. */
export const notYet = 'not_yet';

export type Subject = keyof typeof idColumn;

/**
 * Moves one thing from the status in which the caller has just seen it to the next, and writes the event, in the caller's
 * transaction. Refuses `conflict` when the step does not start there, or when somebody else moved it meanwhile;
 * `not_allowed` when this role may not take it; `invalid` when the step needs a note and has none, or somebody's note is too
 * long or holds signs that nobody sees. For an application the step is its last change, by which the firm's list is sorted.
 */
export async function advance<Status extends string, Role extends string, Action extends string>(
  trx: Trx,
  lifecycle: Lifecycle<Status, Role, Action>,
  move: {
    subject: Subject;
    chamberId: string;
    id: string;
    from: Status;
    action: Action;
    role: Role;
    by: By;
    at: Date;
    note?: string;
    detail?: Record<string, unknown>;
  },
): Promise<Status> {
  const step = lifecycle.steps[move.action];
  if (!step.by.includes(move.role)) throw new Refusal('not_allowed');
  if (!step.from.includes(move.from)) throw new Refusal('conflict');
  const note = move.note?.trim();
  if (step.note === 'required' && !note)
    throw new Refusal('invalid', {
      fields: [{ field: 'note', ja: '理由を入れてください。', en: 'Please give the reason.' }],
    });

  // What a program of ours notes may quote somebody else's answer; only what a person typed can be typed again.
  const problem = note && move.by.kind !== 'system' ? wordsProblem('note', note) : undefined;
  if (problem) throw new Refusal('invalid', { fields: [problem] });

  const alsoChanged = move.subject === 'application' ? sql`, changed_at = greatest(changed_at, ${move.at})` : sql``;
  const moved = await sql`
    update ${sql.table(move.subject)} set status = ${step.to}${alsoChanged}
    where chamber_id = ${move.chamberId} and ${sql.ref(idColumn[move.subject])} = ${move.id} and coalesce(status, ${notYet}) = ${move.from}
  `.execute(trx);
  if (moved.numAffectedRows !== 1n) throw new Refusal('conflict');
  await appendEvent(trx, {
    ...{ chamberId: move.chamberId, at: move.at, by: move.by, subject: move.subject, subjectId: move.id },
    ...{ action: move.action, from: move.from, to: step.to },
    detail: { ...move.detail, ...(note ? { note } : {}) },
  });
  return step.to;
}
