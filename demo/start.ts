// `npm start`: our own PostgreSQL, the demo world on the first start, and the server; or, with DATABASE_URL, the server alone.
import { closeSync, createWriteStream, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { startCardCompany } from '../sandbox/card-company/start-card-company.ts';
import { testCards } from '../sandbox/card-company/test-cards.ts';
import { startMailbox } from '../sandbox/mailbox/start-mailbox.ts';
import { type Config, ConfigProblem, readConfig } from '../src/config.ts';
import type { DbAddress } from '../src/lib/db.ts';
import type { Log } from '../src/lib/log.ts';
import { jsonLog } from '../src/lib/log.ts';
import { type House, isCode, type Listening, listen, openHouse } from '../src/main.ts';
import { type CardGateway, noGateway, stripeCardGateway } from '../src/outside/card-gateway.ts';
import { type Mailer, noMailer, smtpMailer } from '../src/outside/mailer.ts';
import { AlreadyRunning } from '../src/outside/own-postgres.ts';
import { type OwnServer, openOwnServer } from '../src/own-server.ts';
import { paths } from '../src/web/paths.ts';
import { isInUse, readMarker, writeMarker } from './marker.ts';
import { type DemoAccount, makeDemoWorld } from './world.ts';

const help = `npm start: runs Hakkyu with everything it needs.

  Without DATABASE_URL it starts its own PostgreSQL below the data folder, makes a demo chamber with demo accounts on the
  first start, and prints where to go and how to sign in. With DATABASE_URL it runs on that database, without a demo.

  PORT               where the pages are (default 8080)
  HAKKYU_DATA        the data folder (default ./data in the checkout)
  DATABASE_URL       your own PostgreSQL 15 or newer, as the role hakkyu_app (see docs/operating.md)
  HAKKYU_STRIPE_KEY, HAKKYU_STRIPE_WEBHOOK_SECRET
                     your card company (default: the demo's own, at PORT + 1)
  HAKKYU_SMTP        your mail server, smtp://host:port (default: the demo's own mailbox, at PORT + 2)
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
  accounts: DemoAccount[];
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
    const server = config.databaseUrl === undefined ? await openOwnServer(config.data, root) : undefined;
    if (server) undo.push(server.stop);
    const accounts = server ? await demoAccounts(server, config, log) : [];
    const cardCompany = server && !config.stripe ? await openCardCompany(config, early.port) : undefined;
    if (cardCompany) undo.push(cardCompany.close);
    const mailbox = server && !config.mail ? await openMailbox(config, early.port) : undefined;
    if (mailbox) undo.push(mailbox.close);
    const mail = config.mail ?? (mailbox && { url: mailbox.smtpUrl, from: 'Hakkyu <noreply@localhost>' });
    const house = await open(server?.app ?? { connectionString: config.databaseUrl ?? '' }, config, log, {
      ...{ worker: true, mailer: mail ? smtpMailer(mail) : noMailer, gateway: gatewayOf(config, cardCompany?.port) },
    });
    undo.push(house.close);
    undo.splice(undo.indexOf(early.close), 1);
    await early.close();
    const listening = await listen(house.app, early.port);
    undo.push(listening.close);
    return { house, listening, accounts, mailbox: mailbox?.url, cardCompany: cardCompany?.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function open(
  database: DbAddress,
  config: Config,
  log: Log,
  how: { worker: boolean; mailer: Mailer; gateway: CardGateway },
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

/** The secrets between the demo and its own card company: known to everybody, and good for nothing else. */
const demoStripe = { secretKey: 'sk_test_demo', webhookSecret: 'whsec_demo' };

/** The card company of the demo, one port above ours: no real money. */
function openCardCompany(config: Config, port: number): ReturnType<typeof startCardCompany> {
  return startCardCompany({
    ...{ ...demoStripe, port: config.port === 0 ? 0 : port + 1, folder: join(config.data, 'card-company') },
    webhookUrl: `http://localhost:${port}${paths.gatewayNotice}`,
  });
}

function gatewayOf(config: Config, demoPort: number | undefined): CardGateway {
  if (config.stripe) return stripeCardGateway(config.stripe);
  if (demoPort === undefined) return noGateway;
  return stripeCardGateway({ ...demoStripe, host: 'localhost', port: demoPort, protocol: 'http' });
}

/** The mailbox of the demo, two ports above ours; it takes what our own mailer sends, and shows it on a page. */
function openMailbox(config: Config, port: number): ReturnType<typeof startMailbox> {
  const webPort = config.port === 0 ? 0 : port + 2;
  return startMailbox({ smtpPort: 0, webPort, folder: join(config.data, 'mailbox') });
}

const idle = { worker: false, mailer: noMailer, gateway: noGateway };

/** The demo's accounts; makes the world when the database is empty, and again when its making was cut off. */
async function demoAccounts(server: OwnServer, config: Config, log: Log): Promise<DemoAccount[]> {
  let house = await open(server.app, config, log, idle);
  try {
    let marker = await readMarker(house.db);
    if (marker?.state === 'ready') return marker.accounts;
    if (marker === undefined && (await isInUse(house.db))) return [];
    if (marker?.state === 'making') {
      await house.close();
      await server.startOver();
      house = await open(server.app, config, log, idle);
    }
    await writeMarker(house.db, { state: 'making' });
    const accounts = await makeDemoWorld(
      { db: house.db, jobs: house.jobs, outside: house.outside, now: clock() },
      join(config.data, 'keys'),
    );
    marker = { state: 'ready', accounts };
    await writeMarker(house.db, marker);
    return accounts;
  } finally {
    await house.close();
  }
}

/** For programs that try the demo: where it is and how to come in. Whole or not at all. */
function writeDemoFile({ base, data }: Config, { accounts, mailbox, cardCompany }: Running): void {
  const path = join(data, 'demo.json');
  const fd = openSync(`${path}.new`, 'w', 0o600);
  writeSync(fd, `${JSON.stringify({ base, mailbox, cardCompany, accounts, testCards }, null, 2)}\n`);
  fsyncSync(fd);
  closeSync(fd);
  renameSync(`${path}.new`, path);
}

function screen(config: Config, { accounts, mailbox, cardCompany }: Running): string {
  const rows = accounts.map(({ chamber, id, password, role }) => [chamber, id, password, role]);
  const table = [['chamber', 'ID', 'password', 'who'], ...rows].map((row) =>
    `    ${row.map((cell, index) => cell.padEnd([9, 8, 20, 0][index] ?? 0)).join('')}`.trimEnd(),
  );
  const demo = rows.length > 0 ? ['', '  Demo accounts (demo data only)', ...table] : [];
  return [
    '',
    '  Hakkyu 発給 is running.',
    '',
    `  Pages       ${config.base}`,
    `  API         ${config.base}/api/v1/openapi.json`,
    ...(cardCompany ? [`  Cards       ${cardCompany}/sandbox (no real money)`] : []),
    ...(mailbox ? [`  Mailbox     ${mailbox}`] : []),
    ...(mailbox || config.mail ? [] : ['  Mail        not sent: HAKKYU_SMTP and HAKKYU_MAIL_FROM are not set']),
    `  Data        ${config.databaseUrl === undefined ? config.data : 'the database of DATABASE_URL'}`,
    `  Log         ${join(config.data, 'hakkyu.log')}`,
    ...demo,
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
  if (isCode(error, 'EADDRINUSE')) {
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
