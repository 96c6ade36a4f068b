// `npx hakkyu <command>` as a person calls it.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from './root.ts';

const folder = mkdtempSync(join(tmpdir(), 'hakkyu-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Said = { code: number; stdout: string; stderr: string };

async function hakkyu(...args: string[]): Promise<Said> {
  const cli = join(root, 'dist/src/cli.js');
  if (!existsSync(cli)) throw new Error('build first: node scripts/build.mjs');
  try {
    const env = { ...process.env, LANG: 'C' };
    return { code: 0, ...(await promisify(execFile)(process.execPath, [cli, ...args], { env })) };
  } catch (error) {
    return error as Said;
  }
}

describe('hakkyu', () => {
  test('--help lists every command, and each has its own', async () => {
    const all = await hakkyu('--help');
    expect(all.code).toBe(0);
    const names = [...all.stdout.matchAll(/npx hakkyu ([a-z-]+) /g)].map((match) => match[1] ?? '');
    expect(names).toEqual(expect.arrayContaining(['start', 'migrate', 'render', 'check-goods']));
    for (const name of names) expect((await hakkyu(name, '--help')).code).toBe(0);
    expect((await hakkyu('nonsense')).code).toBe(2);
    expect((await hakkyu('reset-factors', '9901')).code).toBe(2);
  });

  test('render draws a record as PDF, and names the place in one that is wrong', async () => {
    const sample = join(root, 'docs/samples/three-sheets.json');
    const to = join(folder, 'out.pdf');
    const drawn = await hakkyu('render', sample, to);
    expect(drawn.stdout).toContain('3 sheets');
    expect(readFileSync(to).subarray(0, 5).toString()).toBe('%PDF-');
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, readFileSync(sample, 'utf8').replace('"number"', '"numbr"'));
    const refused = await hakkyu('render', wrong);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('number');
    expect((await hakkyu('render', join(folder, 'none.json'))).stderr).toContain('No such file');
    expect((await hakkyu('render')).code).toBe(2);
  });

  test('check-goods prints the number of rows and every finding; 0 when nothing blocks, 1 when something does', async () => {
    const good = join(folder, 'good.tsv');
    writeFileSync(
      good,
      'Description\tQuantity\tUnit\tPackages\tKind of packages\nBall bearings of steel\t100\tPCS\t2\tCARTONS\n',
    );
    const fine = await hakkyu('check-goods', good);
    expect([fine.code, fine.stdout.split('\n')[0]]).toEqual([0, '1 row, 0 to mend, 0 to look at']);
    const bad = join(folder, 'bad.tsv');
    writeFileSync(
      bad,
      'Description\tQuantity\tUnit\tPackages\tKind of packages\nBolts and nuts\tmany\tLOT\t2\tCARTONS\n',
    );
    const refused = await hakkyu('check-goods', bad);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/block\trow 2, B Quantity\t/);
    expect(refused.stdout).toMatch(/block\trow 2, C Unit\t/);
    const none = await hakkyu('check-goods', join(folder, 'none.tsv'));
    expect([none.code, none.stderr.trim()]).toEqual([1, `No such file: ${join(folder, 'none.tsv')}`]);
  });
});
