// What the chamber sees of what a firm attached, and the signatures that it compares with the invoice's.
import type { Ctx } from '../accounts/context.ts';
import { inChamber } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import { getSignatory } from '../registrations/store.ts';
import type { ApplicationRow } from './application.ts';
import { deskRow } from './desk.ts';
import { getEvidenceFile, getEvidencePicture } from './evidence.ts';
import type { Evidence } from './evidence-store.ts';

type Of = { applicationId: string; evidenceId: string };

/** The PDF itself, for saving. Refuses `not_allowed` for firms, `not_found` for what is not attached to that application. */
export async function getDeskEvidenceFile(ctx: Ctx, of: Of): Promise<{ evidence: Evidence; bytes: Buffer }> {
  const { chamberId } = await rowOf(ctx, of.applicationId);
  return getEvidenceFile(ctx, { ...of, chamberId });
}

/** The picture of one page (PNG), numbered from 1. Refuses as above. */
export async function getDeskEvidencePicture(ctx: Ctx, of: Of & { page: number }): Promise<Buffer> {
  const { chamberId } = await rowOf(ctx, of.applicationId);
  return getEvidencePicture(ctx, { ...of, chamberId });
}

/**
 * The registered signature (PNG) of a signatory of the applying firm. Refuses `not_found` for another firm's, and where
 * none is registered (サイン登録なし).
 */
export async function getDeskSignature(ctx: Ctx, of: { applicationId: string; signatoryId: string }): Promise<Buffer> {
  const row = await rowOf(ctx, of.applicationId);
  if (!isId(of.signatoryId)) throw new Refusal('not_found');
  const signatory = await inChamber(ctx.db, row.chamberId, (trx) => getSignatory(trx, row.chamberId, of.signatoryId));
  if (signatory.registrationId !== row.registrationId || signatory.signatureSha256 === null)
    throw new Refusal('not_found');
  return ctx.outside.files.get(signatory.signatureSha256);
}

const rowOf = (ctx: Ctx, applicationId: string): Promise<ApplicationRow> =>
  inChamber(ctx.db, ctx.actor.chamberId, (trx) => deskRow(trx, ctx.actor, applicationId, 'look'));
