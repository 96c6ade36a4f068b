// Brings a database to the newest shape. Runs as the owner role, never as the server.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { DbAddress } from './db.ts';
import { openDb } from './db.ts';
import { installJobs } from './jobs.ts';

/** The folder `db/migrations`: forward only, `NNNN-what.sql`, never edited once landed. */
export class SqlFiles implements MigrationProvider {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }
  async getMigrations(): Promise<Record<string, Migration>> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith('.sql')).sort();
    const migrations = await Promise.all(
      names.map(async (name): Promise<[string, Migration]> => {
        const text = await readFile(join(this.#folder, name), 'utf8');
        return [name.replace(/\.sql$/, ''), { up: async (db) => void (await sql.raw(text).execute(db)) }];
      }),
    );
    return Object.fromEntries(migrations);
  }
}

/**
 * @param owner the database, as the owner role
 * @param queues the names of all jobs: a queue must exist before anything is put into it
 * @returns the names of the migrations that ran now
 */
export async function migrate(owner: DbAddress, folder: string, queues: readonly string[]): Promise<string[]> {
  const db = openDb(owner, { max: 1, onError: () => undefined }); // a broken connection fails the query that uses it
  try {
    const migrator = new Migrator({ db: db.kysely, provider: new SqlFiles(folder) });
    const { error, results } = await migrator.migrateToLatest();
    const failed = results?.find((result) => result.status === 'Error');
    if (error)
      throw new Error(`migration ${failed?.migrationName ?? ''} failed; nothing of it was kept`, { cause: error });
    // The server asks at its start whether anything is missing.
    await sql`grant select on kysely_migration to hakkyu_app`.execute(db.kysely);
    await installJobs(owner, queues);
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.close();
  }
}

/** Names of migrations that the database lacks, seen by the server's own role. */
export async function missingMigrations(address: DbAddress, folder: string): Promise<string[]> {
  const db = openDb(address, { max: 1, onError: () => undefined });
  try {
    const wanted = Object.keys(await new SqlFiles(folder).getMigrations());
    const table = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(
      db.kysely,
    );
    if (!table.rows[0]?.there) return wanted;
    const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db.kysely);
    const names = new Set(done.rows.map((row) => row.name));
    return wanted.filter((name) => !names.has(name));
  } finally {
    await db.close();
  }
}
