// The one file that wires everything: configuration -> outside -> app -> listen. Stops cleanly.

import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import type { Outside } from './accounts/context.ts';
import { type LimitSetting, signInLimitSettings, signInLimits } from './accounts/sign-in-limits.ts';
import type { Jobs } from './audit/jobs.ts';
import { ConfigProblem } from './config.ts';
import type { Clock } from './lib/clock.ts';
import { type Db, type DbAddress, openDb } from './lib/db.ts';
import { missingMigrations } from './lib/db-migrate.ts';
import { roleProblem } from './lib/db-role.ts';
import { isErrorCode } from './lib/error-code.ts';
import { type JobRunner, openJobs } from './lib/jobs.ts';
import type { Log } from './lib/log.ts';
import { vaultOf } from './lib/vault.ts';
import type { CardGateway } from './outside/card-gateway.ts';
import { readEvidencePdf } from './outside/evidence-pdf.ts';
import { folderFileStore } from './outside/file-store.ts';
import { installationKey } from './outside/installation-key.ts';
import type { Mailer } from './outside/mailer.ts';
import { readScan } from './outside/scan-picture.ts';
import { openKeyFile } from './outside/signer.ts';
import { type App, buildApp } from './web/app.tsx';
import { startWorker } from './worker.ts';

export type House = {
  app: App;
  db: Db;
  jobs: JobRunner<Jobs>;
  outside: Outside;
  close(): Promise<void>;
};

export type HouseOptions = {
  database: DbAddress;
  /** The address under which people reach us. */
  base: string;
  /** How many reverse proxies stand in front; none when left out. */
  proxies?: number;
  /** The checkout. */
  root: string;
  clock: Clock;
  log: Log;
  mailer: Mailer;
  gateway: CardGateway;
  /** Origins of the card company's payment pages (`https://checkout.stripe.com`); none when left out. */
  cardPages?: readonly string[];
  /** The folder of the keys: the installation's own, and one below it for each chamber's signature. */
  keys: string;
  /** The folder of the file store. */
  files: string;
  /** Takes jobs by itself. Tests do them by hand. */
  worker: boolean;
  signInLimits?: Record<'short' | 'long' | 'address', LimitSetting>;
};

/** Opens everything but the port. Throws ConfigProblem when the database is not as the server needs it. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { log, clock, database } = options;
  const db = openDb(database, { max: 20, onError: (error) => log.error('a database connection broke', error) });
  try {
    await checkDatabase(db, database, options.root);
    const jobs = await openJobs<Jobs>(database, {
      onError: (error) => log.error('the job queue failed', error),
      pollSeconds: 1,
      background: options.worker,
    });
    const outside: Outside = {
      ...{ base: options.base, files: folderFileStore(options.files), readEvidence: readEvidencePdf },
      readScan,
      ...{ gateway: options.gateway, vault: vaultOf(installationKey(options.keys)) },
      signerOf: (chamberId) => openKeyFile(join(options.keys, chamberId)),
    };
    if (options.worker) await startWorker(jobs, { db, jobs, outside, clock, mailer: options.mailer });
    const app = buildApp({
      ...{ db, jobs, outside, clock, log, base: options.base, proxies: options.proxies ?? 0, root: options.root },
      cardPages: options.cardPages ?? [],
      limits: signInLimits(db, options.signInLimits ?? signInLimitSettings),
    });
    return {
      ...{ app, db, jobs, outside },
      async close() {
        await jobs.close();
        await db.close();
      },
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function checkDatabase(db: Db, database: DbAddress, root: string): Promise<void> {
  const problem = await roleProblem(db);
  if (problem)
    throw new ConfigProblem(
      `The server refuses to use this database: ${problem}, and row level security would not hold it.\n` +
        'Let DATABASE_URL sign in as the role hakkyu_app (see db/roles.sql and docs/operating.md).',
    );
  const missing = await missingMigrations(database, join(root, 'db/migrations'));
  if (missing.length > 0)
    throw new ConfigProblem(
      `The database lacks ${missing.length} migration(s), first ${missing[0]}. Run \`npx hakkyu migrate\` (see docs/operating.md).`,
    );
}

export type Listening = { port: number; close(): Promise<void> };

/** Listens on localhost, by IPv4 and, where the machine has it, by IPv6. Port 0 takes a free one. */
export async function listen(app: { fetch: App['fetch'] }, port: number): Promise<Listening> {
  const first = await open(app, '127.0.0.1', port);
  const taken = addressPort(first);
  const servers = [first];
  try {
    servers.push(await open(app, '::1', taken));
  } catch (error) {
    if (!isErrorCode(error, 'EADDRNOTAVAIL') && !isErrorCode(error, 'EAFNOSUPPORT')) {
      await closeServer(first);
      throw error;
    }
  }
  return { port: taken, close: async () => void (await Promise.all(servers.map(closeServer))) };
}

function open(app: { fetch: App['fetch'] }, hostname: string, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port }, () => resolve(server));
    server.once('error', reject);
  });
}

function addressPort(server: ServerType): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/** Lets what is under way end, then closes what only waits for more. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    if ('closeIdleConnections' in server) {
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 5_000).unref();
    }
  });
}
