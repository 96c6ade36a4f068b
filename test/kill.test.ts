// The server is killed (SIGKILL, a process of its own) before each thing that lasts between the card company's notice and the
// mail that says "issued", and started again on the same data: everything is issued exactly once.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readApplication } from '../src/applications/read.ts';
import { audit } from '../src/certificates/audit.ts';
import { type Db, inInstallation, openDb } from '../src/lib/db.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { invoicePdf } from './fixtures-origin.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';
import { root } from './root.ts';
import type { Life } from './runners/mortal-server.ts';

const secrets = { secretKey: 'sk_test_1', webhookSecret: 'whsec_1' };

let world: PayingWorld;
let superuser: Db;
beforeAll(async () => {
  if (!existsSync(join(root, 'dist/test/runners/mortal-server.js')))
    throw new Error('build first: node scripts/build.mjs');
  world = await startPayingWorld();
  const { app } = world.database;
  if (!('host' in app)) throw new Error('the test database has no host');
  // Every invoice is the same: its pages are drawn once.
  const { outside } = world.house;
  const reading = outside.readEvidence(invoicePdf());
  outside.readEvidence = () => reading;
  superuser = openDb({ ...app, user: 'postgres' }, { max: 1, onError: () => undefined });
}, 60_000);
afterAll(async () => {
  await superuser.close();
  await world.close();
});

type Living = {
  /** What it did that lasts, and last what it died before. */
  acts(): string[];
  mails(): string[];
  said(): string;
  notice(of: Paid): Promise<unknown>;
  kill(): void;
  /** The signal that ended it. */
  ended: Promise<NodeJS.Signals | null>;
};

const running = new Set<ChildProcessWithoutNullStreams>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Started, and waiting for the word to open: the next one loads its code while the one before it works. */
function born(diesBefore: number | undefined): ChildProcessWithoutNullStreams {
  const life: Life = {
    ...{ database: world.database.app, base: 'http://localhost:8080', root },
    ...{ files: world.files, keys: join(world.files, 'keys'), cardCompany: { ...secrets, port: world.company.port } },
    ...(diesBefore === undefined ? {} : { diesBefore }),
  };
  const child = spawn(process.execPath, [join(root, 'dist/test/runners/mortal-server.js'), JSON.stringify(life)], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(world.files, 'compiled') },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

async function live(child: ChildProcessWithoutNullStreams): Promise<Living> {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()));
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  child.stdin.write(`${world.now().getTime() - Date.now()}\n`);
  const lines = (word: string): string[] =>
    text.split('\n').flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
  const [port = ''] = await until('its port', () => {
    if (child.exitCode !== null) throw new Error(`it did not start:\n${text}`);
    return lines('listening').length > 0 && lines('listening');
  });
  return {
    ...{ ended, said: () => text, acts: () => lines('act').map(stepOf), mails: () => lines('mail') },
    notice: (of) => send(Number(port), of),
    kill: () => void child.kill('SIGKILL'),
  };
}

async function until<T>(what: string, look: () => T | false | Promise<T | false>): Promise<T> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const found = await look();
    if (found !== false) return found;
    await sleep(50);
  }
  throw new Error(`waited in vain for ${what}`);
}

type Paid = { applicationId: string; paymentId: string };

async function paid(): Promise<Paid> {
  const [applicationId = ''] = await world.certified(1);
  const { paymentId, url } = await startPayment(await world.firm(), { applicationIds: [applicationId], locale: 'ja' });
  await pay(url);
  await world.work(); // the mail that says "certified"
  return { applicationId, paymentId };
}

/** The card company's notice, as it signs it. Whether it was taken is not the point: the server may die of it. */
async function send(port: number, { paymentId }: Paid): Promise<unknown> {
  const object = { id: `cs_${paymentId}`, object: 'checkout.session', client_reference_id: paymentId };
  const type = 'checkout.session.completed';
  const body = JSON.stringify({ id: `evt_${paymentId}`, object: 'event', type, data: { object } });
  const at = Math.floor(world.now().getTime() / 1000);
  const signature = createHmac('sha256', secrets.webhookSecret).update(`${at}.${body}`).digest('hex');
  const headers = { 'content-type': 'application/json', 'stripe-signature': `t=${at},v1=${signature}` };
  const answer = fetch(`http://127.0.0.1:${port}/gateway/notice`, { method: 'POST', body, headers });
  return answer.then(
    ({ status }) => status,
    (error: unknown) => error,
  );
}

const statusOf = async ({ applicationId }: Paid): Promise<string> =>
  (await readApplication(await world.firm(), applicationId)).application.status;

