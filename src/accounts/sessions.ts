// A browser that has signed in: who it is, which others are open on the same ID, and how they end.
import { appendEvent } from '../audit/events.ts';
import { type Db, inChamber, inInstallation } from '../lib/db.ts';
import { hashSecret, isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Role } from './account.ts';
import { type Actor, byOf, type Ctx } from './context.ts';
import {
  deleteOldSessions,
  endSessions,
  findSessionByHash,
  listOpenSessions,
  proofOf,
  type SessionRow,
  touchSession,
} from './sessions-store.ts';
import { deleteOldSteps } from './sign-in-steps-store.ts';
import { findAccount } from './store.ts';

const minute = 60_000;

/** After so long a session ends even in use. */
export const sessionLengthMs: Record<Role, number> = {
  ...{ administrator: 12 * 60 * minute, user: 12 * 60 * minute, sub: 12 * 60 * minute },
  staff: 10 * 60 * minute,
};
/** After so long without a request. What was typed is saved as it is typed, so nothing is lost by it. */
export const idleLimitMs = 60 * minute;

/** Who comes with this cookie; undefined when it names no session, or one that is over. */
export async function findActor(db: Db, cookie: string, now: Date): Promise<Actor | undefined> {
  const session = await inInstallation(db, async (trx) => {
    const found = await findSessionByHash(trx, hashSecret(cookie));
    if (!found || !isOpen(found, now)) return undefined;
    // Once a minute is enough to know that it is in use.
    if (now.getTime() - found.lastSeenAt.getTime() > minute) await touchSession(trx, found.sessionId, now);
    return found;
  });
  if (!session) return undefined;
  const account = await inChamber(db, session.chamberId, (trx) =>
    findAccount(trx, session.chamberId, session.accountId),
  );
  if (account?.status !== 'active') return undefined;
  const proof = proofOf(session);
  return { ...account, via: { kind: 'session', sessionId: session.sessionId, ...(proof ? { proof } : {}) } };
}

function isOpen(session: SessionRow, now: Date): boolean {
  return session.endedAt === null && session.endsAt > now && now.getTime() - session.lastSeenAt.getTime() < idleLimitMs;
}

/** The open sessions of the actor's own ID, newest first. */
export function listSessions(ctx: Ctx): Promise<SessionRow[]> {
  const { chamberId, accountId } = ctx.actor;
  const idleSince = new Date(ctx.now.getTime() - idleLimitMs);
  return inInstallation(ctx.db, (trx) => listOpenSessions(trx, { chamberId, accountId, now: ctx.now, idleSince }));
}

/** Ends one session of the actor's own ID. Refuses `not_found` for anybody else's, and for one that is over. */
export async function endSession(ctx: Ctx, sessionId: string): Promise<void> {
  if (!isId(sessionId)) throw new Refusal('not_found');
  const ended = await end(ctx, sessionId);
  if (ended === 0) throw new Refusal('not_found');
}

/** Signs the actor's ID out everywhere, here too. Returns how many sessions ended. */
export function endAllSessions(ctx: Ctx): Promise<number> {
  return end(ctx, undefined);
}

function end(ctx: Ctx, sessionId: string | undefined): Promise<number> {
  const { chamberId, accountId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const at = ctx.now;
    const ended = await endSessions(trx, { chamberId, accountId, at, ...(sessionId ? { sessionId } : {}) });
    if (ended.length > 0)
      await appendEvent(trx, {
        ...{ chamberId, at, by: byOf(ctx.actor), subject: 'account', subjectId: accountId },
        ...{ action: 'sign_out', detail: { sessions: ended } },
      });
    return ended.length;
  });
}

/** Forgets sessions a month after their end (the events keep what an auditor needs), and sign-ins that were never finished. */
export function sweepSessions(db: Db, now: Date): Promise<number> {
  return inInstallation(db, async (trx) => {
    await deleteOldSteps(trx, now);
    return deleteOldSessions(trx, new Date(now.getTime() - 30 * 24 * 60 * minute));
  });
}
