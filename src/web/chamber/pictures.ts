// The pictures of a case: sheets, pages of what is attached, signatures; and the attached files for saving.
import { Hono } from 'hono';
import { getDeskEvidenceFile, getDeskEvidencePicture, getDeskSignature } from '../../applications/desk-evidence.ts';
import { deskSheet } from '../../applications/desk-preview.ts';
import { drawSvg } from '../../paper/draw-svg.ts';
import { attachment } from '../attachment.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env, type Req } from '../request.ts';

export const pictureScreens = new Hono<Env>();

/** 0, which is no page, for what is no number. */
const numbered = (typed: string): number => (/^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 0);

pictureScreens.get(paths.deskSheet(':id', ':sheet'), async (c) => {
  const { id, sheet } = c.req.param();
  const { page, sheets } = await deskSheet(ctxOf(c), { applicationId: id, sheet: numbered(sheet) });
  return c.body(drawSvg(page, { label: `SPECIMEN ${sheet}/${sheets}` }), 200, {
    'content-type': 'image/svg+xml; charset=utf-8',
  });
});

pictureScreens.get(paths.deskEvidenceFile(':id', ':evidence'), async (c) => {
  const { id, evidence: evidenceId } = c.req.param();
  const { evidence, bytes } = await getDeskEvidenceFile(ctxOf(c), { applicationId: id, evidenceId });
  return attachment(c, { bytes, mediaType: 'application/pdf', fileName: evidence.fileName, extension: '.pdf' });
});

pictureScreens.get(paths.deskEvidencePage(':id', ':evidence', ':page'), async (c) => {
  const { id, evidence: evidenceId, page } = c.req.param();
  return picture(c, await getDeskEvidencePicture(ctxOf(c), { applicationId: id, evidenceId, page: numbered(page) }));
});

pictureScreens.get(paths.deskSignature(':id', ':signatory'), async (c) => {
  const { id, signatory: signatoryId } = c.req.param();
  return picture(c, await getDeskSignature(ctxOf(c), { applicationId: id, signatoryId }));
});

function picture(c: Req, png: Buffer): Response {
  return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
}
