// Goods from a file: chosen, read, shown with all that is wrong about it, and taken over only at the firm's word.

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isChangeable } from '../../../applications/application.ts';
import { originKinds } from '../../../applications/forms/forms.ts';
import { confirmGoods, dropGoodsUpload, readGoodsUpload, uploadGoods } from '../../../applications/import-goods.ts';
import { readOfKind, readToWriteOfKind } from '../../../applications/read.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { errorStatus } from '../../errors.tsx';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { page } from '../../ui/layout.tsx';
import { goodsLinesScreens } from './goods-lines.ts';
import { GoodsUploadScreen } from './goods-upload-screen.tsx';
import { goodsUploadWords } from './goods-upload-words.ts';

export const goodsUploadScreens = new Hono<Env>();

/** A workbook of 5 MB with what a form puts around it; a paste of 5,000 long lines comes near to it. */
export const goodsBodyBytes = 6_000_000;

for (const path of [paths.goodsUpload(':id'), paths.goodsLines(':id')])
  goodsUploadScreens.use(
    path,
    bodyLimit({
      maxSize: goodsBodyBytes,
      onError: () => {
        throw new Refusal('too_large');
      },
    }),
  );
goodsUploadScreens.route('/', goodsLinesScreens);

goodsUploadScreens.get(paths.goodsUpload(':id'), async (c) => c.html(await uploadPage(c, c.req.param('id'), {})));

goodsUploadScreens.post(paths.goodsUpload(':id'), async (c) => {
  const ctx = ctxOf(c);
  const applicationId = c.req.param('id');
  const file = (await c.req.parseBody())['file'];
  if (!(file instanceof File) || (file.name === '' && file.size === 0))
    return c.html(await uploadPage(c, applicationId, { problems: [noFile] }), 422);
  try {
    await uploadGoods(ctx, {
      kinds: originKinds,
      applicationId,
      fileName: file.name,
      bytes: Buffer.from(await file.arrayBuffer()),
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error;
    return c.html(await uploadPage(c, applicationId, { conflict: true }), errorStatus.conflict);
  }
  return c.redirect(paths.goodsUpload(applicationId), 303);
});

goodsUploadScreens.post(paths.confirmGoods(':id'), async (c) => {
  const ctx = ctxOf(c);
  const applicationId = c.req.param('id');
  const form = await formOf(c);
  const version = /^\d{1,9}$/.test(form['version'] ?? '') ? Number(form['version']) : undefined;
  const mode = form['mode'] === 'append' ? 'append' : form['mode'] === 'replace' ? 'replace' : undefined;
  if (mode === undefined || version === undefined) throw new Refusal('invalid');
  try {
    const before =
      mode === 'append' ? (await readOfKind(ctx, originKinds, applicationId)).application.content.goods.length : 0;
    await confirmGoods(ctx, { applicationId, version, mode });
    return c.redirect(`${paths.goods(applicationId)}?page=${Math.floor(before / 50) + 1}&saved`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'conflict' && error.code !== 'invalid')) throw error;
    const shown = error.code === 'conflict' ? { conflict: true } : { problems: error.fields };
    return c.html(await uploadPage(c, applicationId, shown), errorStatus[error.code]);
  }
});

goodsUploadScreens.post(paths.dropGoodsUpload(':id'), async (c) => {
  const id = c.req.param('id');
  await dropGoodsUpload(ctxOf(c), id);
  return c.redirect(paths.goods(id), 303);
});

const noFile: FieldProblem = { field: 'file', ja: goodsUploadWords.ja.noFile, en: goodsUploadWords.en.noFile };

type Shown = { problems?: readonly FieldProblem[]; conflict?: boolean };

async function uploadPage(c: Req, id: string, shown: Shown): Promise<string> {
  const ctx = ctxOf(c);
  const { application } = await readToWriteOfKind(ctx, originKinds, id);
  const upload = await readGoodsUpload(ctx, originKinds, id);
  const open = isChangeable(application);
  return page(<GoodsUploadScreen {...{ c, application, upload, open }} {...shown} />);
}
