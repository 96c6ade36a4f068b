// The papers of a procedure: what is needed, what has come, and how the firm uploads a scan instead of bringing it.
import { appendEvent } from '../../audit/events.ts';
import { insertFiles } from '../../chambers/files-store.ts';
import { getSettings } from '../../chambers/settings-store.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber, type Trx } from '../../lib/db.ts';
import { isId, newId } from '../../lib/ids.ts';
import { plainFileName } from '../../lib/plain-file-name.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { RegistrationContent } from '../content.ts';
import { getRegisteredForm } from '../store.ts';
import { byApplicant, chamberOf, type FormCtx, ownProcedure } from './applicant.ts';
import { type NeededPaper, papersNeeded } from './papers.ts';
import { type PaperKind, type Procedure, paperKinds } from './procedure.ts';
import { isOver } from './procedure-lifecycle.ts';
import { insertPaper, listPapers, type ProcedurePaper, removePaper } from './procedure-papers-store.ts';
import { requireUploadRoom, takeUploadRoom } from './upload-room.ts';

/** A paper that the procedure needs, and what has come of it. */
export type PaperState = NeededPaper & { came: ProcedurePaper[] };

/** Every paper that this procedure needs today, by what its form says now. */
export async function papersOf(trx: Trx, procedure: Procedure): Promise<PaperState[]> {
  const registered = await registeredContent(trx, procedure);
  const needed = papersNeeded(procedure.content, procedure.kind, {
    newSignatureKeys: newSignatureKeys(procedure.content, registered),
    registered,
  });
  const came = await listPapers(trx, procedure);
  return needed.map((one) => ({
    ...one,
    came: came.filter((paper) => paper.kind === one.kind && (paper.signatoryKey ?? undefined) === one.signatoryKey),
  }));
}

/** What stands in the register; undefined: nothing yet, or from before there were forms. */
export async function registeredContent(
  trx: Trx,
  { chamberId, kind, registrationId }: Procedure,
): Promise<RegistrationContent | undefined> {
  if (kind === 'new' || kind === 'switch' || registrationId === null) return undefined;
  return (await getRegisteredForm(trx, chamberId, registrationId)) ?? undefined;
}

/** Rows whose signature does not stand in the register as it is: of somebody new, or made again. */
export function newSignatureKeys(content: RegistrationContent, registered: RegistrationContent | undefined): string[] {
  const before = new Map(registered?.signatories.map((one) => [one.signatoryId, one.signatureSha256]));
  return content.signatories
    .filter((one) => one.signatoryId === '' || before.get(one.signatoryId) !== one.signatureSha256)
    .map((one) => one.key);
}

/** Whether the chamber has every paper: ticked at the counter or by post, or looked at after an upload. */
export const allCame = (papers: readonly PaperState[]): boolean =>
  papers.every(({ came, copies }) => came.filter((paper) => paper.accountId !== null).length >= copies);

const problem = (ja: string, en: string): Refusal => new Refusal('invalid', { fields: [{ field: 'file', ja, en }] });
const uploadsAtMost = 60;

/**
 * A scan (PDF) in place of the paper. Refuses `invalid` where the chamber takes no uploads, for a paper that the procedure
 * does not need, and for a file that cannot be read (with what is wrong); `conflict` when the procedure is over.
 */
export async function uploadPaper(
  ctx: FormCtx,
  input: { procedureId: string; kind: string; signatoryKey?: string; fileName: string; bytes: Buffer },
): Promise<ProcedurePaper> {
  const chamberId = chamberOf(ctx);
  const kind = await inChamber(ctx.db, chamberId, (trx) => requireUploadable(trx, ctx, input));
  const reading = await ctx.outside.readEvidence(input.bytes);
  if (!reading.ok) {
    if (reading.reason === 'busy') throw new Refusal('too_many', { retryAfterSeconds: 10 });
    throw problem(reading.ja, reading.en);
  }
  const sha256 = await ctx.outside.files.put(input.bytes);
  const pictures = await Promise.all(
    reading.pages.map(async ({ png, width, height }) => ({
      ...{ sha256: await ctx.outside.files.put(png), size: png.length, width, height },
    })),
  );
  return inChamber(ctx.db, chamberId, async (trx) => {
    await requireUploadable(trx, ctx, input);
    await takeUploadRoom(trx, await ownProcedure(trx, ctx, input.procedureId, 'look'), uploadOf(input));
    await insertFiles(trx, chamberId, ctx.now, [
      { sha256, mediaType: 'application/pdf', size: input.bytes.length },
      ...pictures.map((one) => ({ sha256: one.sha256, mediaType: 'image/png', size: one.size })),
    ]);
    const paper: ProcedurePaper = {
      ...{ chamberId, paperId: newId(ctx.now), procedureId: input.procedureId, kind, sha256, how: 'upload' },
      ...{ signatoryKey: input.signatoryKey ?? null, day: dayInJapan(ctx.now), accountId: null },
      fileName: plainFileName(input.fileName),
      pictures: pictures.map(({ sha256: one, width, height }) => ({ sha256: one.toString('hex'), width, height })),
    };
    await insertPaper(trx, paper, ctx.now);
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: byApplicant(ctx.applicant), subject: 'procedure', subjectId: input.procedureId },
      ...{ action: 'upload_paper', detail: { paper: paper.paperId, kind, sha256: sha256.toString('hex') } },
    });
    return paper;
  });
}

