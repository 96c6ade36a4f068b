import type { Trx } from '../lib/db.ts';

type OfAccount = { chamberId: string; accountId: string };

/** Null: nobody has chosen one yet. undefined: there is no such ID. */
export async function findPasswordHash(trx: Trx, of: OfAccount): Promise<string | null | undefined> {
  const row = await trx
    .selectFrom('account')
    .select('password_hash')
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .executeTakeFirst();
  return row?.password_hash;
}

export async function updatePasswordHash(trx: Trx, of: OfAccount, hash: string): Promise<void> {
  await trx
    .updateTable('account')
    .set({ password_hash: hash })
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .execute();
}

/** Nobody signs in with the ID until its holder has chosen a new one. */
export async function forgetPassword(trx: Trx, of: OfAccount): Promise<void> {
  await trx
    .updateTable('account')
    .set({ password_hash: null })
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .execute();
}

/**
 * The firm's names, which are guessed first. Read here and not by the room of registrations, which stands above the
 * accounts; nothing else of a registration is needed down here.
 */
export async function findFirmNames(trx: Trx, chamberId: string, registrationId: string): Promise<string[]> {
  const row = await trx
    .selectFrom('registration')
    .select(['name_ja', 'name_en'])
    .where('chamber_id', '=', chamberId)
    .where('registration_id', '=', registrationId)
    .executeTakeFirst();
  return row ? [row.name_ja, row.name_en] : [];
}
