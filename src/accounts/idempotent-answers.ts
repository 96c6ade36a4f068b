// A program that got no answer sends its request again under the same key, and gets the first answer instead of a second
// deed. Kept with the accounts, since a key belongs to the ID that sent it: another's same key is another key.
import { listChamberIds } from '../chambers/store.ts';
import { type Db, inChamber, inInstallation } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Ctx } from './context.ts';
import {
  type AnswerTicket,
  deleteAnswersBefore,
  deleteUnanswered,
  findIdempotent,
  insertUnanswered,
  type KeptAnswer,
  updateAnswer,
} from './idempotent-answers-store.ts';

/**
 * An attempt without an answer after so long has died with its process. Longer than any deed runs: the longest, reading an
 * attached PDF, may take a minute and wait for four others of a minute each (outside/evidence-pdf).
 */
const deadAfterMs = 10 * 60_000;
const keptForMs = 24 * 60 * 60_000;

/**
 * Takes the key before the deed runs, or gives the answer that is kept for it. Refuses `invalid` when the key was used
 * for another request, `conflict` while its first request is still running.
 *
 * An attempt that died may have done its deed or not: after ten minutes the key may be taken again, and the deed decides. What
 * is once by its nature (submit, certify, any step of the lifecycle, a write with a version) refuses `conflict` then.
 */
export function takeKey(
  ctx: Ctx,
  input: { key: string; requestSha256: Buffer },
): Promise<{ ticket: AnswerTicket } | { answer: KeptAnswer }> {
  const { chamberId, accountId } = ctx.actor;
  const ticket = { chamberId, accountId, key: input.key, at: ctx.now };
  return inChamber(ctx.db, chamberId, async (trx) => {
    if (await insertUnanswered(trx, ticket, input.requestSha256)) return { ticket };
    const found = await findIdempotent(trx, ticket);
    if (!found) throw stillRunning(); // freed in this moment
    if (!found.requestSha256.equals(input.requestSha256)) throw usedOtherwise;
    if (found.answer) return { answer: found.answer };
    if (ctx.now.getTime() - found.at.getTime() < deadAfterMs) throw stillRunning();
    const freed = await deleteUnanswered(trx, { ...ticket, at: found.at });
    if (!freed || !(await insertUnanswered(trx, ticket, input.requestSha256))) throw stillRunning();
    return { ticket };
  });
}

const stillRunning = (): Refusal =>
  new Refusal('conflict', {
    retryAfterSeconds: 2,
    fields: [
      {
        field: 'Idempotency-Key',
        ja: '同じ Idempotency-Key の要求を処理中です。少し待ってから、同じ要求をもう一度送ってください。',
        en: 'A request with this Idempotency-Key is still running. Wait a little and send the same request again.',
      },
    ],
  });

const usedOtherwise = new Refusal('invalid', {
  fields: [
    {
      field: 'Idempotency-Key',
      ja: 'この Idempotency-Key は別の内容の要求に使われています。新しい要求には新しいキーを付けてください。',
      en: 'This Idempotency-Key was used for another request. Give each new request a new key.',
    },
  ],
});

/** Keeps the first answer for a day at least. */
export function keepAnswer(ctx: Ctx, ticket: AnswerTicket, answer: KeptAnswer): Promise<void> {
  return inChamber(ctx.db, ticket.chamberId, (trx) => updateAnswer(trx, ticket, answer));
}

/** Frees the key for another attempt. */
export async function freeKey(ctx: Ctx, ticket: AnswerTicket): Promise<void> {
  await inChamber(ctx.db, ticket.chamberId, (trx) => deleteUnanswered(trx, ticket));
}

/** Forgets answers older than a day, in every chamber. Returns how many. */
export async function sweepIdempotentAnswers(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptForMs);
  let swept = 0;
  for (const chamberId of await inInstallation(db, listChamberIds))
    swept += await inChamber(db, chamberId, (trx) => deleteAnswersBefore(trx, chamberId, before));
  return swept;
}
