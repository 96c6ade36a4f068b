// The signature of a signatory in a form: out of a scanned 署名届, or drawn on screen. A registered one is replaced only when
// the procedure is accepted; until then the register keeps its own.
import { insertFiles } from '../../chambers/files-store.ts';
import { inChamber, type Trx } from '../../lib/db.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import type { ContentSignatory, RegistrationContent } from '../content.ts';
import { drawnSignature, type Stroke } from '../signature/drawn.ts';
import { listSignatories } from '../store.ts';
import { chamberOf, type FormCtx, ownProcedure, requireOpenToApplicant } from './applicant.ts';
import type { Procedure } from './procedure.ts';
import { registeredContent } from './procedure-papers.ts';
import { writeForm } from './save-procedure.ts';
import { type Cut, hexOf, type StoredFile, storePng, takeAgain, takeFromScan } from './scanned-signature.ts';
import { requireUploadRoom, takeUploadRoom } from './upload-room.ts';

/** What was sent, in bytes, and the field to name when there is no room for it. A crop and a drawing send no file, but make one. */
type Upload = { field: 'file' | 'box' | 'strokes'; bytes: number };
type OfRow = { procedureId: string; signatoryKey: string };
type Put = Partial<Pick<ContentSignatory, 'signatureSha256' | 'signatureSourceSha256' | 'signatureScan'>>;

/**
 * Finds the signature in a scan (PDF, JPEG or PNG, up to 12 MB). Refuses `invalid` at `file` with what to mend: where the
 * file can be read but no signature was found that prints well, the scan is kept, to be cropped by hand, and the signature
 * stays as it was. Refuses `too_many` while many are read, `conflict` when the chamber has the form, `not_found`.
 */
export async function putScannedSignature(ctx: FormCtx, input: OfRow & { bytes: Buffer }): Promise<void> {
  const upload: Upload = { field: 'file', bytes: input.bytes.length };
  await openRow(ctx, input, upload);
  const { taken, source, pages, files } = await takeFromScan(ctx.outside, input.bytes);
  const kept: Put = { signatureSourceSha256: source };
  if (!taken.ok) {
    await putInRow(ctx, input, { files, upload }, { ...kept, signatureScan: { pages } });
    throw problemAt('file', taken.problem);
  }
  const { signatureSha256, cut } = taken;
  const all = [...files, ...taken.files];
  await putInRow(ctx, input, { files: all, upload }, { ...kept, signatureSha256, signatureScan: { pages, cut } });
}

/**
 * Takes the signature out of the scan that is kept, once more: out of a box drawn by hand, or (without) out of the frame on
 * that page; turned to the right by so many degrees. Refuses `invalid` at `box`, and the signature stays as it was;
 * `not_found` where there is no scan or no such page.
 */
export async function cropSignature(ctx: FormCtx, input: OfRow & Cut): Promise<void> {
  const upload: Upload = { field: 'box', bytes: 0 };
  const { signatureSourceSha256: source, signatureScan: scan } = await openRow(ctx, input, upload);
  if (scan === undefined || source === '') throw new Refusal('not_found');
  const { page, turn, box } = input;
  const bytes = await ctx.outside.files.get(Buffer.from(source, 'hex'));
  const taken = await takeAgain(ctx.outside, bytes, { page, turn, ...(box === undefined ? {} : { box }) });
  if (!taken.ok) throw problemAt('box', taken.problem);
  const { signatureSha256, cut } = taken;
  const put: Put = { signatureSha256, signatureScan: { ...scan, cut } };
  await putInRow(ctx, input, { files: taken.files, upload }, put, source);
}

/** Refuses `invalid` at `strokes` for what is no signature, `conflict`, `not_found`. */
export async function putDrawnSignature(ctx: FormCtx, input: OfRow & { strokes: readonly Stroke[] }): Promise<void> {
  const upload: Upload = { field: 'strokes', bytes: 0 };
  await openRow(ctx, input, upload);
  const drawn = drawnSignature(input.strokes);
  if (!drawn.ok) throw problemAt('strokes', drawn.problem);
  const file = await storePng(ctx.outside, drawn.png);
  await putInRow(ctx, input, { files: [file], upload }, { ...noSignature, signatureSha256: hexOf(file) });
}

