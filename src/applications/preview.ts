// The sheets as they will be, marked SPECIMEN, from what is saved so far.
import type { Ctx } from '../accounts/context.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { getChamber } from '../chambers/store.ts';
import { inChamber } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { drawPdf } from '../paper/draw-pdf.ts';
import type { PageModel } from '../paper/page.ts';
import { ownApplication } from './firm.ts';
import type { Content } from './forms/content.ts';
import type { Form } from './forms/form.ts';
import { formFor } from './forms/forms.ts';
import type { Specimen } from './forms/imprint.ts';

/** One sheet (from 1) of the actor's own application, and how many there are. Refuses `not_found`, also for no such sheet. */
export async function previewSheet(
  ctx: Ctx,
  of: { applicationId: string; sheet: number },
): Promise<{ page: PageModel; sheets: number }> {
  const { form, content, imprint } = await specimenOf(ctx, of.applicationId);
  const drawn = form.sheet(content, imprint, of.sheet);
  if (!Number.isSafeInteger(of.sheet) || of.sheet < 1 || of.sheet > drawn.sheets) throw new Refusal('not_found');
  return drawn;
}

/** How many sheets it takes as it is saved now. */
export async function countSheets(ctx: Ctx, applicationId: string): Promise<number> {
  const { form, content, imprint } = await specimenOf(ctx, applicationId);
  return form.sheet(content, imprint, 1).sheets;
}

async function specimenOf(
  ctx: Ctx,
  applicationId: string,
): Promise<{ form: Form; content: Content; imprint: Specimen }> {
  const { chamberId } = ctx.actor;
  const { application, chamber, settings } = await inChamber(ctx.db, chamberId, async (trx) => ({
    application: await ownApplication(trx, ctx, 'application.read', applicationId, 'look'),
    chamber: await getChamber(trx, chamberId),
    settings: await getSettings(trx, chamberId),
  }));
  const { nameEn, titleEn } = application.signatory;
  const form = formFor(application.kind);
  const wording = form.wordingOf(settings);
  return {
    ...{ form, content: application.content },
    imprint: { kind: 'specimen', wording, chamber, signatory: { name: nameEn, title: titleEn } },
  };
}

/** The same as a PDF to save or print, still a specimen. */
export async function previewPdf(ctx: Ctx, applicationId: string): Promise<Buffer> {
  const { form, content, imprint } = await specimenOf(ctx, applicationId);
  return drawPdf(form.sheets(content, imprint), {
    title: `${form.paperTitle} SPECIMEN`,
    lang: 'en',
    createdAt: ctx.now,
  });
}
