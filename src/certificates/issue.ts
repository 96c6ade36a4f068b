// 交付: what is paid becomes paper. The result of each step is stored before the next begins, so that whoever repeats it
// after a crash goes on where it stopped, and the same certificate never gets a second signature or a second leaf.

import { createHash } from 'node:crypto';
import type { OpenCtx } from '../accounts/context.ts';
import { applicationLifecycle } from '../applications/lifecycle.ts';
import { mailApplicant } from '../applications/mail-applicant.ts';
import { whyStopped } from '../applications/sanctioned-cases.ts';
import { getApplicationRow } from '../applications/store.ts';
import { advance } from '../audit/advance.ts';
import { insertFiles } from '../chambers/files-store.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { addDays, dayInJapan } from '../lib/clock.ts';
import { inChamber } from '../lib/db.ts';
import { fillSignature, SignatureMismatch, signPdf } from '../paper/pdf-signature.ts';
import { appendLeaf } from '../transparency/store.ts';
import { drawRecord, type PaperSecrets } from './draw-record.ts';
import { hold, holdApplication } from './held.ts';
import { certificateLifecycle } from './lifecycle.ts';
import {
  findPaper,
  getSecrets,
  insertPaper,
  updateIssued,
  updateLeafPosition,
  updatePaperFile,
  type Version,
  versions,
} from './papers-store.ts';
import { comparePaper, PaperMismatch } from './read-paper.ts';
import { readRecord } from './record.ts';
import { type Certificate, findLiveCertificate } from './store.ts';

type Of = { chamberId: string; applicationId: string };

/** The steps, for tests that stop between them. */
export type IssueStep = 'leaf' | 'drawn' | 'signed' | 'stored' | 'issued';

/**
 * Issues the certificate of a paid application; does nothing for one that is not (any more) waiting, and holds one that a
 * sanction stops. Safe to repeat.
 * @param after called when a step is stored; a test that throws here is a crash
 */
export async function issueCertificate(
  ctx: OpenCtx,
  of: Of,
  after: (step: IssueStep, version?: Version) => void = () => undefined,
): Promise<void> {
  const certificate = await inChamber(ctx.db, of.chamberId, async (trx) => {
    const application = await getApplicationRow(trx, of.chamberId, of.applicationId, 'look');
    return application.status === 'paid' ? findLiveCertificate(trx, of) : undefined;
  });
  if (!certificate) return;
  try {
    if (!(await addLeaf(ctx, certificate))) return;
    after('leaf');
    const secrets = await secretsOf(ctx, certificate);
    for (const version of versions) await makePaper(ctx, certificate, { ...secrets, version }, after);
  } catch (error) {
    // It cannot become right by trying again: somebody has to look, and is shown at once.
    if (error instanceof PaperMismatch || error instanceof SignatureMismatch)
      return void (await holdApplication(ctx, of, error.message));
    throw error;
  }
  await finish(ctx, of, certificate);
  after('issued');
}

/**
 * One entry in the public log: a digest that only whoever has record and salt can make again. With it the certificate is in
 * the world; so the same transaction asks first whether a sanction stops it, and holds it then (false).
 */
function addLeaf(ctx: OpenCtx, certificate: Certificate): Promise<boolean> {
  return inChamber(ctx.db, certificate.chamberId, async (trx) => {
    // The application's row is the lock: two that issue the same certificate come one after the other.
    const application = await getApplicationRow(trx, certificate.chamberId, certificate.applicationId, 'lock');
    if (application.status !== 'paid') return false;
    const { salt, leafPosition } = await getSecrets(trx, certificate);
    if (leafPosition !== null) return true;
    const why = await whyStopped(trx, { ...application, now: ctx.now });
    if (why !== undefined) {
      await hold(trx, ctx, application, why);
      return false;
    }
    const commit = createHash('sha256').update(salt).update(certificate.record).digest('hex');
    const entry = JSON.stringify({ v: 1, op: 'issue', commit, day: dayInJapan(ctx.now) });
    await updateLeafPosition(trx, certificate, await appendLeaf(trx, Buffer.from(entry), ctx.now));
    return true;
  });
}

