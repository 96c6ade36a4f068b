import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Whose applications, and payments: made under one ID, or under the names of these signatories. */
export type Cases = { chamberId: string } & ({ accountId: string } | { signatoryIds: readonly string[] });

/** The condition on the rows of a table that says both, as `application` and `payment` do. */
export function isOf(table: 'application' | 'payment', cases: Cases): RawBuilder<SqlBool> {
  const chamber = sql<SqlBool>`${sql.ref(`${table}.chamber_id`)} = ${cases.chamberId}`;
  return 'accountId' in cases
    ? sql<SqlBool>`${chamber} and ${sql.ref(`${table}.account_id`)} = ${cases.accountId}`
    : sql<SqlBool>`${chamber} and ${sql.ref(`${table}.signatory_id`)} = any(${sql.val([...cases.signatoryIds])}::uuid[])`;
}

/** The same asked of a row that has been read. */
export function isAmong(cases: Cases, row: { accountId: string; signatoryId: string }): boolean {
  return 'accountId' in cases ? row.accountId === cases.accountId : cases.signatoryIds.includes(row.signatoryId);
}
