// 管理者ID再発行届 as a PDF: of a registered firm, for the counter to hand or mail to it, and empty, for anybody.
import type { Ctx, OpenCtx } from '../../accounts/context.ts';
import { requireAct } from '../../accounts/rights.ts';
import { findAdministrator } from '../../accounts/store.ts';
import { dayInJapan, startOfDayInJapan } from '../../lib/clock.ts';
import { inChamber, isChamberId } from '../../lib/db.ts';
import { isId } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import { drawPdf } from '../../paper/draw-pdf.ts';
import { emptyRegistrationContent } from '../content.ts';
import { type ReissueLetterFacts, reissueLetterPages, reissueLetterTitle } from '../letters/reissue-letter.ts';
import { type Drawn, letterChamber } from '../procedures/draw-letters.ts';
import { getRegisteredForm, getRegistration } from '../store.ts';

/** With the firm's own facts, dated today. Refuses `not_found`. */
export async function reissueLetterPdf(ctx: Ctx, registrationId: string): Promise<Drawn> {
  requireAct(ctx.actor, 'desk.look');
  if (!isId(registrationId)) throw new Refusal('not_found');
  const { chamberId } = ctx.actor;
  const facts = await inChamber(ctx.db, chamberId, async (trx): Promise<ReissueLetterFacts> => {
    const { number, nameJa, legalForm } = await getRegistration(trx, chamberId, registrationId);
    const form = (await getRegisteredForm(trx, chamberId, registrationId)) ?? emptyRegistrationContent();
    const administrator = await findAdministrator(trx, chamberId, registrationId);
    return {
      ...{ chamber: await letterChamber(trx, chamberId), number, today: dayInJapan(ctx.now) },
      // The columns are what the register says; firms from before there were forms have nothing else.
      content: { ...form, nameJa, legalForm },
      administratorId: administrator?.loginId ?? '',
    };
  });
  return drawn(facts, startOfDayInJapan(facts.today));
}

/** With lines to write on in place of every fact. Refuses `not_found` where no chamber has this code. */
export async function blankReissueLetterPdf(ctx: Pick<OpenCtx, 'db' | 'now'>, chamberId: string): Promise<Drawn> {
  if (!isChamberId(chamberId)) throw new Refusal('not_found');
  const chamber = await inChamber(ctx.db, chamberId, (trx) => letterChamber(trx, chamberId));
  const empty = { content: emptyRegistrationContent(), number: '', administratorId: '', today: '' };
  return drawn({ chamber, ...empty }, startOfDayInJapan(dayInJapan(ctx.now)));
}

async function drawn(facts: ReissueLetterFacts, createdAt: Date): Promise<Drawn> {
  return {
    bytes: await drawPdf(reissueLetterPages(facts), { title: reissueLetterTitle, lang: 'ja', createdAt }),
    fileName: `${facts.number || facts.chamber.code}-administrator-id.pdf`,
  };
}
