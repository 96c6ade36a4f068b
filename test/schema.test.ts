import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendEvent } from '../src/audit/events.ts';
import { insertChamber } from '../src/chambers/store.ts';
import { inChamber, inInstallation, openDb, sqlState } from '../src/lib/db.ts';
import { roleProblem } from '../src/lib/db-role.ts';
import { newId } from '../src/lib/ids.ts';
import { openHouse } from '../src/main.ts';
import { noGateway } from '../src/outside/card-gateway.ts';
import { noMailer } from '../src/outside/mailer.ts';
import { root } from './root.ts';
import { startWorld, type World } from './world.ts';
import { schemaText, tablesText } from './written-schema.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Installation tables: they hold no firm's content. Whoever adds one says here why it is no tenant's. */
const installationTables = [
  'api_key', // found by its hash before the chamber is known
  'certificate_lookup', // found by a token or a number before the chamber is known; hashes only
  'chamber', // names and contact, on every certificate
  'client_link', // which sub IDs one person holds, in whichever chambers; ids alone
  'gateway_message', // what the card company said, before its chamber is known
  'installation', // facts about this installation
  'log_leaf', // the public log: digests that name nobody
  'log_state', // how many there are
  'one_time_link', // whoever comes with one has not signed in
  'payment_lookup', // found by a payment’s id before the chamber is known; no content
  'procedure_link', // whoever comes with one has no ID
  'procedure_session', // found by its cookie before the chamber is known
  'rate_limit', // counters
  'sanction', // it holds at every chamber at once: who was sanctioned, why, by which chamber
  'sanction_match', // which registration of which chamber a sanction is on; ids alone
  'session', // found by its cookie before the chamber is known
  'sign_in_step', // the same, of a sign-in that is half done
];

describe('the committed shape is the migrated one', () => {
  test('db/schema.sql', async () => {
    expect(await schemaText(world.database.owner)).toBe(readFileSync(join(root, 'db/schema.sql'), 'utf8'));
  });
  test('src/lib/tables.ts', async () => {
    expect(await tablesText(world.database.owner)).toBe(readFileSync(join(root, 'src/lib/tables.ts'), 'utf8'));
  });
});

describe('tenants are kept apart by the database', () => {
  test('every table is an installation table of the list, or has forced row level security and chamber_id first in every key', async () => {
    const tables = await sql<{ name: string; forced: boolean; policies: number; keys: string[] }>`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy where polrelid = c.oid) as policies,
        array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisunique) as keys
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not like 'kysely_%'
      order by 1`.execute(world.house.db.kysely);
    const open = tables.rows.filter((table) => !table.forced).map((table) => table.name);
    expect(open).toEqual(installationTables);
    const tenant = tables.rows.filter((table) => table.forced);
    expect(tenant.filter((table) => table.policies !== 1).map((table) => table.name)).toEqual([]);
    expect(tenant.filter((table) => table.keys.some((key) => key !== 'chamber_id')).map((table) => table.name)).toEqual(
      [],
    );
  });

  test('one chamber sees nothing of another, and none sees nothing', async () => {
    const { db } = world.house;
    await inInstallation(db, (trx) =>
      insertChamber(
        trx,
        { chamberId: '9902', nameJa: '他', nameEn: 'Other', cityEn: 'Other, Japan', telephone: '-', mail: '-' },
        world.now(),
      ),
    );
    const count = (trx: Parameters<Parameters<typeof inChamber>[2]>[0]) =>
      trx.selectFrom('account').select(trx.fn.countAll<string>().as('n')).executeTakeFirstOrThrow();
    expect((await inChamber(db, '9901', count)).n).toBe('5');
    expect((await inChamber(db, '9902', count)).n).toBe('0');
    // The same pooled connections, after a chamber was set on them: the setting must not stay behind.
    for (let i = 0; i < 25; i++) expect((await inInstallation(db, count)).n).toBe('0');
  });

  test('a row for another chamber is refused', async () => {
    const event = {
      at: world.now(),
      by: { kind: 'system' } as const,
      subject: 'test',
      subjectId: newId(world.now()),
      action: 'x',
    };
    const wrong = inChamber(world.house.db, '9902', (trx) => appendEvent(trx, { ...event, chamberId: '9901' }));
    await expect(wrong).rejects.toSatisfy((error) => sqlState(error) === '42501');
  });

  test('a chamber id that is none never reaches the database', async () => {
    await expect(inChamber(world.house.db, "x', true); drop table event; --", async () => 1)).rejects.toThrow(
      'no chamber id',
    );
  });
});

