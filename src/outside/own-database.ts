// A database in our own PostgreSQL: its roles and an empty database, by the superuser that only we are.
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { DbAddress } from '../lib/db.ts';
import type { OwnPostgres } from './own-postgres.ts';

export type OwnDatabase = { owner: DbAddress; app: DbAddress };

/** Finds or makes the database `name`. @param rolesFile `db/roles.sql` */
export async function ownDatabase(
  server: Pick<OwnPostgres, 'host' | 'port'>,
  name: string,
  rolesFile: string,
): Promise<OwnDatabase> {
  const { host, port } = server;
  await asSuperuser(server, 'postgres', async (client) => {
    const roles = await client.query("select 1 from pg_roles where rolname = 'hakkyu_app'");
    if (roles.rowCount === 0) await client.query(await readFile(rolesFile, 'utf8'));
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)} owner hakkyu_owner`);
  });
  // Each start, as a start that was killed between the two would leave it undone; both are the same when repeated.
  await asSuperuser(server, name, async (client) => {
    await client.query(
      'revoke all on schema public from public; grant all on schema public to hakkyu_owner; grant usage on schema public to hakkyu_app',
    );
  });
  return {
    owner: { host, port, user: 'hakkyu_owner', database: name },
    app: { host, port, user: 'hakkyu_app', database: name },
  };
}

export async function asSuperuser<T>(
  server: Pick<OwnPostgres, 'host' | 'port'>,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ host: server.host, port: server.port, user: 'postgres', database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Drops a database of our own PostgreSQL with everything in it. */
export async function dropOwnDatabase(server: Pick<OwnPostgres, 'host' | 'port'>, name: string): Promise<void> {
  await asSuperuser(server, 'postgres', (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  );
}
