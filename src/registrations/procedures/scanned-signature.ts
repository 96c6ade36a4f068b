// From an uploaded 署名届 to pictures: of its pages, of the place where the signature is, and of the signature itself.
import type { Outside } from '../../accounts/context.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import type { ScanPage } from '../../outside/scan-picture.ts';
import { scanKind } from '../../outside/scan-picture-kind.ts';
import type { SignatureScan } from '../content.ts';
import { extractAside } from '../signature/extract-aside.ts';
import type { ExtractAnswer } from '../signature/extract-thread.ts';

/** A file that lies in the file store and is to be named as the chamber's. */
export type StoredFile = { sha256: Buffer; mediaType: string; size: number };

/** What came of a search for a signature. */
export type Taken =
  | { ok: true; signatureSha256: string; cut: NonNullable<SignatureScan['cut']>; files: StoredFile[] }
  | { ok: false; problem: Pick<FieldProblem, 'ja' | 'en'> };

/** Where to look: on a page, from 1; in a box (fractions of the page) or, left out, in its frame; turned to the right. */
export type Cut = Omit<NonNullable<SignatureScan['cut']>, 'before'>;

export async function storePng({ files }: Outside, png: Buffer): Promise<StoredFile> {
  return { sha256: await files.put(png), mediaType: 'image/png', size: png.length };
}

export const hexOf = ({ sha256 }: StoredFile): string => sha256.toString('hex');

/** Refuses `invalid` for a file that cannot be read, with what is wrong, `too_many` while many are being read. */
export async function pagesOf(outside: Outside, bytes: Buffer): Promise<ScanPage[]> {
  const reading = await outside.readScan(bytes);
  if (reading.ok) return reading.pages;
  if (reading.reason === 'busy') throw new Refusal('too_many', { retryAfterSeconds: 60 });
  throw new Refusal('invalid', { fields: [{ field: 'file', ja: reading.ja, en: reading.en }] });
}

const mediaTypes: Readonly<Record<string, string>> = {
  ...{ pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg' },
};

/**
 * Looks for the one signed sheet in a scan, and stores it: the file as it was sent, each page to look at, and what was
 * found. Refuses as `pagesOf`, and `too_many` when many signatures are being looked for.
 */
export async function takeFromScan(
  outside: Outside,
  bytes: Buffer,
): Promise<{ taken: Taken; source: string; pages: string[]; files: StoredFile[] }> {
  const answer = await extracted(await pagesOf(outside, bytes), undefined);
  const mediaType = mediaTypes[scanKind(bytes)] ?? 'application/octet-stream';
  const source = { sha256: await outside.files.put(bytes), mediaType, size: bytes.length };
  const pictures = await Promise.all((answer.seen ?? []).map((png) => storePng(outside, png)));
  const taken = await takenOf(outside, answer, { page: (answer.at ?? 0) + 1, turn: 0 });
  return { taken, source: hexOf(source), pages: pictures.map(hexOf), files: [source, ...pictures] };
}

/** Refuses `not_found` for a page that the scan has not, otherwise as `takeFromScan`. */
export async function takeAgain(outside: Outside, bytes: Buffer, cut: Cut): Promise<Taken> {
  const page = (await pagesOf(outside, bytes))[cut.page - 1];
  if (page === undefined) throw new Refusal('not_found');
  return takenOf(outside, await extracted([page], cut), cut);
}

async function extracted(pages: readonly ScanPage[], cut: Cut | undefined): Promise<ExtractAnswer> {
  const answer = await extractAside(pages, cut && howOf(cut));
  if (!answer.ok && answer.problem.reason === 'busy') throw new Refusal('too_many', { retryAfterSeconds: 60 });
  return answer;
}

const howOf = ({ box, turn }: Cut) =>
  box === undefined ? { kind: 'sheet' as const, turn } : { kind: 'crop' as const, box, turn };

async function takenOf(outside: Outside, answer: ExtractAnswer, cut: Cut): Promise<Taken> {
  if (!answer.ok) return { ok: false, problem: answer.problem };
  const [after, before] = [await storePng(outside, answer.png), await storePng(outside, answer.before)];
  const signatureSha256 = hexOf(after);
  return { ok: true, signatureSha256, files: [after, before], cut: { ...cut, before: hexOf(before) } };
}
