// `npx hakkyu audit`, as an operator calls it: beside the running server and on the stopped one.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoChamber } from '../demo/world.ts';
import { insertChamber } from '../src/chambers/store.ts';
import { inInstallation, openDb } from '../src/lib/db.ts';
import { runningServer } from '../src/own-server.ts';
import { root } from './root.ts';

let folder: string;
let env: NodeJS.ProcessEnv;
let server: ChildProcess;
let ended: Promise<unknown>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hakkyu-audit-'));
  env = { ...process.env, DATABASE_URL: '', HAKKYU_BASE: '', HAKKYU_DATA: folder, PORT: String(await freePort()) };
  server = spawn(process.execPath, [join(root, 'dist/demo/start.js')], { env });
  ended = new Promise((resolve) => server.once('exit', resolve));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (part: Buffer): void => {
      said += part.toString();
      if (said.includes('Ctrl-C stops it')) resolve();
    };
    for (const stream of [server.stdout, server.stderr]) stream?.on('data', listen);
    void ended.then(() => reject(new Error(`it did not start (build first: node scripts/build.mjs):\n${said}`)));
  });
  // A second chamber, in which nothing has happened yet.
  const db = openDb(runningServer(folder), { max: 1, onError: () => undefined });
  const chamber = { ...demoChamber, chamberId: '9999', nameEn: 'The Other Chamber (Demo)' };
  await inInstallation(db, (trx) => insertChamber(trx, chamber, new Date()));
  await db.close();
}, 120_000);
afterAll(async () => {
  server.kill('SIGINT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** The command; compiled before by `bin/hakkyu.mjs` itself, or at hand. */
function audit(command = 'dist/src/cli.js'): Promise<{ code: number; lines: string[]; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, command), 'audit'], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), lines: stdout.trimEnd().split('\n'), stderr }),
    );
  });
}

const pathOf = (hex: string): string => join(folder, 'files', hex.slice(0, 2), hex.slice(2));
function flip(hex: string): void {
  const bytes = readFileSync(pathOf(hex));
  bytes[1000] = (bytes[1000] ?? 0) ^ 1;
  writeFileSync(pathOf(hex), bytes);
}

type Demo = { certificate: { number: string; pdf: string }; accounts: { apiKey: string }[] };

/** The ORIGINAL that the demo's firm fetches, by its hash. */
async function original(): Promise<{ number: string; hex: string }> {
  const { certificate, accounts } = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as Demo;
  const pdf = await fetch(certificate.pdf, { headers: { authorization: `Bearer ${accounts[0]?.apiKey}` } });
  const sha256 = createHash('sha256').update(Buffer.from(await pdf.arrayBuffer()));
  return { number: certificate.number, hex: sha256.digest('hex') };
}

/** One of the pictures of an invoice's pages: no certificate, evidence. */
function pictureOfEvidence(): string {
  const folders = readdirSync(join(folder, 'files')).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const all = folders.flatMap((name) => readdirSync(join(folder, 'files', name)).map((rest) => name + rest));
  const largest = all.filter((hex) => readFileSync(pathOf(hex)).subarray(1, 4).toString() === 'PNG');
  return largest.sort((a, b) => readFileSync(pathOf(b)).length - readFileSync(pathOf(a)).length)[0] ?? '';
}

const isStopped = (): boolean => !existsSync(join(folder, 'pg/postmaster.pid'));

describe('npx hakkyu audit', () => {
  const clean = [
    expect.stringMatching(/^9901: \d+ certificates, \d+ files, no findings$/),
    '9999: 0 certificates, 0 files, no findings',
  ];

  test('beside the running server: clean, and it goes chamber by chamber', async () => {
    expect(isStopped()).toBe(false);
    expect(await audit('bin/hakkyu.mjs')).toEqual({ code: 0, lines: clean, stderr: '' });
  }, 60_000);

  test('one flipped byte in a stored file is named, beside the running server and on the stopped one', async () => {
    const paper = await original();
    flip(paper.hex);
    const found = {
      code: 1,
      lines: [
        expect.stringMatching(/^9901: \d+ certificates, \d+ files, 1 finding$/),
        expect.stringContaining(`  ${paper.number} ORIGINAL\tthe file store holds other bytes under ${paper.hex}`),
        clean[1],
      ],
      stderr: '',
    };
    expect(await audit()).toEqual(found);

    server.kill('SIGINT');
    await ended;
    expect(isStopped()).toBe(true);
    expect(await audit()).toEqual(found);
    expect(isStopped(), 'it leaves no database running').toBe(true);
    flip(paper.hex);
    expect(await audit()).toEqual({ code: 0, lines: clean, stderr: '' });
  }, 120_000);

  test('on the stopped one: a file of evidence with another byte, and one that is gone, each by its name', async () => {
    const picture = pictureOfEvidence();
    flip(picture);
    const { code, lines } = await audit();
    expect(code).toBe(1);
    expect(lines[1]).toContain(`  file ${picture}\tthe file store holds other bytes`);
    rmSync(pathOf(picture));
    expect((await audit()).lines[1]).toMatch(new RegExp(`^  file ${picture}\tENOENT`));
  }, 120_000);
});
