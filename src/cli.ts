// `npx hakkyu <command>`. Each command says by its exit code whether all is well: 0 yes, 1 no, 2 it was called wrongly.

import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { resetFactorsOf } from './accounts/reset-factors.ts';
import { checkGoodsFile } from './applications/forms/origin/check-goods-file.ts';
import { jobNames } from './audit/jobs.ts';
import { audit } from './certificates/audit.ts';
import { renderFile } from './certificates/render-file.ts';
import { type Config, ConfigProblem, readConfig } from './config.ts';
import { type DbAddress, openDb } from './lib/db.ts';
import { migrate } from './lib/db-migrate.ts';
import { isErrorCode } from './lib/error-code.ts';
import { jsonLog } from './lib/log.ts';
import { Refusal } from './lib/refusal.ts';
import { noGateway } from './outside/card-gateway.ts';
import { folderFileStore } from './outside/file-store.ts';
import { noMailer } from './outside/mailer.ts';
import { AlreadyRunning } from './outside/own-postgres.ts';
import { openOwnServer, runningServer } from './own-server.ts';
import { glyphsMissing } from './paper/text.ts';

const root = join(import.meta.dirname, '..', '..');

type Command = { line: string; help: string; run(args: string[]): Promise<number> };

const commands: Record<string, Command> = {
  start: {
    line: 'start                 run the server (with a demo world unless DATABASE_URL is set)',
    help: 'The same as `npm start`; see `npm start -- --help`.',
    run: async () => 2, // bin/hakkyu.mjs hands `start` to demo/start.ts
  },
  migrate: {
    line: 'migrate               bring the database to the newest shape',
    help: 'Runs what is missing of db/migrations as the role hakkyu_owner: DATABASE_OWNER_URL, or our own PostgreSQL below the\ndata folder while the server is stopped (a server on its own PostgreSQL migrates at its start).',
    run: runMigrate,
  },
  audit: {
    line: 'audit                 check everything that is stored against everything else',
    help:
      'Beside a running server or on a stopped one, chamber by chamber: no certificate issued without settled payment, none\n' +
      'paid for over 5 minutes and neither issued nor held, numbers without a gap, every stored file as it was, records,\n' +
      'log and ledger. Names each finding; exit 0 when there is none, 1 when there is one.',
    run: runAudit,
  },
  'reset-factors': {
    line: 'reset-factors CHAMBER ID  take away the second factors of an ID whose holder has lost them',
    help:
      'Be sure first that it is the holder who asks. Takes away authenticator apps, passkeys and recovery codes, and the\n' +
      'password with them; signs the ID out everywhere; writes the event; mails the holder, and a link to choose a new\n' +
      'password (2 hours). The mails go when the server runs. Exit 1 when there is no such ID. Example: reset-factors 9901 S0002',
    run: runResetFactors,
  },
  render: {
    line: 'render FILE.json      draw the sheets of a record as FILE.pdf, marked SPECIMEN',
    help: 'Takes a record (see docs/samples/ for some) and writes the PDF beside it, or to the path given as second word.',
    run: runRender,
  },
  'check-goods': {
    line: 'check-goods FILE      say everything that is wrong with a file of goods (TSV, CSV, XLSX)',
    help: 'Prints the number of rows and every finding with its row and column. Exit 0 when nothing blocks, 1 when something does.\nThe language is that of LANG: Japanese for ja, else English.',
    run: runCheckGoods,
  },
};

