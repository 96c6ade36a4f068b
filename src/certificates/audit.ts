// 監査: whether everything that the house says of itself is so. It only reads, beside a running server as well.
import { createHash } from 'node:crypto';
import { listChamberIds } from '../chambers/store.ts';
import { type Db, inChamber, inInstallation } from '../lib/db.ts';
import type { FileStore } from '../outside/file-store.ts';
import { readSignature } from '../paper/read-pdf-signature.ts';
import {
  type AuditedCertificate,
  type Breach,
  issuedUnpaid,
  ledgerBreaches,
  listFilesForAudit,
  listForAudit,
  logBreaches,
  mismatchBreaches,
  numberGaps,
  paidAndWaiting,
  registrationFeeBreaches,
  sanctionBreaches,
  statementBreaches,
  statusBreaches,
} from './audit-store.ts';

export type Audited = { chamberId: string; certificates: number; files: number; breaches: Breach[] };
export type Audit = { chambers: Audited[]; log: Breach[] };

/** Goes through every chamber. Never throws for what it finds; throws when it cannot look. */
export async function audit(house: { db: Db; files: FileStore; now: Date }): Promise<Audit> {
  const ids = await inInstallation(house.db, listChamberIds);
  const chambers: Audited[] = [];
  for (const chamberId of ids) chambers.push(await auditChamber(house, chamberId));
  return { chambers, log: await inInstallation(house.db, logBreaches) };
}

async function auditChamber(house: { db: Db; files: FileStore; now: Date }, chamberId: string): Promise<Audited> {
  const waited = new Date(house.now.getTime() - 5 * 60_000);
  const rules = await inChamber(house.db, chamberId, async (trx) => [
    ...(await issuedUnpaid(trx, chamberId)),
    ...(await paidAndWaiting(trx, chamberId, waited)),
    ...(await numberGaps(trx, chamberId)),
    ...(await ledgerBreaches(trx, chamberId)),
    ...(await registrationFeeBreaches(trx, chamberId)),
    ...(await mismatchBreaches(trx, chamberId)),
    ...(await statementBreaches(trx, chamberId)),
    ...(await statusBreaches(trx, chamberId)),
    ...(await sanctionBreaches(trx, chamberId)),
  ]);
  const certificates = await auditCertificates(house.db, chamberId);
  const files = await auditFiles(house, chamberId);
  return {
    ...{ chamberId, certificates: certificates.count, files: files.count },
    breaches: [...rules, ...certificates.breaches, ...files.breaches],
  };
}

const batch = 200;

async function auditCertificates(db: Db, chamberId: string): Promise<{ count: number; breaches: Breach[] }> {
  const breaches: Breach[] = [];
  let [count, after] = [0, ''];
  for (;;) {
    const page = await inChamber(db, chamberId, (trx) => listForAudit(trx, { chamberId, after, size: batch }));
    for (const one of page) breaches.push(...certificateBreaches(one));
    count += page.length;
    after = page.at(-1)?.number ?? '';
    if (page.length < batch) return { count, breaches };
  }
}

function certificateBreaches(one: AuditedCertificate): Breach[] {
  const found: string[] = [];
  if (!createHash('sha256').update(one.record).digest().equals(one.recordSha256))
    found.push('its record is not the one that was certified');
  const record = JSON.parse(one.record) as { number?: unknown; date?: unknown };
  if (record.number !== one.number || record.date !== one.date) found.push('number or date differ from its record');
  if (one.status !== null && one.papers !== 2) found.push(`is issued and has ${one.papers} stored papers instead of 2`);
  if (one.status !== null || one.entry !== null) found.push(...leafBreaches(one));
  return found.map((what) => ({ subject: one.number, what }));
}

function leafBreaches(one: AuditedCertificate): string[] {
  if (one.entry === null) return ['is issued and has no entry in the log'];
  const commit = createHash('sha256').update(one.salt).update(one.record).digest('hex');
  const entry = JSON.parse(one.entry.toString('utf8')) as { commit?: unknown };
  return entry.commit === commit ? [] : ['its entry in the log is of another record'];
}

/** Every stored file is there, whole, and hashes to its name; a paper's signature holds. */
async function auditFiles(
  { db, files }: { db: Db; files: FileStore },
  chamberId: string,
): Promise<{ count: number; breaches: Breach[] }> {
  const breaches: Breach[] = [];
  let count = 0;
  let after: Buffer = Buffer.alloc(0);
  for (;;) {
    const page = await inChamber(db, chamberId, (trx) => listFilesForAudit(trx, { chamberId, after, size: batch }));
    for (const file of page) {
      const what = await fileProblem(files, file);
      if (what) breaches.push({ subject: file.paper ?? `file ${file.sha256.toString('hex')}`, what });
    }
    count += page.length;
    after = page.at(-1)?.sha256 ?? Buffer.alloc(0);
    if (page.length < batch) return { count, breaches };
  }
}

async function fileProblem(
  files: FileStore,
  file: { sha256: Buffer; size: number; paper: string | null },
): Promise<string | undefined> {
  let bytes: Buffer;
  try {
    bytes = await files.get(file.sha256);
  } catch (error) {
    // What is wrong with it is the finding: missing, unreadable, or other bytes than were stored.
    return error instanceof Error ? error.message : String(error);
  }
  if (bytes.length !== file.size) return `has ${bytes.length} bytes instead of ${file.size}`;
  if (file.paper === null) return undefined;
  const signature = readSignature(bytes);
  return signature.ok ? undefined : `its signature does not hold: ${signature.problem}`;
}
