// Who makes applications: the names beside the ids that an application holds.
import { type SqlBool, sql } from 'kysely';
import { type Role, roles } from '../accounts/account.ts';
import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import type { Cases } from './cases-store.ts';

export type Named = { nameJa: string; nameEn: string };
/** An ID and its holder. */
export type Maker = Named & { accountId: string; loginId: string; role: Role };
export type SignatoryName = Named & { signatoryId: string };

const makers = (trx: Trx, chamberId: string) =>
  trx
    .selectFrom('account')
    .select(['account_id', 'login_id', 'name_ja', 'name_en', 'role'])
    .where('chamber_id', '=', chamberId);
type Row = Awaited<ReturnType<ReturnType<typeof makers>['executeTakeFirstOrThrow']>>;

const makerOf = (row: Row): Maker => ({
  ...{ accountId: row.account_id, loginId: row.login_id, nameJa: row.name_ja, nameEn: row.name_en },
  role: known(roles, row.role),
});

/** Of these IDs, by account id. */
export async function listMakers(
  trx: Trx,
  chamberId: string,
  accountIds: readonly string[],
): Promise<Map<string, Maker>> {
  if (accountIds.length === 0) return new Map();
  const rows = await makers(trx, chamberId)
    .where('account_id', 'in', [...new Set(accountIds)])
    .execute();
  return new Map(rows.map((row) => [row.account_id, makerOf(row)]));
}

/** Of these signatories, by signatory id. */
export async function listSignatoryNames(
  trx: Trx,
  chamberId: string,
  signatoryIds: readonly string[],
): Promise<Map<string, SignatoryName>> {
  if (signatoryIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('signatory')
    .select(['signatory_id as signatoryId', 'name_ja as nameJa', 'name_en as nameEn'])
    .where('chamber_id', '=', chamberId)
    .where('signatory_id', 'in', [...new Set(signatoryIds)])
    .orderBy('created_at')
    .orderBy('signatory_id')
    .execute();
  return new Map(rows.map((row) => [row.signatoryId, row]));
}

/** The IDs under which such cases can have been made, by their numbers; `atMost`, and one more where there are more. */
export async function listMakersOf(trx: Trx, cases: Cases, atMost: number): Promise<Maker[]> {
  if ('accountId' in cases) return [...(await listMakers(trx, cases.chamberId, [cases.accountId])).values()];
  const of = sql.val([...cases.signatoryIds]);
  const rows = await makers(trx, cases.chamberId)
    .where(
      sql<SqlBool>`(
        account_id in (select account_id from signatory as s
          where s.chamber_id = ${cases.chamberId} and s.signatory_id = any(${of}::uuid[]))
        or account_id in (select account_id from sub_id as s
          where s.chamber_id = ${cases.chamberId} and s.signatory_id = any(${of}::uuid[])))`,
    )
    .orderBy('login_id')
    .limit(atMost + 1)
    .execute();
  return rows.map(makerOf);
}
