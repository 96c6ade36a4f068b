// 必要書類: what is needed and how far each is, the letters to print, and scans instead of paper.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { lettersPdf } from '../../../registrations/procedures/draw-letters.ts';
import { getOwnPaperPicture, removeUpload, uploadPaper } from '../../../registrations/procedures/procedure-papers.ts';
import { readForm } from '../../../registrations/procedures/read-procedure.ts';
import { readFormChamber } from '../../../registrations/procedures/registration-guide.ts';
import { attachment } from '../../attachment.ts';
import { errorStatus } from '../../errors.tsx';
import { paths } from '../../paths.ts';
import type { Env, Req } from '../../request.ts';
import { formCtxOf } from './form-ctx.ts';
import { paperPlace } from './form-steps.ts';
import { papersPage } from './papers-page.tsx';
import { papersWords } from './papers-words.ts';

export const papersScreens = new Hono<Env>();

/** One PDF of 10 MB with the form around it. */
const uploadLimit = 12_000_000;
const { ja, en } = papersWords;

papersScreens.get(paths.formPapers(':id'), async (c) => shown(c, []));

const limitUploads = bodyLimit({
  maxSize: uploadLimit,
  onError: (c: Req) => shown(c, [{ field: '', ja: ja.tooLarge, en: en.tooLarge }], errorStatus.too_large),
});

papersScreens.post(paths.formPapers(':id'), limitUploads, async (c) => {
  const ctx = await formCtxOf(c);
  const { kind, signatoryKey, file } = await sentIn(c);
  const field = paperPlace(kind, signatoryKey);
  if (!file) return shown(c, [{ field, ja: ja.none, en: en.none }], errorStatus.invalid);
  try {
    await uploadPaper(ctx, {
      ...{ procedureId: ctx.procedureId, kind, fileName: file.name, bytes: Buffer.from(await file.arrayBuffer()) },
      ...(signatoryKey === '' ? {} : { signatoryKey }),
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, fields } = error;
    if (code === 'conflict') return c.redirect(paths.form(ctx.procedureId), 303);
    if (code === 'too_many') return shown(c, [{ field, ja: ja.busy, en: en.busy }], errorStatus.too_many);
    if (code !== 'invalid') throw error;
    return shown(
      c,
      fields.map((one) => ({ ...one, field })),
      errorStatus.invalid,
    );
  }
  return c.redirect(`${paths.formPapers(ctx.procedureId)}#${field}`, 303);
});

papersScreens.post(paths.removeFormPaper(':id', ':paper'), async (c) => {
  const ctx = await formCtxOf(c);
  await removeUpload(ctx, { procedureId: ctx.procedureId, paperId: c.req.param('paper') });
  return c.redirect(paths.formPapers(ctx.procedureId), 303);
});

papersScreens.get(paths.formPaperPage(':id', ':paper', ':page'), async (c) => {
  const ctx = await formCtxOf(c);
  const { paper: paperId, page } = c.req.param();
  const number = /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 0;
  const png = await getOwnPaperPicture(ctx, { procedureId: ctx.procedureId, paperId, page: number });
  return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
});

papersScreens.get(paths.formLetters(':id'), async (c) => {
  const ctx = await formCtxOf(c);
  try {
    const drawn = await lettersPdf(ctx, ctx.procedureId);
    return attachment(c, { ...drawn, mediaType: 'application/pdf', extension: '.pdf' });
  } catch (error) {
    // Somebody came to the address of the PDF while something is missing: the list of it stands on the last step.
    if (error instanceof Refusal && error.code === 'invalid') return c.redirect(paths.formReview(ctx.procedureId), 303);
    throw error;
  }
});

async function sentIn(c: Req): Promise<{ kind: string; signatoryKey: string; file: File | undefined }> {
  const body = await c.req.parseBody();
  const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  const sent = Object.values(body).find((one): one is File => one instanceof File);
  const file = sent && (sent.name !== '' || sent.size > 0) ? sent : undefined;
  return { kind: text('kind'), signatoryKey: text('signatory'), file };
}

async function shown(
  c: Req,
  problems: readonly FieldProblem[],
  status: 200 | 413 | 422 | 429 = 200,
): Promise<Response> {
  const ctx = await formCtxOf(c);
  const view = await readForm(ctx, ctx.procedureId);
  const { chamber, uploads } = await readFormChamber(ctx, view.procedure);
  return c.html(papersPage(c, { view, chamber, uploads, problems }), status);
}
