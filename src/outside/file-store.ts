// Bytes by their SHA-256, in a folder: written once, never changed, safe on disk before anybody is told that they are there.

import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isErrorCode } from '../lib/error-code.ts';

export type FileStore = {
  /** Keeps the bytes; the same bytes twice are one file. Returns their SHA-256 (32 bytes). */
  put(bytes: Uint8Array): Promise<Buffer>;
  /** Throws when there are none, or when what lies there is not what was put. */
  get(sha256: Uint8Array): Promise<Buffer>;
};

/** @param folder made when missing; `ab/cdef…` below it, so that no folder grows beyond what a person can list */
export function folderFileStore(folder: string): FileStore {
  const pathOf = (hex: string): { parent: string; path: string } => {
    const parent = join(folder, hex.slice(0, 2));
    return { parent, path: join(parent, hex.slice(2)) };
  };
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest();
      const { parent, path } = pathOf(sha256.toString('hex'));
      await mkdir(parent, { recursive: true });
      const draft = join(parent, `.${randomBytes(8).toString('hex')}`);
      try {
        await writeSynced(draft, bytes);
        await link(draft, path).catch(ignoreIfThere); // never over a file that is there, unlike rename
        await syncFolder(parent);
      } finally {
        await rm(draft, { force: true });
      }
      return sha256;
    },
    async get(sha256) {
      const hex = Buffer.from(sha256).toString('hex');
      const bytes = await readFile(pathOf(hex).path);
      const found = createHash('sha256').update(bytes).digest('hex');
      if (found !== hex) throw new Error(`the file store holds other bytes under ${hex}: they hash to ${found}`);
      return bytes;
    },
  };
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

function ignoreIfThere(error: unknown): void {
  if (!isErrorCode(error, 'EEXIST')) throw error;
}
