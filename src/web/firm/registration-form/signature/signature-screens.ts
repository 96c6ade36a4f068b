// The signature of one signatory of a form: drawn, out of a scan, cropped by hand.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type FieldProblem, Refusal } from '../../../../lib/refusal.ts';
import type { ContentSignatory } from '../../../../registrations/content.ts';
import { isOpenToApplicant } from '../../../../registrations/procedures/procedure-lifecycle.ts';
import {
  cropSignature,
  putDrawnSignature,
  putScannedSignature,
  removeSignature,
} from '../../../../registrations/procedures/put-signature.ts';
import { type FormView, readForm } from '../../../../registrations/procedures/read-procedure.ts';
import {
  getSignaturePictureOf,
  type SignaturePicture,
} from '../../../../registrations/procedures/signature-pictures.ts';
import { errorStatus } from '../../../errors.tsx';
import { paths } from '../../../paths.ts';
import { type Env, formOf, type Req } from '../../../request.ts';
import { formCtxOf } from '../form-ctx.ts';
import { cropPage, firstCrop } from './crop-page.tsx';
import { cutIn, pageIn, strokesIn, typedCrop } from './signature-input.ts';
import { type ShownSignature, signaturePage } from './signature-page.tsx';
import { signatureWords } from './signature-words.ts';

export const signatureScreens = new Hono<Env>();

/** A scan of 12 MB with the form around it. */
const uploadLimit = 12_700_000;
const { ja, en } = signatureWords;
const wordsAt = (field: string, of: 'none' | 'tooLarge' | 'busy' | 'wrongStrokes'): FieldProblem => ({
  ...{ field, ja: ja[of], en: en[of] },
});

signatureScreens.get(paths.formSignature(':id', ':key'), async (c) => {
  const done = (['put', 'taken-back'] as const).find((one) => one === c.req.query('done'));
  return shown(c, { done });
});

const limitUploads = bodyLimit({
  maxSize: uploadLimit,
  onError: (c: Req) => shown(c, { problems: [wordsAt('file', 'tooLarge')] }, errorStatus.too_large),
});

signatureScreens.post(paths.formSignature(':id', ':key'), limitUploads, async (c) => {
  const ctx = await formCtxOf(c);
  const { file } = await c.req.parseBody();
  if (!(file instanceof File) || (file.name === '' && file.size === 0))
    return shown(c, { problems: [wordsAt('file', 'none')] }, errorStatus.invalid);
  const bytes = Buffer.from(await file.arrayBuffer());
  return answered(c, 'file', () => putScannedSignature(ctx, { ...rowIn(c), bytes }));
});

signatureScreens.post(paths.drawFormSignature(':id', ':key'), async (c) => {
  const ctx = await formCtxOf(c);
  const { strokes: sent = '' } = await formOf(c);
  const strokes = strokesIn(sent);
  if (!strokes) return shown(c, { problems: [wordsAt('strokes', 'wrongStrokes')] }, errorStatus.invalid);
  return answered(c, 'strokes', () => putDrawnSignature(ctx, { ...rowIn(c), strokes }), sent);
});

signatureScreens.post(paths.removeFormSignature(':id', ':key'), async (c) => {
  const ctx = await formCtxOf(c);
  try {
    await removeSignature(ctx, rowIn(c));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conflict') return c.redirect(paths.form(ctx.procedureId), 303);
    throw error;
  }
  return c.redirect(`${pageOf(c)}?done=taken-back`, 303);
});

signatureScreens.get(paths.cropFormSignature(':id', ':key'), async (c) => {
  const { view, row } = await rowShown(c);
  if (!isOpenToApplicant(view.procedure.status)) return c.redirect(paths.form(view.procedure.procedureId), 303);
  const scan = row.signatureScan;
  if (!scan) return c.redirect(pageOf(c), 303);
  const typed = firstCrop(scan, pageIn(c.req.query('page')));
  if (typed.page > scan.pages.length) throw new Refusal('not_found');
  return c.html(cropPage(c, { view, row, scan, typed }));
});

