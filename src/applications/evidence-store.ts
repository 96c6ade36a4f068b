import type { Trx } from '../lib/db.ts';
import { type EvidenceKind, evidenceKinds } from './evidence-kinds.ts';

export type Evidence = {
  evidenceId: string;
  applicationId: string;
  kind: EvidenceKind;
  fileName: string;
  sha256: Buffer;
  pages: number;
  addedAt: Date;
  addedInRound: number;
  /** More text stands in it than was read, so what is not found there may stand there all the same. */
  textCut: boolean;
  removedAt: Date | null;
};

export type EvidencePageRow = { page: number; pictureSha256: Buffer; width: number; height: number; words: string };

export async function insertEvidence(
  trx: Trx,
  chamberId: string,
  evidence: Omit<Evidence, 'removedAt'>,
  pages: readonly EvidencePageRow[],
): Promise<void> {
  await trx
    .insertInto('evidence')
    .values({
      chamber_id: chamberId,
      evidence_id: evidence.evidenceId,
      application_id: evidence.applicationId,
      kind: evidence.kind,
      file_name: evidence.fileName,
      sha256: evidence.sha256,
      pages: evidence.pages,
      added_at: evidence.addedAt,
      added_in_round: evidence.addedInRound,
      text_cut: evidence.textCut,
    })
    .execute();
  await trx
    .insertInto('evidence_page')
    .values(
      pages.map((page) => ({
        chamber_id: chamberId,
        evidence_id: evidence.evidenceId,
        page: page.page,
        picture_sha256: page.pictureSha256,
        width: page.width,
        height: page.height,
        words: page.words,
      })),
    )
    .execute();
}

/** What is attached now: invoices first, then kind by kind, each in the order of attaching. At most 50. */
export async function listEvidence(trx: Trx, chamberId: string, applicationId: string): Promise<Evidence[]> {
  const rows = await all(trx, chamberId)
    .where('application_id', '=', applicationId)
    .where('removed_at', 'is', null)
    .orderBy('evidence_id')
    .limit(maxEvidence)
    .execute();
  const place = ({ kind }: Evidence): number => evidenceKinds.indexOf(kind);
  return rows.map(evidenceOf).sort((a, b) => place(a) - place(b));
}

export const maxEvidence = 50;

/** `bytes` of the file; the pixels of each page's picture, in order. */
export type EvidenceSize = { bytes: number; pictures: { width: number; height: number }[] };

/** By evidence id, for everything that is attached to an application now. */
export async function sizesOfEvidence(
  trx: Trx,
  chamberId: string,
  applicationId: string,
): Promise<Map<string, EvidenceSize>> {
  const rows = await trx
    .selectFrom('evidence')
    .innerJoin('file', (join) =>
      join.onRef('file.chamber_id', '=', 'evidence.chamber_id').onRef('file.sha256', '=', 'evidence.sha256'),
    )
    .innerJoin('evidence_page', (join) =>
      join
        .onRef('evidence_page.chamber_id', '=', 'evidence.chamber_id')
        .onRef('evidence_page.evidence_id', '=', 'evidence.evidence_id'),
    )
    .select(['evidence.evidence_id', 'file.size', 'evidence_page.width', 'evidence_page.height'])
    .where('evidence.chamber_id', '=', chamberId)
    .where('evidence.application_id', '=', applicationId)
    .where('evidence.removed_at', 'is', null)
    .orderBy('evidence_page.page')
    .limit(maxEvidence * maxPages)
    .execute();
  const sizes = new Map<string, EvidenceSize>();
  for (const row of rows) {
    const size = sizes.get(row.evidence_id) ?? { bytes: row.size, pictures: [] };
    size.pictures.push({ width: row.width, height: row.height });
    sizes.set(row.evidence_id, size);
  }
  return sizes;
}
/** The reader of PDFs takes no longer ones. */
const maxPages = 200;

/** The text of the pages, by evidence id, in order; '' for a page that has none (a scan). As read when it was attached. */
export async function wordsOfEvidence(
  trx: Trx,
  chamberId: string,
  evidenceIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (evidenceIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('evidence_page')
    .select(['evidence_id', 'words'])
    .where('chamber_id', '=', chamberId)
    .where('evidence_id', 'in', evidenceIds)
    .orderBy('evidence_id')
    .orderBy('page')
    .limit(maxEvidence * maxPages)
    .execute();
  const words = new Map<string, string[]>();
  for (const row of rows) words.set(row.evidence_id, [...(words.get(row.evidence_id) ?? []), row.words]);
  return words;
}

export async function findEvidence(
  trx: Trx,
  of: { chamberId: string; applicationId: string; evidenceId: string },
): Promise<Evidence | undefined> {
  const row = await all(trx, of.chamberId)
    .where('application_id', '=', of.applicationId)
    .where('evidence_id', '=', of.evidenceId)
    .executeTakeFirst();
  return row && evidenceOf(row);
}

export async function findEvidencePage(
  trx: Trx,
  of: { chamberId: string; evidenceId: string; page: number },
): Promise<EvidencePageRow | undefined> {
  const row = await trx
    .selectFrom('evidence_page')
    .selectAll()
    .where('chamber_id', '=', of.chamberId)
    .where('evidence_id', '=', of.evidenceId)
    .where('page', '=', of.page)
    .executeTakeFirst();
  return (
    row && { page: row.page, pictureSha256: row.picture_sha256, width: row.width, height: row.height, words: row.words }
  );
}

/** It stays in the database for the rounds in which it was attached. Returns whether there was one to remove. */
export async function removeEvidenceRow(
  trx: Trx,
  of: { chamberId: string; applicationId: string; evidenceId: string; round: number; at: Date },
): Promise<boolean> {
  const result = await trx
    .updateTable('evidence')
    .set({ removed_at: of.at, removed_in_round: of.round })
    .where('chamber_id', '=', of.chamberId)
    .where('application_id', '=', of.applicationId)
    .where('evidence_id', '=', of.evidenceId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

const all = (trx: Trx, chamberId: string) => trx.selectFrom('evidence').selectAll().where('chamber_id', '=', chamberId);
type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>;

function evidenceOf(row: Row): Evidence {
  const kind = evidenceKinds.find((one) => one === row.kind);
  if (kind === undefined) throw new Error(`evidence ${row.evidence_id} is of no known kind: ${row.kind}`);
  return {
    ...{ evidenceId: row.evidence_id, applicationId: row.application_id, fileName: row.file_name },
    ...{ kind, sha256: row.sha256, pages: row.pages, addedAt: row.added_at, addedInRound: row.added_in_round },
    textCut: row.text_cut,
    removedAt: row.removed_at,
  };
}
