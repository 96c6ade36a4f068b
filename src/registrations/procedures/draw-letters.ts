// The letters of a procedure and the 貿易登録証, as PDFs: for the firm, and for the desk, which looks at the same papers.
import type { Ctx } from '../../accounts/context.ts';
import { requireAct } from '../../accounts/rights.ts';
import { findAdministrator } from '../../accounts/store.ts';
import { getChamber } from '../../chambers/store.ts';
import { dayInJapan, startOfDayInJapan } from '../../lib/clock.ts';
import { inChamber, type Trx } from '../../lib/db.ts';
import { isId } from '../../lib/ids.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { drawPdf } from '../../paper/draw-pdf.ts';
import type { PageModel } from '../../paper/page.ts';
import type { RegistrationContent } from '../content.ts';
import { businessDetailsPages } from '../letters/business-details.ts';
import type { LetterChamber, LetterFacts } from '../letters/facts.ts';
import { oathPages } from '../letters/oath.ts';
import { papersListPages, papersListTitle } from '../letters/papers-list.ts';
import { manySignatoriesPages, outOfDistrictPages } from '../letters/reasons.ts';
import {
  type RegistrationCertificateFacts,
  registrationCertificatePages,
  registrationCertificateTitle,
} from '../letters/registration-certificate.ts';
import { signatureSheetPages } from '../letters/signature-sheet.ts';
import { getRegistration } from '../store.ts';
import { chamberOf, type FormCtx, ownProcedure } from './applicant.ts';
import { contentProblems } from './content-rules.ts';
import type { NeededPaper } from './papers.ts';
import type { Procedure } from './procedure.ts';
import { deskProcedure } from './procedure-desk.ts';
import { papersOf } from './procedure-papers.ts';

export type Drawn = { bytes: Buffer; fileName: string };

/** Whoever may read the procedure: its firm, or staff. */
type Reader = FormCtx | Ctx;
const chamberIdOf = (ctx: Reader): string => ('applicant' in ctx ? chamberOf(ctx) : ctx.actor.chamberId);
const readable = (trx: Trx, ctx: Reader, procedureId: string): Promise<Procedure> =>
  'applicant' in ctx ? ownProcedure(trx, ctx, procedureId, 'look') : deskProcedure(trx, ctx, procedureId, 'look');

/** What has to be mended before letters are made. Not the signature: it may come out of the 署名届 that is printed here. */
export const letterProblems = (content: RegistrationContent): FieldProblem[] =>
  contentProblems(content).filter(({ field }) => !field.endsWith('.signatureSha256'));

/**
 * The list of papers and every letter that this procedure needs, to print, sign and seal. Refuses `invalid`, with every
 * place to mend, while something but a signature is missing: what is sealed must be whole.
 */
export async function lettersPdf(ctx: Reader, procedureId: string): Promise<Drawn> {
  const { facts, papers } = await inChamber(ctx.db, chamberIdOf(ctx), (trx) => factsOf(trx, ctx, procedureId));
  const problems = letterProblems(facts.content);
  if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
  const pages = [...papersListPages(facts, papers), ...papers.flatMap((paper) => letterOf(facts, paper))];
  return {
    bytes: await drawPdf(pages, { title: papersListTitle, lang: 'ja', createdAt: startOfDayInJapan(facts.today) }),
    fileName: `${facts.chamber.code}-registration-papers.pdf`,
  };
}

async function factsOf(
  trx: Trx,
  ctx: Reader,
  procedureId: string,
): Promise<{ facts: LetterFacts; papers: NeededPaper[] }> {
  const procedure = await readable(trx, ctx, procedureId);
  const { kind, receiptNumber, rulesVersion, content } = procedure;
  return {
    papers: await papersOf(trx, procedure),
    facts: {
      ...{ chamber: await letterChamber(trx, procedure.chamberId), content, today: dayInJapan(ctx.now) },
      // Printed before it is handed in: the number comes then.
      procedure: { kind, number: receiptNumber ?? '(送信前)', rulesVersion: `第${rulesVersion}版` },
    },
  };
}