const uploadOf = ({ bytes }: { bytes: Buffer }) => ({ field: 'file', bytes: bytes.length });

async function requireUploadable(
  trx: Trx,
  ctx: FormCtx,
  input: { procedureId: string; kind: string; signatoryKey?: string; bytes: Buffer },
): Promise<PaperKind> {
  const procedure = await ownProcedure(trx, ctx, input.procedureId, 'lock');
  if (isOver(procedure.status)) throw new Refusal('conflict');
  const { registrationUploads } = await getSettings(trx, procedure.chamberId);
  if (!registrationUploads)
    throw problem(
      'この商工会議所では、書類のアップロードを受け付けていません。窓口か郵送でお出しください。',
      'This chamber takes no uploads of these papers. Please bring or post them.',
    );
  const papers = await papersOf(trx, procedure);
  const wanted = papers.find(({ kind, signatoryKey }) => kind === input.kind && signatoryKey === input.signatoryKey);
  const kind = paperKinds.find((one) => one === wanted?.kind);
  if (!kind) throw problem('この手続きに、この書類は要りません。', 'This procedure does not need that paper.');
  if (papers.reduce((sum, { came }) => sum + came.length, 0) >= uploadsAtMost)
    throw problem(`書類は${uploadsAtMost}件までです。`, `Up to ${uploadsAtMost} papers may be uploaded.`);
  await requireUploadRoom(trx, procedure, uploadOf(input));
  return kind;
}

/** Takes back an upload that the chamber has not looked at yet. Refuses `not_found` for any other. */
export async function removeUpload(ctx: FormCtx, input: { procedureId: string; paperId: string }): Promise<void> {
  await inChamber(ctx.db, chamberOf(ctx), async (trx) => {
    const procedure = await ownProcedure(trx, ctx, input.procedureId, 'lock');
    if (isOver(procedure.status)) throw new Refusal('conflict');
    const { chamberId, procedureId } = procedure;
    const paper = (await listPapers(trx, procedure)).find((one) => one.paperId === input.paperId);
    if (!isId(input.paperId) || paper?.how !== 'upload' || paper.accountId !== null) throw new Refusal('not_found');
    await removePaper(trx, { chamberId, procedureId, paperId: paper.paperId, at: ctx.now });
    await appendEvent(trx, {
      ...{ chamberId, at: ctx.now, by: byApplicant(ctx.applicant), subject: 'procedure', subjectId: procedureId },
      ...{ action: 'remove_upload', detail: { paper: paper.paperId, kind: paper.kind } },
    });
  });
}

/** One page of an uploaded paper as PNG, for the firm that sent it. Refuses `not_found`. */
export async function getOwnPaperPicture(
  ctx: FormCtx,
  of: { procedureId: string; paperId: string; page: number },
): Promise<Buffer> {
  const sha256 = await inChamber(ctx.db, chamberOf(ctx), async (trx) =>
    pictureOf(await listPapers(trx, await ownProcedure(trx, ctx, of.procedureId, 'look')), of),
  );
  return ctx.outside.files.get(sha256);
}

/** The file behind a page. Refuses `not_found`. */
export function pictureOf(papers: readonly ProcedurePaper[], of: { paperId: string; page: number }): Buffer {
  const found = papers.find((one) => one.paperId === of.paperId)?.pictures[of.page - 1];
  if (!found) throw new Refusal('not_found');
  return Buffer.from(found.sha256, 'hex');
}
