// 典拠インボイスと補完書類: PDFs that a firm attaches. They are shown only as pictures of their pages, made once.

import { byOf, type Ctx } from '../accounts/context.ts';
import { appendEvent } from '../audit/events.ts';
import { insertFiles } from '../chambers/files-store.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { isId, newId } from '../lib/ids.ts';
import { plainFileName } from '../lib/plain-file-name.ts';
import { Refusal } from '../lib/refusal.ts';
import type { EvidenceKind } from './evidence-kinds.ts';
import {
  type Evidence,
  type EvidencePageRow,
  findEvidence,
  findEvidencePage,
  insertEvidence,
  listEvidence,
  maxEvidence,
  removeEvidenceRow,
} from './evidence-store.ts';
import { ownRow, requireOpen } from './firm.ts';

const problem = (ja: string, en: string): Refusal => new Refusal('invalid', { fields: [{ field: 'file', ja, en }] });

/**
 * Attaches a PDF. Refuses `invalid` with what is wrong and what to do for one that is not taken (evidence-pdf-words),
 * `conflict` when the chamber holds the application.
 */
export async function attachEvidence(
  ctx: Ctx,
  input: { applicationId: string; kind: EvidenceKind; fileName: string; bytes: Buffer },
): Promise<Evidence> {
  const { actor, outside, now } = ctx;
  // Asked before the file is read, which costs seconds, and again in the transaction that writes.
  await inChamber(ctx.db, actor.chamberId, async (trx) => {
    requireOpen(await ownRow(trx, ctx, 'application.write', input.applicationId, 'look'));
    await requireRoom(trx, actor.chamberId, input.applicationId);
  });
  const reading = await outside.readEvidence(input.bytes);
  if (!reading.ok) {
    if (reading.reason === 'busy') throw new Refusal('too_many', { retryAfterSeconds: 10 });
    throw problem(reading.ja, reading.en);
  }
  // Files before rows: what the database names is on disk.
  const sha256 = await outside.files.put(input.bytes);
  const pages = await Promise.all(
    reading.pages.map(async (page, index) => ({
      row: { page: index + 1, width: page.width, height: page.height, words: page.text },
      size: page.png.length,
      pictureSha256: await outside.files.put(page.png),
    })),
  );
  const evidence = {
    ...{ evidenceId: newId(now), applicationId: input.applicationId, kind: input.kind, sha256, pages: pages.length },
    ...{ fileName: plainFileName(input.fileName), addedAt: now, textCut: reading.textCut },
  };
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const application = await ownRow(trx, ctx, 'application.write', input.applicationId, 'lock');
    requireOpen(application);
    await requireRoom(trx, actor.chamberId, input.applicationId);
    await insertFiles(trx, actor.chamberId, now, [
      { sha256, mediaType: 'application/pdf', size: input.bytes.length },
      ...pages.map((page) => ({ sha256: page.pictureSha256, mediaType: 'image/png', size: page.size })),
    ]);
    const added = { ...evidence, addedInRound: application.round + 1 };
    const rows = pages.map((page): EvidencePageRow => ({ ...page.row, pictureSha256: page.pictureSha256 }));
    await insertEvidence(trx, actor.chamberId, added, rows);
    await appendEvent(trx, {
      ...{ chamberId: actor.chamberId, at: now, by: byOf(actor), subject: 'application' },
      ...{ subjectId: input.applicationId, action: 'attach_evidence' },
      detail: { evidence: added.evidenceId, kind: added.kind, sha256: sha256.toString('hex'), pages: added.pages },
    });
    return { ...added, removedAt: null };
  });
}

async function requireRoom(trx: Trx, chamberId: string, applicationId: string): Promise<void> {
  const attached = await listEvidence(trx, chamberId, applicationId);
  if (attached.length >= maxEvidence)
    throw problem(`添付は${maxEvidence}件までです。`, `Up to ${maxEvidence} files may be attached.`);
}

/** Refuses `not_found` when it is not attached (any more), `conflict` when the chamber holds the application. */
export async function removeEvidence(ctx: Ctx, input: { applicationId: string; evidenceId: string }): Promise<void> {
  const { actor, now } = ctx;
  await inChamber(ctx.db, actor.chamberId, async (trx) => {
    const application = await ownRow(trx, ctx, 'application.write', input.applicationId, 'lock');
    requireOpen(application);
    const of = { chamberId: actor.chamberId, ...input, round: application.round + 1, at: now };
    if (!isId(input.evidenceId) || !(await removeEvidenceRow(trx, of))) throw new Refusal('not_found');
    await appendEvent(trx, {
      ...{ chamberId: actor.chamberId, at: now, by: byOf(actor), subject: 'application' },
      ...{ subjectId: input.applicationId, action: 'remove_evidence', detail: { evidence: input.evidenceId } },
    });
  });
}

/** The PDF itself, for saving only; whoever sees the application may have it. Refuses `not_found`. */
export async function getEvidenceFile(
  ctx: Ctx,
  of: { chamberId: string; applicationId: string; evidenceId: string },
): Promise<{ evidence: Evidence; bytes: Buffer }> {
  const evidence = await inChamber(ctx.db, of.chamberId, (trx) => getEvidence(trx, of));
  return { evidence, bytes: await ctx.outside.files.get(evidence.sha256) };
}

/** The picture of one page (PNG). Refuses `not_found`. */
export async function getEvidencePicture(
  ctx: Ctx,
  of: { chamberId: string; applicationId: string; evidenceId: string; page: number },
): Promise<Buffer> {
  const page = await inChamber(ctx.db, of.chamberId, async (trx) => {
    await getEvidence(trx, of);
    return Number.isSafeInteger(of.page) && of.page > 0 && of.page < 10_000 ? findEvidencePage(trx, of) : undefined;
  });
  if (!page) throw new Refusal('not_found');
  return ctx.outside.files.get(page.pictureSha256);
}

async function getEvidence(
  trx: Trx,
  of: { chamberId: string; applicationId: string; evidenceId: string },
): Promise<Evidence> {
  const evidence = isId(of.evidenceId) ? await findEvidence(trx, of) : undefined;
  if (!evidence) throw new Refusal('not_found');
  return evidence;
}