async function runRender([file, to]: string[]): Promise<number> {
  if (file === undefined) return missingFile('render FILE.json');
  const text = await readFile(file, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    console.error(`${file} is not JSON: ${error instanceof Error ? error.message : error}`);
    return 1;
  }
  try {
    const { pdf, pages } = await renderFile(json);
    const path = to ?? `${file.replace(/\.json$/i, '')}.pdf`;
    await writeFile(path, pdf);
    console.log(`${path}: ${pages} sheet${pages === 1 ? '' : 's'}, ${pdf.length.toLocaleString('en-US')} bytes`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    for (const problem of error.fields) console.error(`${file}: ${problem.field}: ${problem.en}`);
    return 1;
  }
}

async function runCheckGoods([file]: string[]): Promise<number> {
  if (file === undefined) return missingFile('check-goods FILE');
  const lang = process.env['LANG']?.startsWith('ja') ? 'ja' : 'en';
  const { rows, findings } = await checkGoodsFile(await readFile(file), basename(file), {
    missingGlyphs: glyphsMissing,
  });
  const blocking = findings.filter((finding) => finding.level === 'block');
  console.log(
    `${rows} row${rows === 1 ? '' : 's'}, ${blocking.length} to mend, ${findings.length - blocking.length} to look at`,
  );
  for (const finding of findings) {
    const place = [finding.row === undefined ? '' : `row ${finding.row}`, finding.column ?? '']
      .filter(Boolean)
      .join(', ');
    console.log(`${finding.level}\t${place || 'file'}\t${finding[lang]}\t[${finding.rule}]`);
  }
  return blocking.length > 0 ? 1 : 0;
}

async function runResetFactors([chamberId, loginId]: string[]): Promise<number> {
  if (chamberId === undefined || loginId === undefined) {
    console.error('Which ID? npx hakkyu reset-factors CHAMBER ID');
    return 2;
  }
  const config = readConfig(process.env, root);
  const { database, stop } = await databaseOf(config);
  // Not above: the whole server, which no other command needs, and which takes a second to load.
  const { openHouse } = await import('./main.ts');
  const [clock, log] = [() => new Date(), jsonLog(console.error, () => new Date())];
  try {
    const house = await openHouse({
      ...{ database, base: config.base, root, clock, log, worker: false, mailer: noMailer, gateway: noGateway },
      ...{ files: join(config.data, 'files'), keys: join(config.data, 'keys') },
    });
    try {
      const { db, jobs, outside } = house;
      const done = await resetFactorsOf({ db, jobs, outside, now: clock() }, { chamberId, loginId });
      if (done) console.log(`${done.account.loginId}: ${done.factors} taken away; the holder is mailed.`);
      else console.error(`Chamber ${chamberId} has no ID ${loginId}, or it has ended.`);
      return done ? 0 : 1;
    } finally {
      await house.close();
    }
  } finally {
    await stop();
  }
}

function missingFile(usage: string): number {
  console.error(`Which file? npx hakkyu ${usage}`);
  return 2;
}

async function runAudit(): Promise<number> {
  const config = readConfig(process.env, root);
  const { database, stop } = await databaseOf(config);
  const db = openDb(database, { max: 2, onError: (error) => console.error(error.message) });
  try {
    const { chambers, log } = await audit({ db, files: folderFileStore(join(config.data, 'files')), now: new Date() });
    for (const { chamberId, certificates, files, breaches } of chambers) {
      const found = breaches.length === 1 ? '1 finding' : `${breaches.length || 'no'} findings`;
      console.log(`${chamberId}: ${certificates} certificates, ${files} files, ${found}`);
      for (const breach of breaches) console.log(`  ${breach.subject}\t${breach.what}`);
    }
    for (const breach of log) console.log(`log: ${breach.what}`);
    return log.length + chambers.reduce((sum, one) => sum + one.breaches.length, 0) > 0 ? 1 : 0;
  } finally {
    await db.close();
    await stop();
  }
}

/** The database as the server's role: of DATABASE_URL, of a server that runs on our data folder, or started for this. */
async function databaseOf(config: Config): Promise<{ database: DbAddress; stop(): Promise<void> }> {
  const nothing = async (): Promise<void> => undefined;
  if (config.databaseUrl) return { database: { connectionString: config.databaseUrl }, stop: nothing };
  try {
    const server = await openOwnServer(config.data, root);
    return { database: server.app, stop: server.stop };
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    return { database: runningServer(config.data), stop: nothing };
  }
}

async function runMigrate(): Promise<number> {
  const config = readConfig(process.env, root);
  if (config.databaseUrl && !config.databaseOwnerUrl)
    throw new ConfigProblem(
      'DATABASE_URL is set: give DATABASE_OWNER_URL too, the same database as the role hakkyu_owner.',
    );
  if (config.databaseOwnerUrl) {
    const done = await migrate({ connectionString: config.databaseOwnerUrl }, join(root, 'db/migrations'), jobNames);
    console.log(done.length === 0 ? 'Nothing to do: the database has the newest shape.' : done.join('\n'));
    return 0;
  }
  const server = await openOwnServer(config.data, root);
  await server.stop();
  console.log(`The database below ${config.data} has the newest shape.`);
  return 0;
}

function overview(): string {
  const lines = Object.values(commands).map((command) => `  npx hakkyu ${command.line}`);
  return `Hakkyu 発給\n\n${lines.join('\n')}\n\n  npx hakkyu <command> --help   more about one of them`;
}

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || name === '--help' || name === '-h') {
    console.log(overview());
    return name === undefined ? 2 : 0;
  }
  const command = commands[name];
  if (!command) {
    console.error(`"${name}" is not a command.\n\n${overview()}`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    console.log(`npx hakkyu ${command.line}\n\n${command.help}`);
    return 0;
  }
  return command.run(args);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(plainWords(error) ?? error);
  process.exitCode = 1;
}

/** What needs no stack: a file that is not there, a server that runs already. Undefined: our own mistake, to be seen whole. */
function plainWords(error: unknown): string | undefined {
  if (error instanceof ConfigProblem || error instanceof AlreadyRunning) return error.message;
  if (!(error instanceof Error)) return undefined;
  if (isErrorCode(error, 'EISDIR')) return 'This is a folder, not a file.';
  if (!isErrorCode(error, 'ENOENT')) return undefined;
  return 'path' in error && typeof error.path === 'string' ? `No such file: ${error.path}` : error.message;
}
