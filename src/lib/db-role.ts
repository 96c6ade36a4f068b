import { sql } from 'kysely';
import type { Db } from './db.ts';

/**
 * Why the server must not run as this role, or undefined when it may. Row level security is what keeps one chamber from
 * another, and a superuser, a role with BYPASSRLS and an owner of tables are not held by it, or can switch it off.
 */
export async function roleProblem(db: Db): Promise<string | undefined> {
  const found = await sql<{ role: string; superuser: boolean; bypass: boolean; owned: string | null }>`
    select rolname as role,
      (select bool_or(rolsuper) from pg_roles r where pg_has_role(current_user, r.oid, 'MEMBER')) as superuser,
      (select bool_or(rolbypassrls) from pg_roles r where pg_has_role(current_user, r.oid, 'MEMBER')) as bypass,
      (select relname from pg_class
        where relkind in ('r', 'p', 'v') and relnamespace in ('public'::regnamespace)
          and pg_has_role(current_user, relowner, 'MEMBER') limit 1) as owned
    from pg_roles where rolname = current_user`.execute(db.kysely);
  const row = found.rows[0];
  if (!row) return 'the database does not say who we are';
  if (row.superuser) return `"${row.role}" is a superuser, or may become one`;
  if (row.bypass) return `"${row.role}" has BYPASSRLS, or may take a role that has`;
  if (row.owned !== null) return `"${row.role}" owns the table "${row.owned}", or is a member of the role that does`;
  return undefined;
}