describe('what is written once stays', () => {
  test.each([
    'event',
    'submission',
    'remark',
    'examination',
    'sanction_decision',
    'evidence_page',
    'seal',
    'ledger_line',
    'download',
    'payment_mismatch',
    'usage_statement',
  ])('%s: the server may neither change nor delete a row', async (table) => {
    const { db } = world.house;
    const attempts = [
      sql`delete from ${sql.table(table)}`,
      sql`update ${sql.table(table)} set chamber_id = chamber_id`,
      sql`truncate ${sql.table(table)}`,
    ];
    for (const attempt of attempts)
      await expect(inChamber(db, '9901', (trx) => attempt.execute(trx))).rejects.toSatisfy(
        (error) => sqlState(error) === '42501',
      );
  });

  test('file: what it is never changes, and one to which a row points cannot be deleted', async () => {
    const { db } = world.house;
    for (const column of ['sha256', 'media_type', 'size', 'added_at'])
      await expect(
        inChamber(db, '9901', (trx) => sql`update file set ${sql.ref(column)} = ${sql.ref(column)}`.execute(trx)),
      ).rejects.toSatisfy((error) => sqlState(error) === '42501');
    const pointedTo = sql`delete from file where sha256 in (select signature_sha256 from signatory)`;
    await expect(inChamber(db, '9901', (trx) => pointedTo.execute(trx))).rejects.toSatisfy(
      (error) => sqlState(error) === '23503',
    );
  });

  test.each(['log_leaf', 'gateway_message'])('%s: neither, in the whole installation', async (table) => {
    const { kysely } = world.house.db;
    for (const attempt of [sql`delete from ${sql.table(table)}`, sql`truncate ${sql.table(table)}`])
      await expect(attempt.execute(kysely)).rejects.toSatisfy((error) => sqlState(error) === '42501');
  });

  test.each(['number', 'certificate_date', 'record', 'record_sha256', 'salt', 'application_id'])(
    'certificate.%s never changes',
    async (column) => {
      const change = sql`update certificate set ${sql.ref(column)} = ${sql.ref(column)}`;
      await expect(inChamber(world.house.db, '9901', (trx) => change.execute(trx))).rejects.toSatisfy(
        (error) => sqlState(error) === '42501',
      );
    },
  );
});

describe('the server refuses a role that row level security does not hold', () => {
  test.each([
    ['hakkyu_app', undefined],
    ['hakkyu_owner', /owns the table/],
    ['postgres', /superuser/],
  ])('%s', async (user, expected) => {
    const db = openDb({ ...appAddress(), user }, { max: 1, onError: () => undefined });
    const problem = await roleProblem(db);
    await db.close();
    if (expected === undefined) expect(problem).toBeUndefined();
    else expect(problem).toMatch(expected);
  });

  test('and a role with BYPASSRLS, before anything listens', async () => {
    const superuser = openDb({ ...appAddress(), user: 'postgres' }, { max: 1, onError: () => undefined });
    await sql`create role bypasser login bypassrls`.execute(superuser.kysely).catch((error: unknown) => {
      if (sqlState(error) !== '42710') throw error; // roles belong to the cluster: another run on it has made it
    });
    await superuser.close();
    const opening = openHouse({
      ...{
        database: { ...appAddress(), user: 'bypasser' },
        base: 'http://localhost:1',
        root,
        clock: world.now,
        worker: false,
        files: tmpdir(),
        keys: tmpdir(),
        mailer: noMailer,
        gateway: noGateway,
      },
      log: { info: () => undefined, error: () => undefined },
    });
    await expect(opening).rejects.toThrow('BYPASSRLS');
  });
});

function appAddress(): { host: string; port: number; user: string; database: string } {
  const { app } = world.database;
  if (!('host' in app)) throw new Error('the test database has no host');
  return app;
}
