// What is typed is kept as typed, right or wrong; the rules speak, they do not stand in the way.
import type { Ctx } from '../accounts/context.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { unstorableTexts } from '../lib/storable-text.ts';
import type { Application } from './application.ts';
import { ownApplication, requireOpen } from './firm.ts';
import type { Content } from './forms/content.ts';
import { type ApplicationKind, type ContentOf, formFor, isOfKind } from './forms/forms.ts';
import { updateContent } from './store.ts';

export type Saved<C extends Content = Content> = { version: number; savedAt: Date; content: C };

/**
 * What a page or a program that knows certain kinds saves. `version`: the one that it has seen; refuses `conflict` when it was
 * changed since, or when the chamber holds it; `not_found` for an application of another kind. Without `version` (a form that
 * cannot know) it is saved over whatever is there.
 */
type Of<K extends ApplicationKind> = { applicationId: string; kinds: readonly K[]; version?: number };

/** Everything but the goods; what is left out stays as it is. */
export type BoxesInput<K extends ApplicationKind> = Partial<Omit<ContentOf<K>, 'goods'>>;

export function saveBoxes<K extends ApplicationKind>(
  ctx: Ctx,
  input: Of<K> & { boxes: BoxesInput<K> },
): Promise<Saved<ContentOf<K>>> {
  return change(ctx, input, (content) => ({ content: { ...content, ...input.boxes }, goods: false }));
}

/** Replaces lines `from` (0 is the first) onwards, `count` of them, by other lines: a page of the grid, or all. */
export function saveGoods<K extends ApplicationKind>(
  ctx: Ctx,
  input: Of<K> & { from: number; count: number; goods: ContentOf<K>['goods'] },
): Promise<Saved<ContentOf<K>>> {
  return change(ctx, input, (content) => ({
    content: { ...content, goods: [...content.goods].toSpliced(input.from, input.count, ...input.goods) },
    goods: true,
  }));
}

/** A change of the whole content by a pure function. */
export function changeContent<K extends ApplicationKind>(
  ctx: Ctx,
  input: Of<K>,
  by: (content: ContentOf<K>) => ContentOf<K>,
): Promise<Saved<ContentOf<K>>> {
  return change(ctx, input, (content) => ({ content: by(content), goods: true }));
}

function change<K extends ApplicationKind>(
  ctx: Ctx,
  input: Of<K>,
  by: (content: ContentOf<K>) => { content: ContentOf<K>; goods: boolean },
): Promise<Saved<ContentOf<K>>> {
  const { actor } = ctx;
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    const application = await ownApplication(trx, ctx, 'application.write', input.applicationId, 'lock');
    if (!isOfKind(application, input.kinds)) throw new Refusal('not_found');
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
 * Writes a content that was read under lock in the same transaction. Refuses `invalid` for more lines of goods than the kind may have, and
 * for texts that cannot be stored (storable-text), each with its place.
 */
export async function write<C extends Content>(
  trx: Trx,
  ctx: Ctx,
  application: Pick<Application, 'chamberId' | 'applicationId' | 'kind' | 'version'>,
  content: C,
  goods: boolean,
): Promise<Saved<C>> {
  const { chamberId, applicationId, kind } = application;
  const { maxGoodsLines } = formFor(kind);
  if (goods && content.goods.length > maxGoodsLines)
    throw new Refusal('invalid', {
      fields: [
        {
          field: 'goods',
          ja: `商品は${maxGoodsLines.toLocaleString('en-US')}行までです(今は${content.goods.length.toLocaleString('en-US')}行)。申請を分けてください。`,
          en: `There may be ${maxGoodsLines.toLocaleString('en-US')} lines of goods (these are ${content.goods.length.toLocaleString('en-US')}). Divide the application.`,
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
  await updateContent(trx, { chamberId, applicationId, kind, at: ctx.now }, content, { goods });
  return { version: application.version + 1, savedAt: ctx.now, content };
}
