import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderFileStore } from './file-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'hakkyu-files-'));
const store = folderFileStore(folder);
afterAll(() => rmSync(folder, { recursive: true }));
const names = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60);

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

  test('has nothing under a hash that was never put', async () => {
    await expect(store.get(Buffer.alloc(32))).rejects.toThrow('ENOENT');
  });
});