async function secretsOf(ctx: OpenCtx, certificate: Certificate): Promise<Omit<PaperSecrets, 'version'>> {
  const { files, vault, base } = ctx.outside;
  const { certificateId } = certificate;
  const sealed = await inChamber(ctx.db, certificate.chamberId, (trx) => getSecrets(trx, certificate));
  const token = vault.open(sealed.tokenSealed, `token ${certificateId}`).toString();
  return {
    accessCode: vault.open(sealed.accessCodeSealed, `access code ${certificateId}`).toString(),
    qrAddress: `${base}/r/${token}`.toUpperCase(),
    referenceHost: new URL(base).host,
    seal: { kind: 'png', png: await files.get(certificate.sealSha256) },
    signature: await files.get(certificate.signatureSha256),
  };
}

async function makePaper(
  ctx: OpenCtx,
  certificate: Certificate,
  secrets: PaperSecrets,
  after: (step: IssueStep, version: Version) => void,
): Promise<void> {
  const { version } = secrets;
  const { chamberId } = certificate;
  const before = await inChamber(ctx.db, chamberId, (trx) => findPaper(trx, certificate, version));
  if (before?.fileSha256) return;
  const record = readRecord(JSON.parse(certificate.record));
  const at = certificate.certifiedAt;
  const signature = { field: 'chamber', reason: `${record.number} ${version}`, at };
  const drawn = await drawRecord(record, secrets, signature);
  await comparePaper(drawn.pdf, drawn.sheets);
  after('drawn', version);
  const drawnSha256 = createHash('sha256').update(drawn.pdf).digest();
  // A drawing that differs from the one that was signed (another build of zlib) is signed anew: no file was given out yet.
  const cms = before?.drawnSha256.equals(drawnSha256)
    ? before.cms
    : await sign(ctx, certificate, version, drawn, drawnSha256);
  after('signed', version);
  const pdf = fillSignature(drawn.pdf, cms);
  const fileSha256 = await ctx.outside.files.put(pdf);
  await inChamber(ctx.db, chamberId, async (trx) => {
    await insertFiles(trx, chamberId, ctx.now, [
      { sha256: fileSha256, mediaType: 'application/pdf', size: pdf.length },
    ]);
    await updatePaperFile(trx, certificate, version, fileSha256);
  });
  after('stored', version);
}

async function sign(
  ctx: OpenCtx,
  certificate: Certificate,
  version: Version,
  drawn: { pdf: Buffer; pages: number },
  drawnSha256: Buffer,
): Promise<Buffer> {
  const signer = await ctx.outside.signerOf(certificate.chamberId);
  const cms = await signPdf(drawn.pdf, signer, ctx.now);
  return inChamber(ctx.db, certificate.chamberId, async (trx) => {
    await insertPaper(trx, certificate, { version, drawnSha256, cms, pages: drawn.pages }, ctx.now);
    const kept = await findPaper(trx, certificate, version);
    if (!kept?.drawnSha256.equals(drawnSha256))
      throw new Error(`${certificate.number} ${version} was signed as another drawing`);
    return kept.cms; // somebody else's, when he was first
  });
}

async function finish(ctx: OpenCtx, of: Of, certificate: Certificate): Promise<void> {
  const { chamberId, applicationId } = of;
  await inChamber(ctx.db, chamberId, async (trx) => {
    const application = await getApplicationRow(trx, chamberId, applicationId, 'lock');
    if (application.status !== 'paid') return; // another worker was first
    const { printWindowDays } = await getSettings(trx, chamberId);
    // 印刷期間: counted from the day after 交付済, ends at 24:00 of the last day (Osaka CCI: 14 days).
    const printUntil = addDays(dayInJapan(ctx.now), printWindowDays);
    await updateIssued(trx, { chamberId, certificateId: certificate.certificateId, at: ctx.now, printUntil });
    const by = { kind: 'system' } as const;
    await advance(trx, certificateLifecycle, {
      ...{ subject: 'certificate', chamberId, id: certificate.certificateId, from: 'not_yet', action: 'issue' },
      ...{ role: 'system', by, at: ctx.now, detail: { number: certificate.number } },
    });
    await advance(trx, applicationLifecycle, {
      ...{ subject: 'application', chamberId, id: applicationId, from: application.status, action: 'issue' },
      ...{ role: 'system', by, at: ctx.now },
    });
    await mailApplicant(trx, ctx, application, 'issued');
  });
}
