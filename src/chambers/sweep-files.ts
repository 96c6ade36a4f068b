// Files to which no row points any more: of forms that were forgotten, and scans that were replaced. They hold people's papers.
import { type Db, inChamber, inInstallation } from '../lib/db.ts';
import type { FileStore } from '../outside/file-store.ts';
import { deleteUnusedFile, hasFile, listUnusedFiles, markUnusedFiles } from './files-store.ts';
import { listChamberIds } from './store.ts';

/** Between two looks that find nothing pointing there, and since the bytes were put last. No upload takes a day. */
export const unusedForMs = 24 * 3_600_000;

/**
 * Takes away what nothing has pointed to for a day, in every chamber, and marks what nothing points to now. Returns how many
 * files went.
 *
 * An upload puts its bytes first and names them in a row later, in a transaction of its own, so both have to be waited for:
 * bytes that were put within the day stay (`FileStore.drop`), and naming them takes the mark away (`insertFiles`). Bytes go
 * before their row: whoever dies between the two leaves a row that the next night finds again, not bytes that nobody finds.
 */
export async function sweepFiles(house: { db: Db; now: Date; outside: { files: FileStore } }): Promise<number> {
  const { db, now } = house;
  const before = new Date(now.getTime() - unusedForMs);
  const chamberIds = await inInstallation(db, listChamberIds);
  let gone = 0;
  for (const chamberId of chamberIds) {
    const others = chamberIds.filter((one) => one !== chamberId);
    // Looked at again first: what is pointed to by now loses its mark.
    await inChamber(db, chamberId, (trx) => markUnusedFiles(trx, chamberId, now));
    const unused = await inChamber(db, chamberId, (trx) => listUnusedFiles(trx, chamberId, before));
    for (const sha256 of unused) if (await sweepOne(house, { chamberId, others, sha256, before })) gone += 1;
  }
  return gone;
}

async function sweepOne(
  { db, outside }: { db: Db; outside: { files: FileStore } },
  file: { chamberId: string; others: readonly string[]; sha256: Buffer; before: Date },
): Promise<boolean> {
  const { chamberId, sha256 } = file;
  // The same bytes are one file in the store, whoever's they are.
  let isOthers = false;
  for (const other of file.others) isOthers ||= await inChamber(db, other, (trx) => hasFile(trx, other, sha256));
  if (!isOthers && !(await outside.files.drop(sha256, unusedForMs))) return false;
  return inChamber(db, chamberId, (trx) => deleteUnusedFile(trx, chamberId, sha256, file.before));
}
