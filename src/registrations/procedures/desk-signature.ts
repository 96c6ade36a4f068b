// The signatures of a procedure as pictures, for the chamber: as they will print, where they were cut from, and as they stand
// in the register today.
import type { Ctx } from '../../accounts/context.ts';
import { inChamber } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { ContentSignatory, RegistrationContent } from '../content.ts';
import { deskProcedure } from './procedure-desk.ts';
import { registeredContent } from './procedure-papers.ts';

/** cut: the same place of the scan, as it was scanned. page: the whole page of the scan. */
export const signatureStates = ['now', 'registered', 'cut', 'page'] as const;
export type SignatureState = (typeof signatureStates)[number];

/** PNG. `key`: the row of the form. Refuses `not_found` where there is none: a signature drawn on screen has no scan. */
export async function getProcedureSignature(
  ctx: Ctx,
  of: { procedureId: string; key: string; state: SignatureState },
): Promise<Buffer> {
  const sha256 = await inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const procedure = await deskProcedure(trx, ctx, of.procedureId, 'look');
    const row = procedure.content.signatories.find(({ key }) => key === of.key);
    if (of.state !== 'registered') return row && pictureOf(row, of.state);
    return row && registeredRow(await registeredContent(trx, procedure), row)?.signatureSha256;
  });
  if (sha256 === undefined || !/^[0-9a-f]{64}$/.test(sha256)) throw new Refusal('not_found');
  return ctx.outside.files.get(Buffer.from(sha256, 'hex'));
}

function pictureOf(row: ContentSignatory, state: 'now' | 'cut' | 'page'): string | undefined {
  const { signatureSha256, signatureScan: scan } = row;
  if (state === 'now') return signatureSha256;
  return state === 'cut' ? scan?.cut?.before : scan?.pages[(scan.cut?.page ?? 0) - 1];
}

/** What stands in the register of him; undefined: nothing. */
export const registeredRow = (
  registered: RegistrationContent | undefined,
  { signatoryId }: ContentSignatory,
): ContentSignatory | undefined =>
  signatoryId === '' ? undefined : registered?.signatories.find((one) => one.signatoryId === signatoryId);

/**
 * Where a signature of the form came from. none: there is none. registered: it is the registered one, and nothing is kept of
 * how it was made. The firm swears to a scan with its seal on the sheet; what was drawn has only the 署名届 to compare with.
 */
export function originOfSignature(
  row: ContentSignatory,
  registered: RegistrationContent | undefined,
): 'none' | 'scan' | 'drawn' | 'registered' {
  if (row.signatureSha256 === '') return 'none';
  if (row.signatureScan?.cut !== undefined) return 'scan';
  return registeredRow(registered, row)?.signatureSha256 === row.signatureSha256 ? 'registered' : 'drawn';
}
