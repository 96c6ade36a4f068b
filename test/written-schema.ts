// The shape of the database as reviewers see it: db/schema.sql from the catalog, src/lib/tables.ts by kysely-codegen.

import { writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { PostgresDialect as CodegenDialect, generate } from 'kysely-codegen';
import { type Db, type DbAddress, openDb } from '../src/lib/db.ts';

export async function writeTables(owner: DbAddress, file: string): Promise<void> {
  writeFileSync(file, await tablesText(owner));
}
export async function writeSchema(owner: DbAddress, file: string): Promise<void> {
  writeFileSync(file, await schemaText(owner));
}

export function tablesText(owner: DbAddress): Promise<string> {
  return withDb(owner, async (db) => {
    const text = await generate({
      db: db.kysely,
      dialect: new CodegenDialect(),
      outFile: null,
      excludePattern: 'kysely_*',
      includePattern: 'public.*',
      typeOnlyImports: true,
    });
    return `${text.trim()}\n`;
  });
}

export function schemaText(owner: DbAddress): Promise<string> {
  return withDb(owner, async (db) => {
    const tables = await sql<{ name: string; oid: number; rls: string; acl: string | null }>`
      select relname as name, oid::int as oid,
        case when relrowsecurity and relforcerowsecurity then 'forced' when relrowsecurity then 'on' else 'off' end as rls
      from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely_%'
      order by relname`.execute(db.kysely);
    const parts = ['-- The shape of the database after all migrations; written by `node scripts/make-tables.mjs`.'];
    for (const table of tables.rows) parts.push(await tableText(db, table));
    const functions = await sql<{ text: string }>`
      select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'public'::regnamespace order by proname`.execute(
      db.kysely,
    );
    return `${[...parts, ...functions.rows.map((row) => `${row.text};`)].join('\n\n')}\n`;
  });
}

async function tableText(db: Db, table: { name: string; oid: number; rls: string }): Promise<string> {
  const one = async (query: ReturnType<typeof sql<{ line: string }>>): Promise<string[]> =>
    (await query.execute(db.kysely)).rows.map((row) => row.line);
  const columns = await one(sql`
    select '  ' || attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end
      || coalesce(case when attidentity = 'a' then ' generated always as identity' when attgenerated = 's' then ' generated always as (' || pg_get_expr(adbin, adrelid) || ') stored'
         else ' default ' || pg_get_expr(adbin, adrelid) end, '') as line
    from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attrelid = ${table.oid} and attnum > 0 and not attisdropped order by attnum`);
  // PostgreSQL 18 lists NOT NULL as constraints (contype 'n'), 15 does not: they stand at the columns.
  const constraints = await one(sql`
    select '  constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line
    from pg_constraint where conrelid = ${table.oid} and contype <> 'n' order by contype desc, conname`);
  const after = await one(sql`
    select pg_get_indexdef(indexrelid) || ';' as line from pg_index
    where indrelid = ${table.oid} and not exists (select 1 from pg_constraint where conindid = indexrelid) order by 1`);
  const policies = await one(sql`
    select 'create policy ' || polname || ' on ' || ${table.name}::text || ' using ' || pg_get_expr(polqual, polrelid)
      || coalesce(' with check ' || pg_get_expr(polwithcheck, polrelid), '') || ';' as line
    from pg_policy where polrelid = ${table.oid} order by polname`);
  const triggers = await one(sql`
    select pg_get_triggerdef(oid) || ';' as line from pg_trigger where tgrelid = ${table.oid} and not tgisinternal order by tgname`);
  const grants = await one(sql`
    select 'grant ' || string_agg(what, ', ' order by what) || ' on ' || ${table.name}::text || ' to ' || grantee || ';' as line
    from (
      select grantee, lower(privilege_type) as what from information_schema.role_table_grants
      where table_schema = 'public' and table_name = ${table.name} and grantee <> 'hakkyu_owner'
      union all
      select grantee, lower(privilege_type) || ' (' || string_agg(column_name, ', ' order by column_name) || ')'
      from information_schema.column_privileges c
      where table_schema = 'public' and table_name = ${table.name} and grantee <> 'hakkyu_owner' and not exists (
        select 1 from information_schema.role_table_grants g where g.table_schema = 'public' and g.table_name = c.table_name
          and g.grantee = c.grantee and g.privilege_type = c.privilege_type)
      group by grantee, privilege_type
    ) as given group by grantee order by grantee`);
  const security = table.rls === 'off' ? [] : [`alter table ${table.name} row level security ${table.rls};`];
  return [
    `create table ${table.name} (\n${[...columns, ...constraints].join(',\n')}\n);`,
    ...after,
    ...triggers,
    ...security,
    ...policies,
    ...grants,
  ].join('\n');
}

async function withDb<T>(owner: DbAddress, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb(owner, { max: 1, onError: () => undefined });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
