// The real app on a database of its own, with a clock that the test turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemoWorld } from '../demo/world.ts';
import { type Jobs, jobNames } from '../src/audit/jobs.ts';
import { newId } from '../src/lib/ids.ts';
import { jsonLog } from '../src/lib/log.ts';
import { type House, type HouseOptions, listen, openHouse } from '../src/main.ts';
import { noGateway } from '../src/outside/card-gateway.ts';
import type { Mail } from '../src/outside/mailer.ts';
import type { OwnDatabase } from '../src/outside/own-database.ts';
import { workOf } from '../src/worker.ts';
import { type TestAccount, withCodes } from './authenticator.ts';
import { cloneDatabase, clusterVariable } from './cluster.ts';
import { root } from './root.ts';

export type World = {
  house: House;
  database: OwnDatabase;
  accounts: TestAccount[];
  /** The folder of the file store. */
  files: string;
  /** Lines that the server has logged. */
  log: string[];
  /** Mails that were sent; `work` sends what waits. */
  mails: Mail[];
  /** Does the jobs that wait now, whatever they add included. */
  work(): Promise<void>;
  now(): Date;
  /** Moves the clock. */
  turn(by: { minutes?: number; hours?: number; days?: number }): void;
  /** The demo account of that kind: `user`, `examiner`, `certifier`. */
  account(as: string): TestAccount;
  /** A browser without script: keeps cookies, sends what a browser would. */
  visitor(): Visitor;
  close(): Promise<void>;
};

export type Visitor = {
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** With the second factor, where the account has one. */
  signIn(account: { chamber: string; id: string; password: string; code?: () => string }): Promise<Response>;
};

export const base = 'http://localhost:8080';
/** Monday 16 November 2026, 10:00 in Japan. */
export const monday = new Date('2026-11-16T01:00:00Z');

export async function startWorld(options: Partial<HouseOptions> = {}): Promise<World> {
  const found = process.env[clusterVariable];
  if (!found) throw new Error('no test database is running: start the tests by `npm test` or `npx vitest`');
  const name = `t_${newId(new Date()).replaceAll('-', '')}`;
  const database = await cloneDatabase(JSON.parse(found) as { host: string; port: number }, name);
  let offset = monday.getTime() - Date.now();
  const now = (): Date => new Date(Date.now() + offset);
  const log: string[] = [];
  const mails: Mail[] = [];
  const files = mkdtempSync(join(tmpdir(), 'hakkyu-files-'));
  const house = await openHouse({
    ...{
      database: database.app,
      base,
      root,
      clock: now,
      worker: false,
      files,
      keys: join(files, 'keys'),
      gateway: noGateway,
      mailer: { send: async (mail) => void mails.push(mail) },
    },
    log: jsonLog((line) => void log.push(line), now),
    ...options,
  });
  const turn: World['turn'] = ({ minutes = 0, hours = 0, days = 0 }) => {
    offset += ((days * 24 + hours) * 60 + minutes) * 60_000;
  };
  const demo = await makeDemoWorld(
    { db: house.db, jobs: house.jobs, outside: house.outside, now: now() },
    join(files, 'keys'),
  );
  const accounts = demo.map((account) => withCodes(account, { now, turn }));
  return {
    ...{ house, database, accounts, files, log, mails, now, turn },
    account(as) {
      const account = accounts.find((one) => one.role === as);
      if (!account) throw new Error(`the demo world has no ${as}`);
      return account;
    },
    async work() {
      const todo = workOf({
        ...{ db: house.db, jobs: house.jobs, outside: house.outside, clock: now },
        mailer: { send: async (mail) => void mails.push(mail) },
      });
      const drain = <Name extends keyof Jobs>(name: Name) => house.jobs.drain(name, todo[name]);
      for (let done = 1; done > 0; ) {
        done = 0;
        for (const name of jobNames) done += await drain(name);
      }
    },
    visitor: () => visitor(house, options.base ?? base),
    async close() {
      await house.close();
      rmSync(files, { recursive: true, force: true });
    },
  };
}

function visitor(house: House, origin: string): Visitor {
  const self: Visitor = {
    cookie: '',
    async get(path, headers = {}) {
      return keep(await house.app.request(origin + path, { headers: { ...cookies(), ...headers } }));
    },
    async post(path, form, headers = {}) {
      return keep(
        await house.app.request(origin + path, {
          method: 'POST',
          body: new URLSearchParams(form),
          headers: { ...cookies(), origin, 'sec-fetch-site': 'same-origin', ...headers },
        }),
      );
    },
    async signIn({ chamber, id, password, code }) {
      const answer = await self.post('/sign-in', { chamber, id, password, back: '/' });
      const isAsked = answer.headers.get('location')?.startsWith('/sign-in/second');
      return code && isAsked ? self.post('/sign-in/second', { totp: code(), back: '/' }) : answer;
    },
  };
  const jar = new Map<string, string>();
  const cookies = (): Record<string, string> => (self.cookie ? { cookie: self.cookie } : {});
  const keep = (response: Response): Response => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    self.cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return response;
  };
  return self;
}

/** A world that a browser can open, on a free port. */
export async function startServedWorld(): Promise<World & { url: string }> {
  // The address must be known before the app is built (its own origin), the port only after it listens: take one first.
  const probe = await listen({ fetch: () => new Response() }, 0);
  await probe.close();
  const url = `http://localhost:${probe.port}`;
  const world = await startWorld({ base: url });
  const listening = await listen(world.house.app, probe.port);
  return {
    ...world,
    url,
    async close() {
      await listening.close();
      await world.close();
    },
  };
}
