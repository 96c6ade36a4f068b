// Bytes by their SHA-256, in a folder: written once, never changed, safe on disk before anybody is told that they are there.

import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrorCode } from '../lib/error-code.ts';

export type FileStore = {
  /** Keeps the bytes; the same bytes twice are one file. Returns their SHA-256 (32 bytes). */
  put(bytes: Uint8Array): Promise<Buffer>;
  /** Throws when there are none, or when what lies there is not what was put. */
  get(sha256: Uint8Array): Promise<Buffer>;
  /**
   * Takes the bytes away, unless somebody put them, for the first time or again, within `idleMs`: whoever has put them is
   * about to name them in a row. Returns whether they are gone.
   */
  drop(sha256: Uint8Array, idleMs: number): Promise<boolean>;
};

/** @param folder made when missing; `ab/cdef…` below it, so that no folder grows beyond what a person can list */
export function folderFileStore(folder: string): FileStore {
  const pathOf = (hex: string): Place => {
    const parent = join(folder, hex.slice(0, 2));
    return { parent, path: join(parent, hex.slice(2)), going: join(parent, `.going-${hex.slice(2)}`) };
  };
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest();
      const { parent, path } = pathOf(sha256.toString('hex'));
      await mkdir(parent, { recursive: true });
      const draft = join(parent, `.${randomBytes(8).toString('hex')}`);
      try {
        await writeSynced(draft, bytes);
        // Never over a file that is there, unlike rename. One that is there counts as put now; if it has just been dropped, again.
        while (!(await unless('EEXIST', link(draft, path)))) if (await unless('ENOENT', touch(path))) break;
        await syncFolder(parent);
      } finally {
        await rm(draft, { force: true });
      }
      return sha256;
    },
    async get(sha256) {
      const hex = Buffer.from(sha256).toString('hex');
      const bytes = await read(pathOf(hex));
      const found = createHash('sha256').update(bytes).digest('hex');
      if (found !== hex) throw new Error(`the file store holds other bytes under ${hex}: they hash to ${found}`);
      return bytes;
    },
    async drop(sha256, idleMs) {
      const place = pathOf(Buffer.from(sha256).toString('hex'));
      if ((await idleFor(place.path)) < idleMs) return false;
      // Out of everybody's way first, and looked at again: a put between looking and taking away has touched it.
      await unless('ENOENT', rename(place.path, place.going));
      const isGone = (await idleFor(place.going)) >= idleMs;
      if (!isGone) await unless('EEXIST', link(place.going, place.path));
      await rm(place.going, { force: true });
      if (existsSync(place.parent)) await syncFolder(place.parent);
      return isGone;
    },
  };
}

/** `going`: where a file lies while it is being dropped. */
type Place = { parent: string; path: string; going: string };

/** A drop that ended half way, or is under way, has moved it aside. */
function read({ path, going }: Place): Promise<Buffer> {
  return readFile(path).catch((error: unknown) => {
    if (!isErrorCode(error, 'ENOENT')) throw error;
    return readFile(going).catch(() => {
      throw error;
    });
  });
}

/** Milliseconds since it was put last, by the machine's clock; endless for what is not there. */
async function idleFor(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch (error) {
    if (isErrorCode(error, 'ENOENT')) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

function touch(path: string): Promise<void> {
  const now = new Date();
  return utimes(path, now, now);
}

/** Whether it was done; false where it failed for this one reason. */
async function unless(code: string, doing: Promise<unknown>): Promise<boolean> {
  try {
    await doing;
    return true;
  } catch (error) {
    if (isErrorCode(error, code)) return false;
    throw error;
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name is safe only when the folder that holds it is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
