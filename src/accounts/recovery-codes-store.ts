import type { Trx } from '../lib/db.ts';

type OfAccount = { chamberId: string; accountId: string };

/** Puts these in the place of all that there were. */
export async function replaceRecoveryCodes(trx: Trx, of: OfAccount, macs: readonly Buffer[]): Promise<void> {
  await deleteRecoveryCodes(trx, of);
  await trx
    .insertInto('recovery_code')
    .values(macs.map((mac) => ({ chamber_id: of.chamberId, account_id: of.accountId, code_mac: mac })))
    .execute();
}

export async function deleteRecoveryCodes(trx: Trx, of: OfAccount): Promise<void> {
  await trx
    .deleteFrom('recovery_code')
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .execute();
}

/** Uses one up. False: it is none of them, or was used before; of two at once one gets true. */
export async function useRecoveryCode(trx: Trx, of: OfAccount, mac: Buffer, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .where('code_mac', '=', mac)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many are left. */
export async function countRecoveryCodes(trx: Trx, of: OfAccount): Promise<number> {
  const row = await trx
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
