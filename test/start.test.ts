// `npm start` as a process of its own: what it prints and writes, a second start, a taken port, Ctrl-C, kill -9.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { totpCodeAt } from '../src/accounts/totp.ts';
import { root } from './root.ts';

type Started = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

function start(env: Record<string, string>, args: string[] = []): Started {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/demo/start.js'), ...args], {
    env: { ...process.env, DATABASE_URL: '', HAKKYU_BASE: '', ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += part.toString()));
  return { child, output: () => text, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

async function untilSaid(started: Started, what: string): Promise<string> {
  for (let i = 0; i < 1200; i++) {
    if (started.output().includes(what)) return started.output();
    if (started.child.exitCode !== null) break;
    await sleep(50);
  }
  throw new Error(`it never said ${what}:\n${started.output()}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

let folder: string;
let port: number;
let running: Started;
const env = (): Record<string, string> => ({ PORT: String(port), HAKKYU_DATA: join(folder, 'data') });

beforeAll(async () => {
  if (!existsSync(join(root, 'dist/demo/start.js'))) throw new Error('build first: node scripts/build.mjs');
  folder = mkdtempSync(join(tmpdir(), 'hakkyu-start-'));
  port = await freePort();
  running = start(env());
  await untilSaid(running, 'Ctrl-C stops it');
}, 120_000);
afterAll(async () => {
  running.child.kill('SIGINT');
  await running.ended;
  rmSync(folder, { recursive: true, force: true });
});

type Demo = {
  certificate: { number: string; accessCode: string; date: string; qr: string; pdf: string };
  reference: string;
  mailbox: string;
  authenticator: string;
  cardCompany: string;
  base: string;
  accounts: { chamber: string; id: string; password: string; role: string; apiKey: string; totpSecret?: string }[];
};
const demo = (): Demo => JSON.parse(readFileSync(join(folder, 'data/demo.json'), 'utf8')) as Demo;
const me = (key: string) => fetch(`${demo().base}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } });

describe('npm start', () => {
  test('prints where to go and every account, and writes demo.json', () => {
    const { base, accounts } = demo();
    expect(base).toBe(`http://localhost:${port}`);
    expect(running.output()).toContain(base);
    for (const account of accounts) expect(running.output()).toContain(account.password);
    expect(accounts.map((account) => account.role)).toEqual(['user', 'sub', 'administrator', 'examiner', 'certifier']);
  });

  test('who certifies has a second factor; the authenticator beside the mailbox shows its code', async () => {
    const secrets = demo().accounts.map(({ role, totpSecret }) => [role, totpSecret !== undefined]);
    expect(secrets.filter(([, has]) => has)).toEqual([['certifier', true]]);
    expect(running.output()).toContain(demo().authenticator);
    const { id, totpSecret = '' } = demo().accounts.find(({ role }) => role === 'certifier') ?? { id: '' };
    const before = totpCodeAt(totpSecret, new Date());
    const page = await (await fetch(demo().authenticator)).text();
    const shown = new RegExp(`data-code-of="${id}">(\\d{6})<`).exec(page)?.[1];
    expect([before, totpCodeAt(totpSecret, new Date())]).toContain(shown);
  });

  test('the accounts of demo.json work, on IPv4 and by name', async () => {
    for (const account of demo().accounts) expect((await me(account.apiKey)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/sign-in`)).status).toBe(200);
  });

  test('the certificate of demo.json is a real one: its paper for its owner, its check for anybody', async () => {
    const { certificate, accounts, reference, mailbox, cardCompany } = demo();
    const pdf = await fetch(certificate.pdf, { headers: { authorization: `Bearer ${accounts[0]?.apiKey}` } });
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await fetch(certificate.pdf)).status).toBe(401);
    expect(await (await fetch(certificate.qr)).text()).toContain(certificate.number);
    for (const page of [reference, mailbox, `${cardCompany}/sandbox`])
      expect((await fetch(page)).status, page).toBe(200);
  });

  test('the audit is clean, beside the running server', async () => {
    const cli = spawn(process.execPath, [join(root, 'dist/src/cli.js'), 'audit'], {
      env: { ...process.env, DATABASE_URL: '', ...env() },
    });
    let said = '';
    cli.stdout.on('data', (part: Buffer) => (said += part.toString()));
    expect(await new Promise((resolve) => cli.once('exit', resolve))).toBe(0);
    expect(said).toMatch(/^9901: 2 certificates, \d+ files, no findings$/m);
  });

  test('a second start on the same data says so and stops', async () => {
    const second = start({ ...env(), PORT: '0' });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('already running on');
    expect((await me(demo().accounts[0]?.apiKey ?? '')).status).toBe(200);
  });

  test('a taken port says which', async () => {
    const second = start({ ...env(), HAKKYU_DATA: join(folder, 'other') });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${port} is taken`);
  });

  test('--help explains, a wrong option and a wrong setting are told', async () => {
    const help = start(env(), ['--help']);
    expect(await help.ended).toBe(0);
    for (const name of ['PORT', 'HAKKYU_DATA', 'DATABASE_URL']) expect(help.output()).toContain(name);
    const option = start(env(), ['--prot']);
    expect(await option.ended).toBe(1);
    expect(option.output()).toContain('"--prot" is not an option');
    const setting = start({ ...env(), PORT: 'eighty' });
    expect(await setting.ended).toBe(1);
    expect(setting.output()).toContain('PORT must be a number');
  });

  test('kill -9, and it starts again with the same accounts', async () => {
    const before = demo();
    running.child.kill('SIGKILL');
    await running.ended;
    running = start(env());
    await untilSaid(running, 'Ctrl-C stops it');
    expect(demo()).toEqual(before);
    expect((await me(before.accounts[2]?.apiKey ?? '')).status).toBe(200);
  }, 120_000);

  test('Ctrl-C ends everything: the server answers no more, the database is shut down', async () => {
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
    await expect(fetch(demo().base)).rejects.toThrow();
    expect(existsSync(join(folder, 'data/pg/postmaster.pid'))).toBe(false);
    expect(readFileSync(join(folder, 'data/postgres.log'), 'utf8').trimEnd()).toMatch(/database system is shut down$/);
  });

  test('a demo world whose making was cut off is made anew', async () => {
    const cut = start({ ...env(), HAKKYU_DATA: join(folder, 'cut') });
    for (let i = 0; !existsSync(join(folder, 'cut/pg/postmaster.pid')) && i < 200; i++) await sleep(20);
    await sleep(700); // somewhere within migrating and making the world
    cut.child.kill('SIGKILL');
    await cut.ended;
    const again = start({ ...env(), HAKKYU_DATA: join(folder, 'cut') });
    expect(await untilSaid(again, 'Ctrl-C stops it')).toContain('mihon-demo-s0002');
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  }, 120_000);
});
