import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import type { Proof } from './context.ts';
import { provings } from './second-factor.ts';

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
  provenAt: Date | null;
  provenBy: string | null;
  /** Whether a second factor opened it. */
  secondFactor: boolean;
};

/** What has last shown who this is; undefined: nothing since it began. */
export function proofOf({ provenAt, provenBy }: Pick<SessionRow, 'provenAt' | 'provenBy'>): Proof | undefined {
  return provenAt && provenBy ? { at: provenAt, by: known(provings, provenBy) } : undefined;
}

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
  'proven_at as provenAt',
  'proven_by as provenBy',
  'second_factor as secondFactor',
] as const;

type NewSession = Omit<SessionRow, 'endedAt' | 'provenAt' | 'provenBy' | 'secondFactor'> & {
  proof?: Proof | undefined;
  secondFactor?: boolean;
};

export async function insertSession(trx: Trx, hash: Buffer, row: NewSession): Promise<void> {
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
      proven_at: row.proof?.at ?? null,
      proven_by: row.proof?.by ?? null,
      second_factor: row.secondFactor ?? false,
    })
    .execute();
}

/** null: it has shown nothing any more, and no second factor has opened it. */
export async function updateProof(trx: Trx, sessionId: string, proof: Proof | null): Promise<void> {
  const byFactor = proof !== null && proof.by !== 'password';
  await trx
    .updateTable('session')
    .set({ proven_at: proof?.at ?? null, proven_by: proof?.by ?? null })
    .$if(proof === null || byFactor, (query) => query.set({ second_factor: byFactor }))
    .where('session_id', '=', sessionId)
    .execute();
}

/** What a passkey is asked to sign in this session. */
export async function updateChallenge(trx: Trx, sessionId: string, challenge: string, at: Date): Promise<void> {
  await trx.updateTable('session').set({ challenge, challenged_at: at }).where('session_id', '=', sessionId).execute();
}

/** For one answer only; undefined: nothing was asked after `since`, or it was answered. */
export async function takeChallenge(trx: Trx, sessionId: string, since: Date): Promise<string | undefined> {
  const row = await trx
    .selectFrom('session')
    .select(['challenge', 'challenged_at'])
    .where('session_id', '=', sessionId)
    .forUpdate()
    .executeTakeFirst();
  await trx.updateTable('session').set({ challenge: null }).where('session_id', '=', sessionId).execute();
  if (!row?.challenge || row.challenged_at === null || row.challenged_at < since) return undefined;
  return row.challenge;
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
