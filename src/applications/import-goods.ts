// Goods from a file: read and shown with everything that is wrong, taken over only at the firm's word.

import type { Ctx } from '../accounts/context.ts';
import { inChamber } from '../lib/db.ts';
import { plainFileName } from '../lib/plain-file-name.ts';
import { Refusal } from '../lib/refusal.ts';
import { glyphsMissing } from '../paper/text.ts';
import { readRuleLevels } from './facts.ts';
import { ownApplication, ownRow, requireOpen } from './firm.ts';
import type { GoodsFile } from './forms/form.ts';
import { type ApplicationKind, type ContentOf, requireKind } from './forms/forms.ts';
import { checkGoodsFile } from './forms/problems.ts';
import { deleteGoodsUpload, findGoodsUpload, type GoodsUpload, putGoodsUpload } from './goods-upload-store.ts';
import { requireVersion, type Saved, write } from './save.ts';

/** A file by itself, at the levels of the actor's chamber: nothing is kept. */
export async function checkGoods<K extends ApplicationKind>(
  ctx: Ctx,
  kind: K,
  file: { bytes: Uint8Array; fileName: string },
): Promise<GoodsFile<ContentOf<K>>> {
  return checkGoodsFile(kind, file, { missingGlyphs: glyphsMissing, ruleLevels: await readRuleLevels(ctx) });
}

/** Reads a file and keeps what was read until it is confirmed or dropped. Its findings may block: then it cannot be. */
export async function uploadGoods<K extends ApplicationKind>(
  ctx: Ctx,
  input: { applicationId: string; kinds: readonly K[]; fileName: string; bytes: Buffer },
): Promise<GoodsUpload<ContentOf<K>>> {
  const { chamberId } = ctx.actor;
  const of = { chamberId, applicationId: input.applicationId };
  const kind = await inChamber(ctx.db, chamberId, async (trx) => {
    const row = await ownRow(trx, ctx, 'application.write', input.applicationId, 'look');
    requireOpen(row);
    return requireKind(row, input.kinds);
  });
  const { goods, findings } = await checkGoods(ctx, kind, input);
  const upload = { fileName: plainFileName(input.fileName), goods, findings, at: ctx.now };
  await inChamber(ctx.db, chamberId, async (trx) => {
    requireOpen(await ownRow(trx, ctx, 'application.write', input.applicationId, 'lock'));
    await putGoodsUpload(trx, of, upload);
  });
  return upload;
}

/** What waits for a word, or undefined. */
export function readGoodsUpload<K extends ApplicationKind>(
  ctx: Ctx,
  kinds: readonly K[],
  applicationId: string,
): Promise<GoodsUpload<ContentOf<K>> | undefined> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const row = await ownRow(trx, ctx, 'application.write', applicationId, 'look');
    return findGoodsUpload(trx, { chamberId: row.chamberId, applicationId, kind: requireKind(row, kinds) });
  });
}

/** A file whose reading is whole; what its lines say may still have to be mended in the table. */
export const isReadable = (upload: GoodsUpload): boolean =>
  upload.goods.length > 0 &&
  !upload.findings.some((finding) => /^(table|goods-file)-/.test(finding.rule) && finding.level === 'block');

/**
 * Takes the waiting lines over: instead of those that are there, or behind them. Refuses `not_found` when none waits,
 * `invalid` when the file could not be read whole, `conflict` when the application was changed meanwhile.
 */
export function confirmGoods(
  ctx: Ctx,
  input: { applicationId: string; version?: number; mode: 'replace' | 'append' },
): Promise<Saved> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const application = await ownApplication(trx, ctx, 'application.write', input.applicationId, 'lock');
    requireOpen(application);
    requireVersion(application, input.version);
    const upload = await findGoodsUpload(trx, application);
    if (!upload) throw new Refusal('not_found');
    if (!isReadable(upload))
      throw new Refusal('invalid', { fields: upload.findings.map(({ ja, en }) => ({ field: 'file', ja, en })) });
    const before = input.mode === 'append' ? application.content.goods : [];
    await deleteGoodsUpload(trx, application);
    return write(trx, ctx, application, { ...application.content, goods: [...before, ...upload.goods] }, true);
  });
}

/** Drops what waits; the application stays as it is. */
export function dropGoodsUpload(ctx: Ctx, applicationId: string): Promise<void> {
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const row = await ownRow(trx, ctx, 'application.write', applicationId, 'lock');
    await deleteGoodsUpload(trx, row);
  });
}