const noSignature: Put = { signatureSha256: '', signatureSourceSha256: '', signatureScan: undefined };

/** Takes back what was put in this procedure: nothing is left, or what stands in the register. */
export function removeSignature(ctx: FormCtx, input: OfRow): Promise<void> {
  return inChamber(ctx.db, chamberOf(ctx), async (trx) => {
    const procedure = await ownProcedure(trx, ctx, input.procedureId, 'lock');
    requireOpenToApplicant(procedure);
    const row = rowOf(procedure.content, input.signatoryKey);
    const put = await registeredSignature(trx, procedure, row);
    await writeForm(trx, ctx.now, procedure, withRow(procedure.content, input, put));
  });
}

/** A firm that was registered before there were forms has its signature in the register, and no scan. */
async function registeredSignature(trx: Trx, procedure: Procedure, { signatoryId }: ContentSignatory): Promise<Put> {
  const { chamberId, registrationId } = procedure;
  if (signatoryId === '' || registrationId === null) return noSignature;
  const signatories = await listSignatories(trx, chamberId, registrationId);
  const signatureSha256 =
    signatories.find((one) => one.signatoryId === signatoryId)?.signatureSha256?.toString('hex') ?? '';
  const before = (await registeredContent(trx, procedure))?.signatories.find((one) => one.signatoryId === signatoryId);
  if (before?.signatureSha256 !== signatureSha256) return { ...noSignature, signatureSha256 };
  const { signatureSourceSha256, signatureScan } = before;
  return { signatureSha256, signatureSourceSha256, signatureScan };
}

function problemAt(field: string, { ja, en }: Pick<FieldProblem, 'ja' | 'en'>): Refusal {
  return new Refusal('invalid', { fields: [{ field, ja, en }] });
}

function rowOf(content: RegistrationContent, key: string): ContentSignatory {
  const row = content.signatories.find((one) => one.key === key);
  if (row === undefined) throw new Refusal('not_found');
  return row;
}

/** Asked before anything that takes long, and once more when it is written. */
function openRow(ctx: FormCtx, { procedureId, signatoryKey }: OfRow, upload: Upload): Promise<ContentSignatory> {
  return inChamber(ctx.db, chamberOf(ctx), async (trx) => {
    const procedure = await ownProcedure(trx, ctx, procedureId, 'look');
    const row = rowOf(procedure.content, signatoryKey);
    requireOpenToApplicant(procedure);
    await requireUploadRoom(trx, procedure, upload);
    return row;
  });
}

/** `fromSource`: refuses `conflict` when another scan was put meanwhile. */
function putInRow(
  ctx: FormCtx,
  of: OfRow,
  { files, upload }: { files: readonly StoredFile[]; upload: Upload },
  put: Put,
  fromSource?: string,
): Promise<void> {
  return inChamber(ctx.db, chamberOf(ctx), async (trx) => {
    const procedure = await ownProcedure(trx, ctx, of.procedureId, 'lock');
    requireOpenToApplicant(procedure);
    const { signatureSourceSha256 } = rowOf(procedure.content, of.signatoryKey);
    if (fromSource !== undefined && fromSource !== signatureSourceSha256) throw new Refusal('conflict');
    await takeUploadRoom(trx, procedure, upload);
    await insertFiles(trx, procedure.chamberId, ctx.now, files);
    await writeForm(trx, ctx.now, procedure, withRow(procedure.content, of, put));
  });
}

/** Whoever puts a signature has chosen one, where サイン登録なし was ticked before. */
function withRow(content: RegistrationContent, { signatoryKey }: OfRow, put: Put): RegistrationContent {
  const signed = put.signatureSha256 ? { withoutSignature: false } : {};
  return {
    ...content,
    signatories: content.signatories.map((one) => (one.key === signatoryKey ? { ...one, ...put, ...signed } : one)),
  };
}