export async function letterChamber(trx: Trx, chamberId: string): Promise<LetterChamber> {
  const { nameJa, nameEn, telephone, mail } = await getChamber(trx, chamberId);
  return { nameJa, nameEn, code: chamberId, telephone, mail };
}

/** No pages for what others issue. */
function letterOf(facts: LetterFacts, { kind, signatoryKey }: NeededPaper): PageModel[] {
  if (kind === 'oath_applicant') return oathPages(facts, 'applicant');
  if (kind === 'oath_agent') return oathPages(facts, 'agent');
  if (kind === 'business_details') return businessDetailsPages(facts);
  if (kind === 'reasons_many_signatories') return manySignatoriesPages(facts);
  if (kind === 'reasons_out_of_district') return outOfDistrictPages(facts);
  const signatory = facts.content.signatories.find(({ key }) => key === signatoryKey);
  return kind === 'signature_sheet' && signatory ? signatureSheetPages(facts, signatory) : [];
}

type FindSeal = (trx: Trx, chamberId: string) => Promise<Buffer | undefined>;

/**
 * 貿易登録証 of an accepted procedure, as the registration stands today. It names the administrator ID, and no way to its
 * password. `findSeal`: where the chamber's seal lies, which an upper room keeps. Refuses `conflict` before acceptance.
 */
export async function registrationCertificatePdf(ctx: Reader, procedureId: string, findSeal: FindSeal): Promise<Drawn> {
  const found = await inChamber(ctx.db, chamberIdOf(ctx), async (trx) => {
    const { chamberId, status, registrationId } = await readable(trx, ctx, procedureId);
    if (status !== 'accepted' || registrationId === null) throw new Refusal('conflict');
    return certificateFacts(trx, ctx, { chamberId, registrationId }, findSeal);
  });
  return drawnCertificate(ctx, found);
}

/** The same of a registration, for the counter: a firm from before there were procedures has one, too. Refuses `not_found`. */
export async function currentRegistrationCertificatePdf(
  ctx: Ctx,
  registrationId: string,
  findSeal: FindSeal,
): Promise<Drawn> {
  requireAct(ctx.actor, 'desk.look');
  if (!isId(registrationId)) throw new Refusal('not_found');
  const { chamberId } = ctx.actor;
  const of = { chamberId, registrationId };
  return drawnCertificate(ctx, await inChamber(ctx.db, chamberId, (trx) => certificateFacts(trx, ctx, of, findSeal)));
}

type Certified = { facts: RegistrationCertificateFacts; seal: Buffer | undefined };

async function drawnCertificate(ctx: Reader, { facts, seal }: Certified): Promise<Drawn> {
  const pages = registrationCertificatePages({ ...facts, seal: seal && (await ctx.outside.files.get(seal)) });
  return {
    bytes: await drawPdf(pages, {
      ...{ title: registrationCertificateTitle, lang: 'ja', createdAt: startOfDayInJapan(facts.issuedOn) },
    }),
    fileName: `${facts.number}-registration.pdf`,
  };
}

/** Refuses `not_found` also for a firm from before there were administrators: the paper names the ID. */
async function certificateFacts(
  trx: Trx,
  ctx: Reader,
  { chamberId, registrationId }: { chamberId: string; registrationId: string },
  findSeal: FindSeal,
): Promise<Certified> {
  const { number, nameJa, nameEn, kind, validFrom, validUntil } = await getRegistration(trx, chamberId, registrationId);
  const administrator = await findAdministrator(trx, chamberId, registrationId);
  if (!administrator) throw new Refusal('not_found');
  return {
    seal: await findSeal(trx, chamberId),
    facts: {
      ...{
        chamber: await letterChamber(trx, chamberId),
        firm: { nameJa, nameEn, kind },
        number,
        validFrom,
        validUntil,
      },
      ...{ issuedOn: dayInJapan(ctx.now), administratorId: administrator.loginId },
    },
  };
}
