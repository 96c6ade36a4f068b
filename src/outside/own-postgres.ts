// The PostgreSQL that comes with `npm ci`: its binaries, started by us on a Unix socket inside our own data folder.
// No port to collide with, no password to store: only this user (and root) may open the socket's folder.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, findBinaries } from './postgres-binaries.ts';
import { asDatabaseUser, type DatabaseUser, databaseUserFor } from './postgres-user.ts';

/** Somebody else runs on this folder. */
export class AlreadyRunning extends Error {
  constructor(folder: string) {
    super(`Hakkyu is already running on ${folder}`);
    this.name = 'AlreadyRunning';
  }
}

export type OwnPostgres = {
  /** The folder of the Unix socket: `host` for a client. */
  host: string;
  port: number;
  /** Stops the database; what is committed is on disk. */
  stop(): Promise<void>;
};

/** 107 bytes are what a Unix socket's address may have; PostgreSQL refuses a longer one. */
const socketPathLimit = 107;
export const ownPort = 5432;
const port = ownPort;

export function socketFolderOf(folder: string): string {
  const beside = join(folder, 'run');
  if (Buffer.byteLength(join(beside, `.s.PGSQL.${port}`)) <= socketPathLimit) return beside;
  return join(tmpdir(), `hakkyu-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
}

/** @param options.durable false only for throw-away test clusters: no fsync */
export async function startOwnPostgres(folder: string, options: { durable?: boolean } = {}): Promise<OwnPostgres> {
  const durable = options.durable ?? true;
  const binaries = await findBinaries();
  mkdirSync(folder, { recursive: true });
  const data = join(folder, 'pg');
  const host = socketFolderOf(folder);
  const user = databaseUserFor(existsSync(data) ? data : undefined);
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(binaries, folder, user);
  mkdirSync(host, { recursive: true, mode: 0o700 });
  if (user) execFileSync('chown', [`${user.uid}:${user.gid}`, host]);

  await endOrphan(data, host, folder);
  await clearStalePid(data);
  const child = launch(binaries, { folder, data, host, user, durable });
  await untilReady(child, data, join(folder, 'postgres.log'));
  const release = await holdFolder(host, folder);
  return {
    host,
    port,
    async stop() {
      await release();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      const impatience = setTimeout(() => child.kill('SIGQUIT'), 20_000);
      child.kill('SIGINT'); // "fast": rolls back what is open, writes a checkpoint
      await gone;
      clearTimeout(impatience);
    },
  };
}

function initialise(binaries: Binaries, folder: string, user: DatabaseUser | undefined): void {
  // Made aside and renamed: a start that was killed half-way leaves nothing that looks like a database.
  const fresh = join(folder, 'pg.new');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (user) execFileSync('chown', [`${user.uid}:${user.gid}`, fresh]);
  const made = spawnSync(
    ...asDatabaseUser(user, binaries.initdb, [
      ...[
        '-D',
        fresh,
        '-U',
        'postgres',
        '-A',
        'trust',
        '-E',
        'UTF8',
        '--locale=C',
        '--no-instructions',
        '--data-checksums',
      ],
    ]),
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed in ${fresh}: ${made.stderr || made.error?.message}`);
  renameSync(fresh, join(folder, 'pg'));
}

function launch(
  binaries: Binaries,
  at: { folder: string; data: string; host: string; user: DatabaseUser | undefined; durable: boolean },
): ChildProcess {
  const log = openSync(join(at.folder, 'postgres.log'), 'a');
  const settings = {
    listen_addresses: '',
    unix_socket_directories: at.host,
    unix_socket_permissions: '0700',
    max_connections: '120',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(at.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const args = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const [command, all] = asDatabaseUser(at.user, binaries.postgres, ['-D', at.data, '-p', String(port), ...args]);
  // detached: a Ctrl-C in the terminal must reach us alone; we end the database after the last request.
  return spawn(command, all, { detached: true, stdio: ['ignore', log, log] });
}

/** Believes only a pid file that our own child has written: an older server on the same folder must not pass for ours. */
async function untilReady(child: ChildProcess, data: string, log: string): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      const tail = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-8).join('\n') : '(it is gone)';
      reject(new Error(`PostgreSQL ended while starting (code ${code}). The end of ${log}:\n${tail}`));
    });
  });
  failed.catch(() => undefined); // after the start is done, its end is the stop
  const ready = async (): Promise<void> => {
    for (;;) {
      const file = readPidFile(data);
      if (file?.pid === child.pid && file?.ready) return;
      await sleep(20);
    }
  };
  await Promise.race([ready(), failed]);
}

function readPidFile(data: string): { pid: number; ready: boolean } | undefined {
  const path = join(data, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
}

/** A running server whose folder nobody holds was left by a killed start: end it. One that is held: say so. */
async function endOrphan(data: string, host: string, folder: string): Promise<void> {
  const file = readPidFile(data);
  if (!file || !isAlive(file.pid, data)) return;
  const client = new pg.Client({ host, port, user: 'postgres', database: 'postgres', connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined); // it is about to be ended by us
  try {
    await client.connect();
  } catch (cause) {
    // It may be on its way down after its own starter was killed (see pdeathsig): give it the time to go.
    if (await isGone(file.pid, data, 5_000)) return;
    throw new Error(`A PostgreSQL (process ${file.pid}) holds ${data} and does not answer. End it and start again.`, {
      cause,
    });
  }
  const free = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [folderLock]);
  await client.end();
  if (!free.rows[0]?.free) throw new AlreadyRunning(folder);
  process.kill(file.pid, 'SIGINT');
  if (!(await isGone(file.pid, data, 10_000))) throw new Error(`PostgreSQL ${file.pid} on ${data} does not end.`);
}

/** 'HAKK' as a number. The launcher's lock, not the application's: no rule of the trade hangs on it. */
const folderLock = 0x48_41_4b_4b;

async function holdFolder(host: string, folder: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ host, port, user: 'postgres', database: 'postgres' });
  client.on('error', () => undefined); // ends with the database itself
  await client.connect();
  const got = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [folderLock]);
  if (!got.rows[0]?.got) throw new AlreadyRunning(folder);
  return async () => {
    await client.end().catch(() => undefined); // the database may be gone first
  };
}

/** After kill -9 the dead postmaster can stay as a zombie for a while, and PostgreSQL would take it for alive. */
async function clearStalePid(data: string): Promise<void> {
  const file = readPidFile(data);
  if (!file) return;
  if (!(await isGone(file.pid, data, 5_000))) throw new Error(`PostgreSQL ${file.pid} still runs on ${data}.`);
  if (readPidFile(data)?.pid === file.pid) rmSync(join(data, 'postmaster.pid'), { force: true });
}

async function isGone(pid: number, data: string, withinMs: number): Promise<boolean> {
  for (let waited = 0; waited <= withinMs; waited += 100) {
    if (!isAlive(pid, data)) return true;
    await sleep(100);
  }
  return false;
}

/** Alive means: a process of that number, no zombie, whose working folder is the database's (pids are used again). */
function isAlive(pid: number, data: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (process.platform !== 'linux') {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false; // no such process
    }
  }
  try {
    if (/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return false;
    const folder = readlinkSync(`/proc/${pid}/cwd`);
    return statSync(folder).ino === statSync(data).ino;
  } catch {
    return false; // gone between two looks
  }
}
