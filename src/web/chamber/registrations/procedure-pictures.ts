// The pictures of a procedure, and its letters and 貿易登録証 for the counter's printer.
import { Hono } from 'hono';
import { sealedRegistrationCertificate } from '../../../certificates/registration-certificate.ts';
import { getProcedureSignature, signatureStates } from '../../../registrations/procedures/desk-signature.ts';
import { lettersPdf } from '../../../registrations/procedures/draw-letters.ts';
import { getDeskPaperPicture } from '../../../registrations/procedures/procedure-desk.ts';
import { getRegisteredSignature } from '../../../registrations/register/read-register.ts';
import { attachment } from '../../attachment.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';

export const procedurePictureScreens = new Hono<Env>();

procedurePictureScreens.get(paths.deskPaperPage(':id', ':paper', ':page'), async (c) => {
  const { id: procedureId, paper: paperId, page } = c.req.param();
  // 0, which is no page, for what is no number.
  const number = /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 0;
  return picture(c, await getDeskPaperPicture(ctxOf(c), { procedureId, paperId, page: number }));
});

for (const state of signatureStates)
  procedurePictureScreens.get(paths.deskProcedureSignature(':id', ':key', state), async (c) => {
    const { id: procedureId, key } = c.req.param();
    return picture(c, await getProcedureSignature(ctxOf(c), { procedureId, key, state }));
  });

procedurePictureScreens.get(paths.registeredSignature(':id', ':signatory'), async (c) => {
  const { id: registrationId, signatory: signatoryId } = c.req.param();
  return picture(c, await getRegisteredSignature(ctxOf(c), { registrationId, signatoryId }));
});

procedurePictureScreens.get(paths.deskLetters(':id'), async (c) => {
  const drawn = await lettersPdf(ctxOf(c), c.req.param('id'));
  return attachment(c, { ...drawn, mediaType: 'application/pdf', extension: '.pdf' });
});

procedurePictureScreens.get(paths.deskCertificate(':id'), async (c) => {
  const drawn = await sealedRegistrationCertificate(ctxOf(c), c.req.param('id'));
  return attachment(c, { ...drawn, mediaType: 'application/pdf', extension: '.pdf' });
});

function picture(c: Req, png: Buffer): Response {
  return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
}
