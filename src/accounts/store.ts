import type { Selectable } from 'kysely';
import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import type { Account as AccountRow } from '../lib/tables.ts';
import { type Account, accountStatuses, type Right, rights, roles } from './account.ts';

/** `passwordHash` null: nobody has chosen a password yet. */
export type AccountWithPassword = Account & { passwordHash: string | null };

export async function insertAccount(trx: Trx, account: AccountWithPassword, at: Date): Promise<void> {
  await trx
    .insertInto('account')
    .values({
      chamber_id: account.chamberId,
      account_id: account.accountId,
      login_id: account.loginId,
      role: account.role,
      status: account.status,
      registration_id: account.registrationId,
      name_ja: account.nameJa,
      name_en: account.nameEn,
      title_en: account.titleEn,
      mail: account.mail,
      rights: [...account.rights],
      password_hash: account.passwordHash,
      created_at: at,
    })
    .execute();
}

export async function findAccountByLogin(
  trx: Trx,
  chamberId: string,
  loginId: string,
): Promise<AccountWithPassword | undefined> {
  const row = await trx
    .selectFrom('account')
    .selectAll()
    .where('chamber_id', '=', chamberId)
    .where('login_id', '=', loginId)
    .executeTakeFirst();
  return row && { ...accountOf(row), passwordHash: row.password_hash };
}

export async function findAccount(trx: Trx, chamberId: string, accountId: string): Promise<Account | undefined> {
  const row = await trx
    .selectFrom('account')
    .selectAll()
    .where('chamber_id', '=', chamberId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row && accountOf(row);
}

function accountOf(row: Selectable<AccountRow>): Account {
  return {
    chamberId: row.chamber_id,
    accountId: row.account_id,
    loginId: row.login_id,
    role: known(roles, row.role),
    status: known(accountStatuses, row.status),
    registrationId: row.registration_id,
    nameJa: row.name_ja,
    nameEn: row.name_en,
    titleEn: row.title_en,
    mail: row.mail,
    rights: row.rights.map((right): Right => known(rights, right)),
  };
}
