import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { folderFileStore } from './file-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'hakkyu-files-'));
const store = folderFileStore(folder);
afterAll(() => rmSync(folder, { recursive: true }));
const names = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60);

const day = 24 * 3_600_000;
/** As if it had been put two days ago. */
function age(sha256: Buffer): void {
  const then = new Date(Date.now() - 2 * day);
  utimesSync(join(folder, sha256.toString('hex').slice(0, 2), sha256.toString('hex').slice(2)), then, then);
}

describe('the file store', () => {
  test('gives back what was put, under the SHA-256 of its bytes', async () => {
    const sha256 = await store.put(Buffer.from('abc'));
    expect(sha256.toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect((await store.get(sha256)).toString()).toBe('abc');
  });

  test('keeps the same bytes once, also when two put them at the same time', async () => {
    const before = names().length;
    await Promise.all([store.put(Buffer.from('twice')), store.put(Buffer.from('twice'))]);
    expect(names().length).toBe(before + 1);
    expect(names().every((name) => /^[0-9a-f]{2}\/[0-9a-f]{62}$/.test(name))).toBe(true); // no draft is left behind
  });

  test('refuses a file in which one byte was changed', async () => {
    const sha256 = await store.put(Buffer.from('to be flipped'));
    const path = join(folder, sha256.toString('hex').slice(0, 2), sha256.toString('hex').slice(2));
    const bytes = readFileSync(path);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await expect(store.get(sha256)).rejects.toThrow('other bytes');
  });

  test('drops what was put long ago, and nothing that was put again since', async () => {
    const sha256 = await store.put(Buffer.from('to be dropped'));
    expect(await store.drop(sha256, day)).toBe(false);
    age(sha256);
    await store.put(Buffer.from('to be dropped'));
    expect(await store.drop(sha256, day)).toBe(false);
    expect((await store.get(sha256)).toString()).toBe('to be dropped');
    age(sha256);
    expect(await store.drop(sha256, day)).toBe(true);
    await expect(store.get(sha256)).rejects.toThrow('ENOENT');
    expect(await store.drop(sha256, day)).toBe(true); // once more changes nothing
    await store.put(Buffer.from('to be dropped'));
    expect((await store.get(sha256)).toString()).toBe('to be dropped');
  });

  test('whoever has put bytes finds them, however a drop runs beside it', async () => {
    const bytes = Buffer.from('put and dropped at once');
    const sha256 = await store.put(bytes);
    for (let round = 0; round < 100; round++) {
      age(sha256);
      const puts = [store.put(bytes), wait(round % 5).then(() => store.put(bytes))];
      await Promise.all([...puts, wait(round % 3).then(() => store.drop(sha256, day)), store.drop(sha256, day)]);
      expect((await store.get(sha256)).equals(bytes)).toBe(true);
    }
    expect(
      readdirSync(join(folder, sha256.toString('hex').slice(0, 2))).filter((name) => name.startsWith('.')),
    ).toEqual([]);
  });

  test('a drop that died half way has lost nothing', async () => {
    const sha256 = await store.put(Buffer.from('half way'));
    const [parent, rest] = [join(folder, sha256.toString('hex').slice(0, 2)), sha256.toString('hex').slice(2)];
    renameSync(join(parent, rest), join(parent, `.going-${rest}`));
    expect((await store.get(sha256)).toString()).toBe('half way');
    expect(await store.drop(sha256, day)).toBe(false); // fresh: put back where it belongs
    expect(readdirSync(parent)).toContain(rest);
  });

  test('has nothing under a hash that was never put', async () => {
    await expect(store.get(Buffer.alloc(32))).rejects.toThrow('ENOENT');
  });
});
