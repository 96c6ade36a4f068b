// A sign-in whose password was right and whose second factor is still to come (`sign_in_step`).
import type { Trx } from '../lib/db.ts';

export type SignInStep = { chamberId: string; accountId: string; endsAt: Date; tries: number };

export async function insertStep(trx: Trx, hash: Buffer, step: Omit<SignInStep, 'tries'>): Promise<void> {
  await trx
    .insertInto('sign_in_step')
    .values({ step_hash: hash, chamber_id: step.chamberId, account_id: step.accountId, ends_at: step.endsAt })
    .execute();
}

export function findStepByHash(trx: Trx, hash: Buffer): Promise<SignInStep | undefined> {
  return trx
    .selectFrom('sign_in_step')
    .select(['chamber_id as chamberId', 'account_id as accountId', 'ends_at as endsAt', 'tries'])
    .where('step_hash', '=', hash)
    .executeTakeFirst();
}

/** Counts an answer before it is compared, so that many at once count as many. False: there were so many, or it is gone. */
export async function countTry(trx: Trx, hash: Buffer, atMost: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sign_in_step')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('step_hash', '=', hash)
    .where('tries', '<', atMost)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function updateStepChallenge(trx: Trx, hash: Buffer, challenge: string): Promise<void> {
  await trx.updateTable('sign_in_step').set({ challenge }).where('step_hash', '=', hash).execute();
}

/** What a passkey was asked to sign, for one answer only; undefined: nothing, or it was answered. */
export async function takeStepChallenge(trx: Trx, hash: Buffer): Promise<string | undefined> {
  const row = await trx
    .selectFrom('sign_in_step')
    .select('challenge')
    .where('step_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst();
  await trx.updateTable('sign_in_step').set({ challenge: null }).where('step_hash', '=', hash).execute();
  return row?.challenge ?? undefined;
}

/** Whether it was still there; of two at once one gets true. */
export async function deleteStep(trx: Trx, hash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('sign_in_step').where('step_hash', '=', hash).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whoever knows an old password, or had an old factor, begins again. */
export async function deleteStepsOf(trx: Trx, of: { chamberId: string; accountId: string }): Promise<void> {
  await trx
    .deleteFrom('sign_in_step')
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .execute();
}

/** Forgets those that are over. Returns how many. */
export async function deleteOldSteps(trx: Trx, before: Date): Promise<number> {
  const { numDeletedRows } = await trx.deleteFrom('sign_in_step').where('ends_at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
