import { byOf, type Ctx } from '../../accounts/context.ts';
import { requireAct } from '../../accounts/rights.ts';
import { appendEvent } from '../../audit/events.ts';
import { inChamber } from '../../lib/db.ts';
import { isId } from '../../lib/ids.ts';
import { wordsProblem } from '../../lib/plain-words.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { getRemarks, type RegistrationRemarks, updateRemarks } from './remarks-store.ts';

/** Characters. */
export const licenceLength = 100;

/**
 * Staff write 備考 of a firm; what stood there before is kept in its history. Refuses `invalid` at `usedGoodsLicence` and
 * `staffNote`, `not_found`. The same once more changes nothing.
 */
export async function writeRemarks(ctx: Ctx, input: RegistrationRemarks & { registrationId: string }): Promise<void> {
  const { actor, now } = ctx;
  const { chamberId } = actor;
  requireAct(actor, 'desk.register');
  const { registrationId } = input;
  if (!isId(registrationId)) throw new Refusal('not_found');
  const to: RegistrationRemarks = {
    outOfDistrict: input.outOfDistrict,
    ...{ usedGoodsLicence: input.usedGoodsLicence.trim(), staffNote: input.staffNote.trim() },
  };
  const problems = problemsIn(to);
  if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
  await inChamber(ctx.db, chamberId, async (trx) => {
    const before = await getRemarks(trx, chamberId, registrationId);
    if (JSON.stringify(before) === JSON.stringify(to)) return;
    await updateRemarks(trx, { chamberId, registrationId }, to);
    await appendEvent(trx, {
      ...{ chamberId, at: now, by: byOf(actor), subject: 'registration', subjectId: registrationId },
      ...{ action: 'remarks', detail: { before, after: to } },
    });
  });
}

function problemsIn({ usedGoodsLicence, staffNote }: RegistrationRemarks): FieldProblem[] {
  const tooLong: FieldProblem = {
    field: 'usedGoodsLicence',
    ja: `${licenceLength}文字までで入れてください。`,
    en: `${licenceLength} characters at most.`,
  };
  return [
    usedGoodsLicence.length > licenceLength ? tooLong : (wordsProblem('usedGoodsLicence', usedGoodsLicence) ?? []),
    wordsProblem('staffNote', staffNote) ?? [],
  ].flat();
}
