// `npx hakkyu <command>`. Each command says by its exit code whether all is well: 0 yes, 1 no, 2 it was called wrongly.
import { join } from 'node:path';
import { jobNames } from './audit/jobs.ts';
import { ConfigProblem, readConfig } from './config.ts';
import { migrate } from './lib/db-migrate.ts';
import { openOwnServer } from './own-server.ts';

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
};

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
  console.error(error instanceof ConfigProblem ? error.message : error);
  process.exitCode = 1;
}
