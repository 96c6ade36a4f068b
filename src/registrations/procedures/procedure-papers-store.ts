import { sql } from 'kysely';
import { z } from 'zod';
import type { Trx } from '../../lib/db.ts';
import { known } from '../../lib/known.ts';
import { type PaperKind, paperKinds } from './procedure.ts';

/** counter: 窓口. post: 郵送. upload: a scan, with the picture of each page. */
export const waysOfPapers = ['counter', 'post', 'upload'] as const;
export type WayOfPaper = (typeof waysOfPapers)[number];

/** One paper as it came. `day`: on which it came, YYYY-MM-DD in Japan. */
export type ProcedurePaper = {
  chamberId: string;
  paperId: string;
  procedureId: string;
  kind: PaperKind;
  /** 署名届: of which row of the form. */
  signatoryKey: string | null;
  how: WayOfPaper;
  day: string;
  sha256: Buffer | null;
  fileName: string;
  pictures: readonly PaperPicture[];
  /** The member of staff who ticked it; null: uploaded, and not looked at yet. */
  accountId: string | null;
};
const PaperPicture = z.object({ sha256: z.string(), width: z.int(), height: z.int() });
export type PaperPicture = z.infer<typeof PaperPicture>;

export async function insertPaper(trx: Trx, paper: ProcedurePaper, at: Date): Promise<void> {
  await trx
    .insertInto('procedure_paper')
    .values({
      chamber_id: paper.chamberId,
      paper_id: paper.paperId,
      procedure_id: paper.procedureId,
      kind: paper.kind,
      signatory_key: paper.signatoryKey,
      how: paper.how,
      day: paper.day,
      sha256: paper.sha256,
      file_name: paper.fileName,
      pictures: JSON.stringify(paper.pictures),
      account_id: paper.accountId,
      at,
    })
    .execute();
}

type Of = { chamberId: string; procedureId: string };

/** Those that are there, in the order in which they came; at most 500. */
export async function listPapers(trx: Trx, of: Of): Promise<ProcedurePaper[]> {
  const rows = await trx
    .selectFrom('procedure_paper')
    .select([
      ...(['paper_id', 'kind', 'signatory_key', 'how', 'sha256', 'file_name', 'pictures', 'account_id'] as const),
      sql<string>`day::text`.as('day'),
    ])
    .where('chamber_id', '=', of.chamberId)
    .where('procedure_id', '=', of.procedureId)
    .where('removed_at', 'is', null)
    .orderBy('paper_id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    ...{ chamberId: of.chamberId, procedureId: of.procedureId, paperId: row.paper_id },
    ...{ kind: known(paperKinds, row.kind), how: known(waysOfPapers, row.how) },
    ...{ signatoryKey: row.signatory_key, day: row.day, sha256: row.sha256, fileName: row.file_name },
    ...{ pictures: z.array(PaperPicture).parse(row.pictures), accountId: row.account_id },
  }));
}

/** The chamber has looked at what was uploaded; null: it takes that back. */
export async function tickPaper(
  trx: Trx,
  of: { chamberId: string; paperId: string; accountId: string | null },
): Promise<void> {
  await trx
    .updateTable('procedure_paper')
    .set({ account_id: of.accountId })
    .where('chamber_id', '=', of.chamberId)
    .where('paper_id', '=', of.paperId)
    .execute();
}

/** Returns whether there was one. */
export async function removePaper(trx: Trx, of: Of & { paperId: string; at: Date }): Promise<boolean> {
  const gone = await trx
    .updateTable('procedure_paper')
    .set({ removed_at: of.at })
    .where('chamber_id', '=', of.chamberId)
    .where('procedure_id', '=', of.procedureId)
    .where('paper_id', '=', of.paperId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return gone.numUpdatedRows === 1n;
}
