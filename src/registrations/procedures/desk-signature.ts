// The signatures of a procedure as pictures, for the chamber: as they will print, and as they stand in the register today.
import type { Ctx } from '../../accounts/context.ts';
import { inChamber } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import { deskProcedure } from './procedure-desk.ts';
import { registeredContent } from './procedure-papers.ts';

export const signatureStates = ['now', 'registered'] as const;
export type SignatureState = (typeof signatureStates)[number];

/** PNG. `key`: the row of the form. Refuses `not_found` where there is none. */
export async function getProcedureSignature(
  ctx: Ctx,
  of: { procedureId: string; key: string; state: SignatureState },
): Promise<Buffer> {
  const sha256 = await inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const procedure = await deskProcedure(trx, ctx, of.procedureId, 'look');
    const row = procedure.content.signatories.find(({ key }) => key === of.key);
    if (of.state === 'now' || row === undefined) return row?.signatureSha256;
    const registered = await registeredContent(trx, procedure);
    const before = registered?.signatories.find(
      ({ signatoryId }) => signatoryId !== '' && signatoryId === row.signatoryId,
    );
    return before?.signatureSha256;
  });
  if (sha256 === undefined || !/^[0-9a-f]{64}$/.test(sha256)) throw new Refusal('not_found');
  return ctx.outside.files.get(Buffer.from(sha256, 'hex'));
}
