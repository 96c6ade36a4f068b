// A server, as a process of its own, that ends itself by SIGKILL before the n-th thing it does that lasts: a transaction
// that wrote something, a stored file, a mail. Nothing outside changes between two of them, so these are all the places at
// which a death makes a difference. `test/kill.test.ts` starts it with one argument, a `Life` as JSON.
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import type { PoolClient } from 'pg';
import type { Jobs } from '../../src/audit/jobs.ts';
import type { DbAddress } from '../../src/lib/db.ts';
import { openJobs } from '../../src/lib/jobs.ts';
import { jsonLog } from '../../src/lib/log.ts';
import { listen, openHouse } from '../../src/main.ts';
import { stripeCardGateway } from '../../src/outside/card-gateway.ts';
import type { Mailer } from '../../src/outside/mailer.ts';
import { startWorker } from '../../src/worker.ts';

export type Life = {
  database: DbAddress;
  base: string;
  root: string;
  files: string;
  keys: string;
  cardCompany: { port: number; secretKey: string; webhookSecret: string };
  /** Counted from 1 after the start. Left out: it is the server as it is, uncounted. */
  diesBefore?: number;
};

flushCompileCache(); // Node writes it at the end else, which we do not live to see
const life = JSON.parse(process.argv[2] ?? '') as Life;
/** The word to open: how far our clock is ahead of the machine's. The end of stdin: whoever started us is gone. */
const [word] = (await once(process.stdin, 'data')) as [Buffer];
process.stdin.once('end', () => process.exit(0));
const aheadMs = Number(word);
const clock = (): Date => new Date(Date.now() + aheadMs);
const say = (line: string): void => void writeSync(1, `${line}\n`); // at once: a buffer would die with us

let acts = 0;
function act(what: string): void {
  acts++;
  say(`act ${what}`);
  if (acts === life.diesBefore) process.kill(process.pid, 'SIGKILL');
}

const watched = new WeakSet<PoolClient>();

/** Before each commit of a transaction that wrote, says which tables it wrote to. */
function watch(client: PoolClient): void {
  if (watched.has(client)) return;
  watched.add(client);
  const query = client.query.bind(client) as (text: string, values?: unknown[]) => Promise<unknown>;
  let wrote = new Set<string>();
  Object.assign(client, {
    query(text: string, values?: unknown[]) {
      if (/^begin/.test(text)) wrote = new Set();
      const table = /^\s*(?:with|insert|update|delete)\b/i.test(text) && writtenTable(text);
      if (table) wrote.add(table);
      if (text === 'commit' && wrote.size > 0) act([...wrote].join(' '));
      return query(text, values);
    },
  });
}

function writtenTable(text: string): string | undefined {
  return /\b(?:insert\s+into|update|delete\s+from)\s+"?(?:pgboss"?\.)?"?(\w+)/i.exec(text)?.[1];
}

const mailer: Mailer = {
  async send({ to, subject }) {
    if (life.diesBefore !== undefined) act('mail');
    say(`mail ${to} ${subject}`);
  },
};
const counted = life.diesBefore !== undefined;
const onError = (error: Error): void => say(`error ${error.message}: ${error.cause}`);
const house = await openHouse({
  ...{ database: life.database, base: life.base, root: life.root, files: life.files, keys: life.keys },
  ...{ clock, mailer, log: jsonLog(say, clock), worker: !counted },
  gateway: stripeCardGateway({ ...life.cardCompany, host: 'localhost', protocol: 'http', now: clock }),
});
if (counted) {
  house.db.pool.on('acquire', watch);
  const { db, jobs, outside } = house;
  const files: typeof outside.files = {
    ...outside.files,
    put(bytes) {
      act('put');
      return outside.files.put(bytes);
    },
  };
  // Twice a second, and without what comes round by the clock: only what this life is about is counted.
  const runner = await openJobs<Jobs>(life.database, { onError, pollSeconds: 0.5, background: false });
  await startWorker(runner, { db, jobs, clock, mailer, outside: { ...outside, files } });
}
const { port } = await listen(house.app, 0);
say(`listening ${port}`);
