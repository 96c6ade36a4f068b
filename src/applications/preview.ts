// The sheets as they will be, marked SPECIMEN, from what is saved so far.
import type { Ctx } from '../accounts/context.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { getChamber } from '../chambers/store.ts';
import { inChamber } from '../lib/db.ts';
import { Refusal } from '../lib/refusal.ts';
import { drawPdf } from '../paper/draw-pdf.ts';
import type { PageModel } from '../paper/page.ts';
import { ownApplication } from './firm.ts';
import { originWordingOf } from './forms/origin/chamber-wording.ts';
import type { OriginContent } from './forms/origin/content.ts';
import type { Specimen } from './forms/origin/imprint.ts';
import { originSheet, originSheets } from './forms/origin/sheet.ts';

/** One sheet (from 1) of the actor's own application, and how many there are. Refuses `not_found`, also for no such sheet. */
export async function previewSheet(
  ctx: Ctx,
  of: { applicationId: string; sheet: number },
): Promise<{ page: PageModel; sheets: number }> {
  const drawn = originSheet(await specimenOf(ctx, of.applicationId), of.sheet);
  if (!Number.isSafeInteger(of.sheet) || of.sheet < 1 || of.sheet > drawn.sheets) throw new Refusal('not_found');
  return drawn;
}

/** How many sheets it takes as it is saved now. */
export async function countSheets(ctx: Ctx, applicationId: string): Promise<number> {
  return originSheet(await specimenOf(ctx, applicationId), 1).sheets;
}

async function specimenOf(ctx: Ctx, applicationId: string): Promise<{ content: OriginContent; imprint: Specimen }> {
  const { chamberId } = ctx.actor;
  const { application, chamber, wording } = await inChamber(ctx.db, chamberId, async (trx) => ({
    application: await ownApplication(trx, ctx, 'application.read', applicationId, 'look'),
    chamber: await getChamber(trx, chamberId),
    wording: originWordingOf(await getSettings(trx, chamberId)),
  }));
  const { nameEn, titleEn } = application.signatory;
  return {
    content: application.content,
    imprint: { kind: 'specimen', wording, chamber, signatory: { name: nameEn, title: titleEn } },
  };
}

/** The same as a PDF to save or print, still a specimen. */
export async function previewPdf(ctx: Ctx, applicationId: string): Promise<Buffer> {
  const sheets = originSheets(await specimenOf(ctx, applicationId));
  return drawPdf(sheets, { title: 'Certificate of Origin SPECIMEN', lang: 'en', createdAt: ctx.now });
}