signatureScreens.post(paths.cropFormSignature(':id', ':key'), async (c) => {
  const ctx = await formCtxOf(c);
  const form = await formOf(c);
  const asked = cutIn(form);
  if ('problems' in asked) return cropAgain(c, form, asked.problems);
  try {
    await cropSignature(ctx, { ...rowIn(c), ...asked.cut });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'invalid') return cropAgain(c, form, error.fields);
    if (error.code === 'too_many') return cropAgain(c, form, [wordsAt('box', 'busy')], errorStatus.too_many);
    if (error.code === 'conflict') return cropAgain(c, form, [], errorStatus.conflict);
    throw error;
  }
  return c.redirect(`${pageOf(c)}?done=put`, 303);
});

signatureScreens.get(paths.formSignatureBefore(':id', ':key'), (c) => picture(c, { which: 'before' }));
signatureScreens.get(paths.formSignaturePicture(':id', ':key'), (c) => picture(c, { which: 'after' }));
signatureScreens.get(paths.formSignaturePage(':id', ':key', ':page'), (c) =>
  picture(c, { which: 'page', page: pageIn(c.req.param('page')) }),
);

const rowIn = (c: Req) => ({ procedureId: c.req.param('id') ?? '', signatoryKey: c.req.param('key') ?? '' });
const pageOf = (c: Req) => paths.formSignature(c.req.param('id') ?? '', c.req.param('key') ?? '');

/** Refuses `not_found`. */
async function rowShown(c: Req): Promise<{ view: FormView; row: ContentSignatory }> {
  const ctx = await formCtxOf(c);
  const view = await readForm(ctx, ctx.procedureId);
  const row = view.procedure.content.signatories.find(({ key }) => key === c.req.param('key'));
  if (!row) throw new Refusal('not_found');
  return { view, row };
}

type Status = 200 | 409 | 413 | 422 | 429;

/** The page; once the chamber has the form, its state instead. */
async function shown(c: Req, rest: Omit<ShownSignature, 'view' | 'row'>, status: Status = 200): Promise<Response> {
  const { view, row } = await rowShown(c);
  if (!isOpenToApplicant(view.procedure.status)) return c.redirect(paths.form(view.procedure.procedureId), 303);
  return c.html(signaturePage(c, { view, row, ...rest }), status);
}

/** What a deed that puts a signature is answered with. `strokes`: as they were sent. */
async function answered(
  c: Req,
  field: 'file' | 'strokes',
  put: () => Promise<void>,
  strokes?: string,
): Promise<Response> {
  const sent = strokes === undefined ? {} : { strokes };
  try {
    await put();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'conflict') return shown(c, {}, errorStatus.conflict);
    if (error.code === 'too_many')
      return shown(c, { ...sent, problems: [wordsAt(field, 'busy')] }, errorStatus.too_many);
    if (error.code !== 'invalid') throw error;
    return shown(c, { ...sent, problems: error.fields }, errorStatus.invalid);
  }
  return c.redirect(`${pageOf(c)}?done=put`, 303);
}

/** The box as it was typed; on the first page, where another scan has come. */
async function cropAgain(
  c: Req,
  form: Readonly<Record<string, string>>,
  problems: readonly FieldProblem[],
  status: Status = errorStatus.invalid,
): Promise<Response> {
  const { view, row } = await rowShown(c);
  const scan = row.signatureScan;
  if (!isOpenToApplicant(view.procedure.status)) return c.redirect(paths.form(view.procedure.procedureId), 303);
  if (!scan) return c.redirect(pageOf(c), 303);
  const typed = typedCrop(form);
  const isThere = typed.page >= 1 && typed.page <= scan.pages.length && typed.left !== '';
  const changed = status === errorStatus.conflict;
  const box = isThere && !changed ? typed : firstCrop(scan, changed ? 1 : Math.min(typed.page, scan.pages.length));
  return c.html(cropPage(c, { view, row, scan, typed: box, problems, changed }), status);
}

async function picture(c: Req, of: SignaturePicture): Promise<Response> {
  const png = await getSignaturePictureOf(await formCtxOf(c), { ...rowIn(c), ...of });
  return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
}
