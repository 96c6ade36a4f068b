// What is typed is kept as typed, right or wrong; the rules speak, they do not stand in the way.
import type { Ctx } from '../accounts/context.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { unstorableTexts } from '../lib/storable-text.ts';
import type { Application } from './application.ts';
import { ownApplication, requireOpen } from './firm.ts';
import { type GoodsLine, maxGoodsLines, type OriginContent } from './forms/origin/content.ts';
import { updateContent } from './store.ts';

export type Saved = { version: number; savedAt: Date; content: OriginContent };

/** Everything but the goods; what is left out stays as it is. */
export type BoxesInput = Partial<Omit<OriginContent, 'goods'>>;

/**
 * Saves boxes. `version`: the one that the caller has seen; refuses `conflict` when it was changed since, or when the
 * chamber holds it. Without `version` (a form that cannot know) it is saved over whatever is there.
 */
export function saveBoxes(
  ctx: Ctx,
  input: { applicationId: string; version?: number; boxes: BoxesInput },
): Promise<Saved> {
  return change(ctx, input, (content) => ({ content: { ...content, ...input.boxes }, goods: false }));
}

/** Replaces lines `from` (0 is the first) onwards, `count` of them, by other lines: a page of the grid, or all. */
export function saveGoods(
  ctx: Ctx,
  input: { applicationId: string; version?: number; from: number; count: number; goods: readonly GoodsLine[] },
): Promise<Saved> {
  return change(ctx, input, (content) => ({
    content: { ...content, goods: content.goods.toSpliced(input.from, input.count, ...input.goods) },
    goods: true,
  }));
}

/** A change of the whole content by a pure function. */
export function changeContent(
  ctx: Ctx,
  input: { applicationId: string; version?: number },
  by: (content: OriginContent) => OriginContent,
): Promise<Saved> {
  return change(ctx, input, (content) => ({ content: by(content), goods: true }));
}

function change(
  ctx: Ctx,
  input: { applicationId: string; version?: number },
  by: (content: OriginContent) => { content: OriginContent; goods: boolean },
): Promise<Saved> {
  const { actor } = ctx;
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const application = await ownApplication(trx, ctx, 'application.write', input.applicationId, 'lock');
    requireOpen(application);
    requireVersion(application, input.version);
    const next = by(application.content);
    return write(trx, ctx, application, next.content, next.goods);
  });
}

/** Refuses `conflict` when somebody (or another tab) saved since the caller looked. */
export function requireVersion(application: Pick<Application, 'version'>, seen: number | undefined): void {
  if (seen !== undefined && seen !== application.version) throw new Refusal('conflict');
}

/**
 * Writes a content that was read under lock in the same transaction. Refuses `invalid` above 5,000 lines of goods, and
 * for texts that cannot be stored (storable-text), each with its place.
 */
export async function write(
  trx: Trx,
  ctx: Ctx,
  application: Pick<Application, 'chamberId' | 'applicationId' | 'version'>,
  content: OriginContent,
  goods: boolean,
): Promise<Saved> {
  const { chamberId, applicationId } = application;
  if (goods && content.goods.length > maxGoodsLines)
    throw new Refusal('invalid', {
      fields: [
        {
          field: 'goods',
          ja: `商品は5,000行までです(今は${content.goods.length.toLocaleString('en-US')}行)。申請を分けてください。`,
          en: `There may be 5,000 lines of goods (these are ${content.goods.length.toLocaleString('en-US')}). Divide the application.`,
        },
      ],
    });
  const unstorable = unstorableTexts(content);
  if (unstorable.length > 0)
    throw new Refusal('invalid', {
      fields: unstorable.map(({ path, sign }) => ({
        field: path,
        ja: `保存できない文字(${sign})が含まれています。その文字を削除してください。`,
        en: `This holds a character that cannot be stored (${sign}). Delete it.`,
      })),
    });
  await updateContent(trx, { chamberId, applicationId, at: ctx.now }, content, { goods });
  return { version: application.version + 1, savedAt: ctx.now, content };
}
