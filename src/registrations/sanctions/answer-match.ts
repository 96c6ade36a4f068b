// Whether a firm without a corporate number is the one that another chamber has sanctioned: people compare name and address, and
// nothing is assumed before somebody has said so.
import { byOf, type Ctx } from '../../accounts/context.ts';
import { requireAct } from '../../accounts/rights.ts';
import { appendEvent } from '../../audit/events.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber, type Trx } from '../../lib/db.ts';
import { isId } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import { getRegistration } from '../store.ts';
import { type Candidate, findMatch, listCandidates, putMatch } from './matches-store.ts';
import { isInForce } from './sanction.ts';
import { getSanction, type SanctionView } from './sanctions-store.ts';
import { tellImposed, tellLifted } from './tell-registration.ts';

/** So many are asked at a time. */
export const mostCandidates = 50;

export type Question = { sanction: SanctionView; registration: Candidate['registration'] };

/** 「この処分の対象者は当会議所の登録にいますか」: the oldest sanction first; `mostCandidates` at most, and whether there are more. */
export function listQuestions(ctx: Ctx): Promise<{ questions: Question[]; more: boolean }> {
  requireAct(ctx.actor, 'desk.look');
  const { chamberId } = ctx.actor;
  const of = { chamberId, today: dayInJapan(ctx.now), limit: mostCandidates + 1 };
  return inChamber(ctx.db, chamberId, async (trx) => {
    const found = await listCandidates(trx, of);
    const sanctions = new Map<string, SanctionView>();
    for (const { sanctionId } of found)
      if (!sanctions.has(sanctionId)) sanctions.set(sanctionId, await getSanction(trx, sanctionId, 'look'));
    const questions = found.slice(0, mostCandidates).flatMap(({ sanctionId, registration }) => {
      const sanction = sanctions.get(sanctionId);
      return sanction ? [{ sanction, registration }] : [];
    });
    return { questions, more: found.length > mostCandidates };
  });
}

/**
 * Yes: it is on that registration from now on. No: it is not, and nobody is asked again. Another answer than before takes the
 * first one back. Refuses `not_found`; `conflict` when the sanction is not in force (any more), when a corporate number says
 * it already, or for the registration on which it was imposed.
 */
export async function answerMatch(
  ctx: Ctx,
  input: { sanctionId: string; registrationId: string; isSame: boolean },
): Promise<void> {
  const { actor, now } = ctx;
  const { chamberId } = actor;
  requireAct(actor, 'desk.sanction');
  const { sanctionId, registrationId, isSame } = input;
  if (!isId(sanctionId) || !isId(registrationId)) throw new Refusal('not_found');
  await inChamber(ctx.db, chamberId, async (trx) => {
    const sanction = await getSanction(trx, sanctionId, 'share');
    const registration = await getRegistration(trx, chamberId, registrationId);
    const isItsOwn = sanction.chamberId === chamberId && sanction.registrationId === registrationId;
    const byNumber = sanction.corporateNumber !== null && registration.corporateNumber !== null;
    if (isItsOwn || byNumber || !isInForce(sanction, dayInJapan(now))) throw new Refusal('conflict');
    const before = await findMatch(trx, { sanctionId, chamberId, registrationId });
    if (before === isSame) return;
    await putMatch(trx, { sanctionId, chamberId, registrationId, isSame, by: actor.accountId, at: now });
    await noteAnswer(trx, ctx, input, sanction);
    const on = { chamberId, registrationId, sanctionId };
    if (isSame) await tellImposed(trx, ctx, on, byOf(actor));
    else await tellLifted(trx, ctx, on, byOf(actor), notTheSame);
  });
}

const notTheSame = '処分の対象者とは別の方と確認しました。 / It was found to be somebody else.';

function noteAnswer(
  trx: Trx,
  { actor, now }: Ctx,
  { registrationId, isSame }: { registrationId: string; isSame: boolean },
  { sanctionId, chamber }: SanctionView,
): Promise<void> {
  return appendEvent(trx, {
    ...{ chamberId: actor.chamberId, at: now, by: byOf(actor), subject: 'registration', subjectId: registrationId },
    action: isSame ? 'sanction_same' : 'sanction_other',
    detail: { sanction: sanctionId, chamberJa: chamber.nameJa, chamberEn: chamber.nameEn },
  });
}