/** Minutes in which nothing happens: jobs whose worker died are taken again, and what failed is tried at once. */
async function minutesPass(): Promise<void> {
  await sql`update pgboss.job set started_on = started_on - interval '10 minutes' where state = 'active'`.execute(
    superuser.kysely,
  );
  const { app } = world.database;
  const boss = new PgBoss({ ...app, schema: 'pgboss', migrate: false, createSchema: false, supervise: false });
  await boss.start();
  await boss.supervise();
  await boss.stop({ graceful: false });
  await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(superuser.kysely);
  // What comes round by the clock each minute: it asks the card company about payments whose notice was lost.
  await inInstallation(world.house.db, (trx) => world.house.jobs.add(trx, 'sweep-payments', {}));
  world.turn({ minutes: 3 });
}

async function counts(): Promise<Record<string, number>> {
  const one = async (query: string): Promise<number> =>
    (await sql.raw<{ n: number }>(`select count(*)::int as n from ${query}`).execute(superuser.kysely)).rows[0]?.n ??
    -1;
  return {
    settled: await one("payment where status = 'settled'"),
    paidCharges: await one("charge where status = 'paid'"),
    ledgerLines: await one('ledger_line'),
    unbalanced: await one('(select 1 from ledger_line group by transaction_id having sum(yen) <> 0) as t'),
    leaves: await one('log_leaf'),
    issued: await one("certificate where status = 'issued'"),
    papers: await one('paper where file_sha256 is not null'),
    notices: await one('gateway_message'),
    issuedEvents: await one("event where subject = 'application' and to_status = 'issued'"),
  };
}

/** The names of what lies in the file store. */
function storedFiles(): string[] {
  const folders = readdirSync(world.files, { withFileTypes: true }).filter((one) => /^[0-9a-f]{2}$/.test(one.name));
  return folders.flatMap(({ name }) => readdirSync(join(world.files, name)).map((rest) => name + rest)).sort();
}

async function findings(): Promise<unknown[]> {
  const found = await audit({ db: world.house.db, files: world.house.outside.files, now: world.now() });
  return [...found.chambers.flatMap((one) => one.breaches), ...found.log];
}

const inDatabase = async (query: string): Promise<string[]> =>
  (await sql.raw<{ hex: string }>(query).execute(superuser.kysely)).rows.map((row) => row.hex);
const fileRows = () => inDatabase("select encode(sha256, 'hex') as hex from file order by 1");
const signatures = () => inDatabase("select encode(cms, 'hex') as hex from paper order by 1");

/** What a transaction is known by: the first table here that it writes. One that is not known is named by its tables. */
const knownBy = [
  ...[['notice', 'gateway_message'] as const, ['settled', 'ledger_line'] as const, ['leaf', 'log_leaf'] as const],
  ...[['stored', 'file'] as const, ['signed', 'paper'] as const, ['issued', 'certificate'] as const],
];
const stepOf = (act: string): string => {
  const tables = act.split(' ');
  return knownBy.find(([, table]) => tables.includes(table))?.[0] ?? act;
};
const drawn = ['signed', 'put', 'stored'];
/** The steps of docs/issuance.md that last, in order. */
const lasting = ['notice', 'settled', 'leaf', ...drawn, ...drawn, 'issued', 'mail'];
const repeated = (count: number, word: string): string[] => Array.from({ length: count }, () => word);

describe('SIGKILL', () => {
  test('before each thing that lasts from the notice to the mail, and started again: issued exactly once', async () => {
    const all: Paid[] = [];
    for (const _ of lasting) all.push(await paid());
    let next = born(1);
    for (const [index, one] of all.entries()) {
      const server = await live(next);
      next = born(index + 1 < all.length ? index + 2 : undefined);
      await server.notice(one);
      expect(await server.ended, server.said()).toBe('SIGKILL');
      expect(server.acts()).toEqual(lasting.slice(0, index + 1));
    }
    const statuses = await Promise.all(all.map(statusOf));
    expect(statuses).toEqual([...repeated(2, 'certified'), ...repeated(8, 'paid'), 'issued']);
    // It lies as it is, half done, and the audit finds nothing that must not be.
    expect(await findings()).toEqual([]);

    // What one stands there with, and what is kept of it.
    const signed = await signatures();
    await minutesPass();
    const server = await live(next);
    await until(`all to be issued; it said ${server.said()}`, async () =>
      (await Promise.all(all.map(statusOf))).every((status) => status === 'issued'),
    );
    // The card company got no answer from those that died, and repeats its notices.
    for (const one of all) expect(await server.notice(one)).toBe(200);
    await until('the mails', () => server.mails().length >= all.length);
    server.kill();
    await server.ended;

    const n = all.length;
    expect(await counts()).toEqual({
      ...{ settled: n, paidCharges: n, ledgerLines: 3 * n, unbalanced: 0, notices: n },
      ...{ leaves: n, issued: n, issuedEvents: n, papers: 2 * n },
    });
    expect(await signatures()).toEqual(expect.arrayContaining(signed));
    expect(await findings()).toEqual([]);
    expect(storedFiles()).toEqual(await fileRows());
    expect(await world.house.jobs.drain('issue-certificate', () => Promise.reject(new Error('left over')))).toBe(0);
  }, 240_000);
});
