// The sheets as they will be, marked SPECIMEN, from what is saved so far.
import type { Ctx } from '../accounts/context.ts';
import { getChamber } from '../chambers/store.ts';
import { inChamber } from '../lib/db.ts';
import { drawPdf } from '../paper/draw-pdf.ts';
import type { PageModel } from '../paper/page.ts';
import { ownApplication } from './firm.ts';
import { originSheets } from './forms/origin/sheet.ts';
import { originWording } from './forms/origin/wording.ts';

/** All sheets of the actor's own application. Refuses `not_found`. */
export async function previewSheets(ctx: Ctx, applicationId: string): Promise<PageModel[]> {
  const { chamberId } = ctx.actor;
  const { application, chamber } = await inChamber(ctx.db, chamberId, async (trx) => ({
    application: await ownApplication(trx, ctx.actor, applicationId, 'look'),
    chamber: await getChamber(trx, chamberId),
  }));
  const { nameEn, titleEn } = application.signatory;
  return originSheets({
    content: application.content,
    imprint: { kind: 'specimen', wording: originWording, chamber, signatory: { name: nameEn, title: titleEn } },
  });
}

/** The same as a PDF to save or print, still a specimen. */
export async function previewPdf(ctx: Ctx, applicationId: string): Promise<Buffer> {
  const sheets = await previewSheets(ctx, applicationId);
  return drawPdf(sheets, { title: 'Certificate of Origin SPECIMEN', lang: 'en', createdAt: ctx.now });
}
