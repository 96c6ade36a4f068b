import type { Trx } from '../lib/db.ts';
import type { Finding } from './finding.ts';
import type { Content } from './forms/content.ts';
import { type ApplicationKind, type ContentOf, formForKind } from './forms/forms.ts';

/** A file of goods that was read and waits for a word: nothing of it is in the application yet. */
export type GoodsUpload<C extends Content = Content> = {
  fileName: string;
  goods: C['goods'][number][];
  findings: Finding[];
  at: Date;
};

type Of = { chamberId: string; applicationId: string };

/** One waits at a time; a second takes its place. */
export async function putGoodsUpload(trx: Trx, of: Of, upload: GoodsUpload): Promise<void> {
  const row = {
    file_name: upload.fileName,
    goods: JSON.stringify(upload.goods),
    problems: JSON.stringify(upload.findings),
    at: upload.at,
  };
  await trx
    .insertInto('goods_upload')
    .values({ chamber_id: of.chamberId, application_id: of.applicationId, ...row })
    .onConflict((conflict) => conflict.columns(['chamber_id', 'application_id']).doUpdateSet(row))
    .execute();
}

export async function findGoodsUpload<K extends ApplicationKind>(
  trx: Trx,
  of: Of & { kind: K },
): Promise<GoodsUpload<ContentOf<K>> | undefined> {
  const row = await trx
    .selectFrom('goods_upload')
    .selectAll()
    .where('chamber_id', '=', of.chamberId)
    .where('application_id', '=', of.applicationId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    fileName: row.file_name,
    goods: [...formForKind(of.kind).Content.parse({ goods: row.goods }).goods],
    findings: row.problems as unknown as Finding[], // as putGoodsUpload wrote them
    at: row.at,
  };
}

export async function deleteGoodsUpload(trx: Trx, of: Of): Promise<boolean> {
  const result = await trx
    .deleteFrom('goods_upload')
    .where('chamber_id', '=', of.chamberId)
    .where('application_id', '=', of.applicationId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
