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

/** Of these ids; what is no account's is left out. */
export async function listAccounts(trx: Trx, chamberId: string, accountIds: readonly string[]): Promise<Account[]> {
  if (accountIds.length === 0) return [];
  const rows = await trx
    .selectFrom('account')
    .selectAll()
    .where('chamber_id', '=', chamberId)
    .where('account_id', 'in', [...new Set(accountIds)])
    .execute();
  return rows.map(accountOf);
}

/** The administrator ID of a registration that has not ended; there is one at most. */
export async function findAdministrator(
  trx: Trx,
  chamberId: string,
  registrationId: string,
): Promise<Account | undefined> {
  const row = await trx
    .selectFrom('account')
    .selectAll()
    .where('chamber_id', '=', chamberId)
    .where('registration_id', '=', registrationId)
    .where('role', '=', 'administrator')
    .where('status', '=', 'active')
    .executeTakeFirst();
  return row && accountOf(row);
}

/** Somebody else holds the ID from now on, or is called otherwise. `forgetPassword`: nobody signs in until one is chosen. */
export async function updateHolder(
  trx: Trx,
  of: Pick<Account, 'chamberId' | 'accountId' | 'nameJa' | 'nameEn' | 'mail'> & { forgetPassword: boolean },
): Promise<void> {
  await trx
    .updateTable('account')
    .set({
      name_ja: of.nameJa,
      name_en: of.nameEn,
      mail: of.mail,
      ...(of.forgetPassword ? { password_hash: null } : {}),
    })
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .execute();
}

/** What is done with an ID's password, links and sessions goes one after the other: of two new links only one is left. */
export async function lockAccount(trx: Trx, of: Pick<Account, 'chamberId' | 'accountId'>): Promise<void> {
  await trx
    .selectFrom('account')
    .select('account_id')
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .forNoKeyUpdate()
    .execute();
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
