// What belongs to a signatory's signature in a form, as pictures (PNG), for the firm. What the chamber sees: desk-signature.ts.
import { inChamber } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { RegistrationContent } from '../content.ts';
import { chamberOf, type FormCtx, ownProcedure } from './applicant.ts';

/** after: as it will print. before: the same place as it was scanned. page: a page of the scan, from 1. */
export type SignaturePicture = { which: 'after' | 'before'; page?: undefined } | { which: 'page'; page: number };
type Of = { procedureId: string; signatoryKey: string } & SignaturePicture;

/** Refuses `not_found` where there is none. */
export async function getSignaturePictureOf(ctx: FormCtx, of: Of): Promise<Buffer> {
  const sha256 = await inChamber(ctx.db, chamberOf(ctx), async (trx) =>
    hashOf((await ownProcedure(trx, ctx, of.procedureId, 'look')).content, of),
  );
  return ctx.outside.files.get(sha256);
}

function hashOf(content: RegistrationContent, { signatoryKey, which, page = 0 }: Of): Buffer {
  const row = content.signatories.find(({ key }) => key === signatoryKey);
  const hashes = {
    after: row?.signatureSha256,
    before: row?.signatureScan?.cut?.before,
    page: row?.signatureScan?.pages[page - 1],
  };
  const sha256 = hashes[which] ?? '';
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Refusal('not_found');
  return Buffer.from(sha256, 'hex');
}
