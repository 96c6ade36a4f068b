// `npm start`: our own PostgreSQL, the demo world on the first start, and the server; or, with DATABASE_URL, the server alone.

import { closeSync, createWriteStream, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthenticatorEntry } from '../sandbox/authenticator/authenticator-page.tsx';
import { testCards } from '../sandbox/card-company/test-cards.ts';
import { type Config, ConfigProblem, readConfig } from '../src/config.ts';
import type { DbAddress } from '../src/lib/db.ts';
import { isErrorCode } from '../src/lib/error-code.ts';
import type { Log } from '../src/lib/log.ts';
import { jsonLog } from '../src/lib/log.ts';
import { type House, type HouseOptions, type Listening, listen, openHouse } from '../src/main.ts';
import { noMailer } from '../src/outside/mailer.ts';
import { AlreadyRunning } from '../src/outside/own-postgres.ts';
import { type OwnServer, openOwnServer } from '../src/own-server.ts';
import { type DemoCertificate, makeDemoApplications } from './applications.ts';
import { type Beside, openBeside, realOutside } from './beside.ts';
import { isInUse, readMarker, writeMarker } from './marker.ts';
import { type DemoAccount, makeDemoWorld } from './world.ts';

const help = `npm start: runs Hakkyu with everything it needs.

  Without DATABASE_URL it starts its own PostgreSQL below the data folder, makes a demo chamber with demo accounts on the
  first start, and prints where to go and how to sign in. With DATABASE_URL it runs on that database, without a demo.

  PORT               where the pages are (default 8080)
  HAKKYU_DATA        the data folder (default ./data in the checkout)
  DATABASE_URL       your own PostgreSQL 15 or newer, as the role hakkyu_app (see docs/operating.md)
  HAKKYU_STRIPE_KEY, HAKKYU_STRIPE_WEBHOOK_SECRET
                     your card company, with DATABASE_URL (the demo has its own, at PORT + 1)
  HAKKYU_SMTP        your mail server, smtp://host:port (the demo's own mailbox is at PORT + 2)
  HAKKYU_MAIL_FROM   the address that mails come from
  HAKKYU_PROXIES     how many reverse proxies stand in front (default 0)
  HAKKYU_BASE        the address under which people reach it (default http://localhost:PORT)

  npm start -- --help   this text
  npx hakkyu --help     the other commands
`;

const root = join(import.meta.dirname, '..', '..');
const clock = () => new Date();

type Running = {
  cardCompany: string | undefined;
  mailbox: string | undefined;
  house: House;
  listening: Listening;
  demo: Demo | undefined;
  stop(): Promise<void>;
};

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  if (asked.includes('--help') || asked.includes('-h')) return void process.stdout.write(help);
  if (asked.length > 0) throw new ConfigProblem(`"${asked[0]}" is not an option. \`npm start -- --help\` lists them.`);
  const config = readConfig(process.env, root);
  mkdirSync(config.data, { recursive: true });
  const file = createWriteStream(join(config.data, 'hakkyu.log'), { flags: 'a' });
  const log = jsonLog((line) => void file.write(line), clock);
  const running = await run(config, log);
  const stopped = untilSignal();
  if (config.databaseUrl === undefined) writeDemoFile(config, running);
  process.stdout.write(screen(config, running));
  await stopped;
  process.stdout.write('\nStopping …\n');
  await running.stop();
  await new Promise((resolve) => file.end(resolve));
}

