// PostgreSQL, through Kysely. Every transaction works in one chamber (row level security sees nothing else), or in none.
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type Transaction,
  type TransactionSettings,
} from 'kysely';
import pg from 'pg';
import type { DB } from './tables.ts';

export type Tables = DB;
export type Trx = Transaction<Tables>;

export type Db = {
  kysely: Kysely<Tables>;
  /** For libraries that bring their own SQL. */
  pool: pg.Pool;
  close(): Promise<void>;
};

/** Where the database is and as whom we come. */
export type DbAddress = { connectionString: string } | { host: string; port: number; user: string; database: string };

/** @param options.onError an idle connection broke (a restart of the database): told, not thrown */
export function openDb(address: DbAddress, options: { max: number; onError: (error: Error) => void }): Db {
  const pool = new pg.Pool({
    ...address,
    max: options.max,
    connectionTimeoutMillis: 10_000,
    application_name: 'hakkyu',
  });
  // Without a listener a restart of the database would end our process.
  pool.on('error', options.onError);
  const kysely = new Kysely<Tables>({ dialect: new ChamberDialect({ pool }) });
  return { kysely, pool, close: () => kysely.destroy() };
}

/** Which chamber the transaction that is about to begin works in. Used between `inChamber` and the driver, nowhere else. */
const chamberOfTransaction = new AsyncLocalStorage<string>();

class ChamberDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const chamberId = chamberOfTransaction.getStore();
    if (chamberId === undefined) return super.beginTransaction(connection, settings);
    await connection.executeQuery(CompiledQuery.raw(beginIn(chamberId)));
  }
}

/** `begin` and the chamber in one round trip. As one simple query it takes no parameters: the id is checked instead. */
function beginIn(chamberId: string): string {
  if (!isChamberId(chamberId)) throw new Error(`no chamber id: ${JSON.stringify(chamberId)}`);
  return `begin; select set_config('app.chamber_id', '${chamberId}', true)`;
}

class ChamberDialect extends PostgresDialect {
  readonly #pool: pg.Pool;
  constructor(config: { pool: pg.Pool }) {
    super(config);
    this.#pool = config.pool;
  }
  override createDriver(): PostgresDriver {
    return new ChamberDriver({ pool: this.#pool });
  }
}

/** A chamber's id is its code: four characters (domain: 商工会議所コード). */
export function isChamberId(text: string): boolean {
  return /^[0-9A-Z]{4}$/.test(text);
}

/** One transaction in one chamber. Repeated when the database asks for it, so `work` must have no effect outside. */
export function inChamber<T>(db: Db, chamberId: string, work: (trx: Trx) => Promise<T>): Promise<T> {
  return withRetry(() => chamberOfTransaction.run(chamberId, () => db.kysely.transaction().execute(work)));
}

/** One transaction on installation tables only: under row level security every tenant table is empty in it. */
export function inInstallation<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return withRetry(() => db.kysely.transaction().execute(work));
}

/** One statement under a name: PostgreSQL plans it once a connection. The name says which text: never two under one. */
export type Prepared<Row> = { name: string; query: CompiledQuery<Row> };

/**
 * One read in one chamber, past Kysely's transactions: for the few paths where planning and wrapping cost more than reading
 * does (docs/performance.md). A connection on which anything fails is closed: nothing of it is left for the next.
 */
export async function readPrepared<Row extends object>(
  db: Db,
  chamberId: string,
  { name, query }: Prepared<Row>,
): Promise<Row[]> {
  const begin = beginIn(chamberId);
  const client = await db.pool.connect();
  try {
    await client.query(begin);
    const { rows } = await client.query<Row>({ name, text: query.sql, values: [...query.parameters] });
    await client.query('commit');
    client.release();
    return rows;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The same on installation tables, where one statement needs no transaction around it. */
export async function readPreparedInInstallation<Row extends object>(
  db: Db,
  { name, query }: Prepared<Row>,
): Promise<Row[]> {
  const { rows } = await db.pool.query<Row>({ name, text: query.sql, values: [...query.parameters] });
  return rows;
}

const retried = new Set(['40001', '40P01']); // serialization failure, deadlock

async function withRetry<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 3; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0 || !retried.has(sqlState(error) ?? '')) throw error;
    }
  }
}

/** PostgreSQL's five-character code of an error, where it is one. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** The name of the UNIQUE rule that refused the row; undefined for any other error. */
export function duplicateRule(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code === '23505' ? (error.constraint ?? '') : undefined;
}

/** True when a UNIQUE rule refused the row: somebody else was first. */
export function isDuplicate(error: unknown): boolean {
  return sqlState(error) === '23505';
}
