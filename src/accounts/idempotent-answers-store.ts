import { z } from 'zod';
import type { Trx } from '../lib/db.ts';

/** Whose key it is, and when the attempt that holds it began: the time tells one attempt from another. */
export type AnswerTicket = { chamberId: string; accountId: string; key: string; at: Date };

/** What was answered, to be given again: status, body and the headers that belong to it. */
export type KeptAnswer = { status: number; body: string; headers: Record<string, string> };

/** Returns false when the key is taken. */
export async function insertUnanswered(trx: Trx, ticket: AnswerTicket, requestSha256: Buffer): Promise<boolean> {
  const result = await trx
    .insertInto('idempotent_answer')
    .values({
      chamber_id: ticket.chamberId,
      account_id: ticket.accountId,
      key: ticket.key,
      request_sha256: requestSha256,
      at: ticket.at,
    })
    .onConflict((conflict) => conflict.columns(['chamber_id', 'account_id', 'key']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

const Headers = z.record(z.string(), z.string());

/** `answer` is missing while the attempt runs, and for ever after one that died. */
export async function findIdempotent(
  trx: Trx,
  of: Omit<AnswerTicket, 'at'>,
): Promise<{ requestSha256: Buffer; at: Date; answer: KeptAnswer | undefined } | undefined> {
  const row = await trx
    .selectFrom('idempotent_answer')
    .select(['request_sha256', 'at', 'status', 'body', 'headers'])
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .where('key', '=', of.key)
    .executeTakeFirst();
  if (!row) return undefined;
  const { status, body } = row;
  const answer = status === null ? undefined : { status, body: body ?? '', headers: Headers.parse(row.headers) };
  return { requestSha256: row.request_sha256, at: row.at, answer };
}

/** Does nothing when another attempt has taken the key over. */
export async function updateAnswer(trx: Trx, ticket: AnswerTicket, answer: KeptAnswer): Promise<void> {
  await trx
    .updateTable('idempotent_answer')
    .set({ status: answer.status, body: answer.body, headers: JSON.stringify(answer.headers) })
    .where('chamber_id', '=', ticket.chamberId)
    .where('account_id', '=', ticket.accountId)
    .where('key', '=', ticket.key)
    .where('at', '=', ticket.at)
    .where('status', 'is', null)
    .execute();
}

/** Frees the key of an attempt without an answer. Returns false when there is none (any more). */
export async function deleteUnanswered(trx: Trx, ticket: AnswerTicket): Promise<boolean> {
  const result = await trx
    .deleteFrom('idempotent_answer')
    .where('chamber_id', '=', ticket.chamberId)
    .where('account_id', '=', ticket.accountId)
    .where('key', '=', ticket.key)
    .where('at', '=', ticket.at)
    .where('status', 'is', null)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Returns how many. */
export async function deleteAnswersBefore(trx: Trx, chamberId: string, before: Date): Promise<number> {
  const result = await trx
    .deleteFrom('idempotent_answer')
    .where('chamber_id', '=', chamberId)
    .where('at', '<', before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