async function run(config: Config, log: Log): Promise<Running> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    // The port first: nothing is started for nothing.
    const early = await listen({ fetch: () => new Response('starting', { status: 503 }) }, config.port);
    undo.push(early.close);
    const { database, outside, demo } = await beginnings(config, log, early.port, undo);
    const house = await open(database, config, log, { worker: true, ...outside });
    undo.push(house.close);
    undo.splice(undo.indexOf(early.close), 1);
    await early.close();
    const listening = await listen(house.app, early.port);
    undo.push(listening.close);
    return { house, listening, demo, mailbox: outside.mailbox, cardCompany: outside.cardCompany, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Beginnings = { database: DbAddress; outside: Beside; demo: Demo | undefined };

/** What there is before the server: somebody's database, or our own with the demo's world around and in it. */
async function beginnings(config: Config, log: Log, port: number, undo: (() => Promise<void>)[]): Promise<Beginnings> {
  if (config.databaseUrl !== undefined)
    return { database: { connectionString: config.databaseUrl }, outside: realOutside(config), demo: undefined };
  const server = await openOwnServer(config.data, root);
  undo.push(server.stop);
  // The authenticator stands beside the mailbox before there is anybody whose codes it shows.
  const known: { demo: Demo | undefined } = { demo: undefined };
  const outside = await openBeside(config, port, () => codesOf(known.demo));
  undo.push(outside.close);
  known.demo = await demoWorld(server, config, log, outside);
  return { database: server.app, outside, demo: known.demo };
}

function open(
  database: DbAddress,
  config: Config,
  log: Log,
  how: Pick<HouseOptions, 'worker' | 'mailer' | 'gateway' | 'cardPages'>,
): Promise<House> {
  const { base, proxies } = config;
  return openHouse({
    database,
    base,
    proxies,
    root,
    clock,
    log,
    files: join(config.data, 'files'),
    keys: join(config.data, 'keys'),
    ...how,
  });
}

type Demo = { accounts: DemoAccount[]; certificate: DemoCertificate };

const codesOf = (demo: Demo | undefined): AuthenticatorEntry[] =>
  (demo?.accounts ?? []).flatMap(({ chamber, id, totpSecret: secret }) => (secret ? [{ chamber, id, secret }] : []));

const factorsOf = (demo: Demo | undefined): string =>
  codesOf(demo)
    .map(({ id }) => id)
    .join(', ') || 'nobody';

/** The demo world; made when the database is empty, and anew when its making was cut off. undefined: a real installation. */
async function demoWorld(server: OwnServer, config: Config, log: Log, outside: Beside): Promise<Demo | undefined> {
  const idle = { ...outside, worker: false, mailer: noMailer };
  let house = await open(server.app, config, log, idle);
  try {
    const marker = await readMarker(house.db);
    if (marker?.state === 'ready') return marker;
    if (marker === undefined && (await isInUse(house.db))) return undefined;
    if (marker?.state === 'making') {
      await house.close();
      await server.startOver();
      house = await open(server.app, config, log, idle);
    }
    process.stdout.write('Making the demo world …\n'); // some ten seconds in which nothing else is to be seen
    await writeMarker(house.db, { state: 'making' });
    const ctx = { db: house.db, jobs: house.jobs, outside: house.outside, now: clock() };
    const accounts = await makeDemoWorld(ctx, join(config.data, 'keys'));
    const certificate = await makeDemoApplications(ctx, accounts);
    await writeMarker(house.db, { state: 'ready', accounts, certificate });
    return { accounts, certificate };
  } finally {
    await house.close();
  }
}

/** For programs that try the demo: where it is and how to come in. Whole or not at all. */
function writeDemoFile({ base, data }: Config, { demo, mailbox, cardCompany }: Running): void {
  const path = join(data, 'demo.json');
  const fd = openSync(`${path}.new`, 'w', 0o600);
  writeSync(
    fd,
    `${JSON.stringify(
      {
        ...{ base, reference: `${base}/check`, mailbox, cardCompany },
        authenticator: mailbox && `${mailbox}/authenticator`,
        ...{ accounts: demo?.accounts ?? [], testCards, certificate: demo?.certificate },
      },
      null,
      2,
    )}\n`,
  );
  fsyncSync(fd);
  closeSync(fd);
  renameSync(`${path}.new`, path);
}

function screen(config: Config, { demo, mailbox, cardCompany }: Running): string {
  const rows = (demo?.accounts ?? []).map(({ chamber, id, password, role }) => [chamber, id, password, role]);
  const table = [['chamber', 'ID', 'password', 'who'], ...rows].map((row) =>
    `    ${row.map((cell, index) => cell.padEnd([9, 10, 23, 0][index] ?? 0)).join('')}`.trimEnd(),
  );
  const accounts = rows.length > 0 ? ['', '  Demo accounts (demo data only)', ...table] : [];
  return [
    '',
    '  Hakkyu 発給 is running.',
    '',
    `  Pages       ${config.base}`,
    `  API         ${config.base}/api/v1/openapi.json`,
    ...(cardCompany ? [`  Cards       ${cardCompany}/sandbox (no real money)`] : []),
    ...(mailbox ? [`  Mailbox     ${mailbox}`] : []),
    ...(mailbox ? [`  Codes       ${mailbox}/authenticator (the second factor of ${factorsOf(demo)})`] : []),
    ...(mailbox || config.mail ? [] : ['  Mail        not sent: HAKKYU_SMTP and HAKKYU_MAIL_FROM are not set']),
    `  Data        ${config.databaseUrl === undefined ? config.data : 'the database of DATABASE_URL'}`,
    `  Log         ${join(config.data, 'hakkyu.log')}`,
    ...accounts,
    '',
    '  Ctrl-C stops it.',
    '',
    '',
  ].join('\n');
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

/** What went wrong, for whoever typed the command: a sentence where we know one, the whole error where we do not. */
function explained(error: unknown): string {
  if (error instanceof ConfigProblem) return error.message;
  if (error instanceof AlreadyRunning)
    return `${error.message}. Use that one, stop it first, or give this one its own folder: HAKKYU_DATA=./data2 PORT=8090 npm start`;
  if (isErrorCode(error, 'EADDRINUSE')) {
    const port = error instanceof Error && 'port' in error ? error.port : '';
    return `Port ${port} is taken by another program. Choose another: PORT=8090 npm start`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`\n${explained(error)}\n`);
  process.exitCode = 1;
}
