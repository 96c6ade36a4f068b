import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isErrorCode } from '../lib/error-code.ts';

/**
 * The installation's own 32 bytes, in `folder/installation.key`; made on the first call, never overwritten. Whoever loses
 * them can no longer draw or check what was certified with them: they belong into the backup, apart from the database.
 */
export function installationKey(folder: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'installation.key');
  if (!existsSync(path)) {
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    writeFileSync(draft, randomBytes(32), { mode: 0o600, flush: true });
    try {
      linkSync(draft, path); // the first of two starts wins
    } catch (error) {
      if (!isErrorCode(error, 'EEXIST')) throw error;
    } finally {
      rmSync(draft);
    }
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  const key = readFileSync(path);
  if (key.length !== 32)
    throw new Error(`${path} must have 32 bytes and has ${key.length}: restore it from the backup`);
  return key;
}
