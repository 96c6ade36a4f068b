import type { Trx } from '../../lib/db.ts';

/** 認証規程・罰則規程, as a firm agrees to them. */
export type RulesText = { version: number; textJa: string; textEn: string; publishedAt: Date };

/** Adds a version, the next after the last. Returns its number. */
export async function publishRules(
  trx: Trx,
  of: { chamberId: string; textJa: string; textEn: string; at: Date },
): Promise<number> {
  const newest = await findNewestRules(trx, of.chamberId);
  const version = (newest?.version ?? 0) + 1;
  await trx
    .insertInto('rules_text')
    .values({
      chamber_id: of.chamberId,
      version,
      text_ja: of.textJa,
      text_en: of.textEn,
      published_at: of.at,
    })
    .execute();
  return version;
}

const texts = (trx: Trx, chamberId: string) =>
  trx
    .selectFrom('rules_text')
    .select(['version', 'text_ja as textJa', 'text_en as textEn', 'published_at as publishedAt'])
    .where('chamber_id', '=', chamberId);

/** What is agreed to today; undefined: the chamber has published none, and takes no registration online. */
export function findNewestRules(trx: Trx, chamberId: string): Promise<RulesText | undefined> {
  return texts(trx, chamberId).orderBy('version', 'desc').limit(1).executeTakeFirst();
}

export function findRules(trx: Trx, chamberId: string, version: number): Promise<RulesText | undefined> {
  return texts(trx, chamberId).where('version', '=', version).executeTakeFirst();
}
