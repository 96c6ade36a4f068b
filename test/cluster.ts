// A throw-away PostgreSQL for a test run: no fsync, one migrated template, a copy for each test file.
import { join } from 'node:path';
import pg from 'pg';
import { jobNames } from '../src/audit/jobs.ts';
import { migrate } from '../src/lib/db-migrate.ts';
import { asSuperuser, type OwnDatabase, ownDatabase } from '../src/outside/own-database.ts';
import { startOwnPostgres } from '../src/outside/own-postgres.ts';
import { root } from './root.ts';

export type Cluster = { host: string; port: number; stop(): Promise<void> };

/** The environment variable that tells test files where the run's PostgreSQL is. */
export const clusterVariable = 'HAKKYU_TEST_CLUSTER';

const template = 'hakkyu_template';

/** A migrated database of its own, with its own server. */
export async function freshDatabase(folder: string): Promise<OwnDatabase & Cluster> {
  const server = await startOwnPostgres(folder, { durable: false });
  const database = await ownDatabase(server, template, join(root, 'db/roles.sql'));
  await migrate(database.owner, join(root, 'db/migrations'), jobNames);
  return { ...database, host: server.host, port: server.port, stop: server.stop };
}

/** A copy of the migrated template under a new name. Nobody may be connected to the template meanwhile. */
export async function cloneDatabase(server: { host: string; port: number }, name: string): Promise<OwnDatabase> {
  await asSuperuser(server, 'postgres', (client) =>
    client.query(`create database ${pg.escapeIdentifier(name)} template ${template} owner hakkyu_owner`),
  );
  return ownDatabase(server, name, join(root, 'db/roles.sql'));
}
