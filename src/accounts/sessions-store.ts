import type { Trx } from '../lib/db.ts';

export type SessionRow = {
  sessionId: string;
  chamberId: string;
  accountId: string;
  startedAt: Date;
  lastSeenAt: Date;
  endsAt: Date;
  endedAt: Date | null;
  browser: string;
  address: string;
};

const columns = [
  'session_id as sessionId',
  'chamber_id as chamberId',
  'account_id as accountId',
  'started_at as startedAt',
  'last_seen_at as lastSeenAt',
  'ends_at as endsAt',
  'ended_at as endedAt',
  'browser',
  'address',
] as const;

export async function insertSession(trx: Trx, hash: Buffer, row: Omit<SessionRow, 'endedAt'>): Promise<void> {
  await trx
    .insertInto('session')
    .values({
      session_hash: hash,
      session_id: row.sessionId,
      chamber_id: row.chamberId,
      account_id: row.accountId,
      started_at: row.startedAt,
      last_seen_at: row.lastSeenAt,
      ends_at: row.endsAt,
      browser: row.browser,
      address: row.address,
    })
    .execute();
}

/** undefined: there is none, or it has been ended. */
export function findOpenSession(trx: Trx, sessionId: string): Promise<SessionRow | undefined> {
  return trx
    .selectFrom('session')
    .select(columns)
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export function findSessionByHash(trx: Trx, hash: Buffer): Promise<SessionRow | undefined> {
  return trx.selectFrom('session').select(columns).where('session_hash', '=', hash).executeTakeFirst();
}

/** Those that are open and were seen after `idleSince`, newest first. */
export function listOpenSessions(
  trx: Trx,
  of: { chamberId: string; accountId: string; now: Date; idleSince: Date },
): Promise<SessionRow[]> {
  return trx
    .selectFrom('session')
    .select(columns)
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', of.now)
    .where('last_seen_at', '>', of.idleSince)
    .orderBy('started_at', 'desc')
    .limit(50)
    .execute();
}

export async function touchSession(trx: Trx, sessionId: string, at: Date): Promise<void> {
  await trx.updateTable('session').set({ last_seen_at: at }).where('session_id', '=', sessionId).execute();
}

/** Ends one session of this account, or all of them, or all `except` one. Returns the ids of those that this call has ended. */
export async function endSessions(
  trx: Trx,
  of: { chamberId: string; accountId: string; sessionId?: string; except?: string; at: Date },
): Promise<string[]> {
  let query = trx
    .updateTable('session')
    .set({ ended_at: of.at })
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .where('ended_at', 'is', null);
  if (of.sessionId) query = query.where('session_id', '=', of.sessionId);
  if (of.except) query = query.where('session_id', '!=', of.except);
  const rows = await query.returning('session_id').execute();
  return rows.map((row) => row.session_id);
}

/** Forgets sessions that are over since `before`. Returns how many. */
export async function deleteOldSessions(trx: Trx, before: Date): Promise<number> {
  const result = await trx.deleteFrom('session').where('ends_at', '<', before).executeTakeFirst();
  return Number(result.numDeletedRows);
}
