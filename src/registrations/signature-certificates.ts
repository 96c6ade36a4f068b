// 署名登録証: drawn each time the administrator asks for it, from what stands in the registration on that day.
import { byOf, type Ctx } from '../accounts/context.ts';
import { appendEvent } from '../audit/events.ts';
import { getChamber } from '../chambers/store.ts';
import { dayInJapan, startOfDayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import { drawPdf } from '../paper/draw-pdf.ts';
import { ownFirm } from './firm-ids.ts';
import { listUserIds, type OfFirm } from './firm-ids-store.ts';
import {
  type CertifiedSignatory,
  type SignatureCertificateFacts,
  signatureCertificatePages,
  signatureCertificateTitle,
} from './letters/signature-certificate.ts';
import type { Registration } from './registration.ts';
import { getRegisteredForm, getRegistration, listSignatories } from './store.ts';

/** A registration that is over registers nobody. One that has expired says its last day, so its papers stay true. */
export const isOver = ({ status }: Pick<Registration, 'status'>): boolean =>
  status === 'ended' || status === 'struck_off';

export type CertifiableSignatories = {
  /** The registration is over: nothing is printed any more. */
  isOver: boolean;
  signatories: (Pick<CertifiedSignatory, 'nameJa' | 'nameEn' | 'titleEn' | 'userId'> & {
    signatoryId: string;
    hasSignature: boolean;
  })[];
};

/** For whom a certificate can be printed: whoever is a signatory today. */
export async function listCertifiable(ctx: Ctx): Promise<CertifiableSignatories> {
  const of = ownFirm(ctx, 'signature_certificate.print');
  return inChamber(ctx.db, of.chamberId, async (trx) => {
    const registration = await getRegistration(trx, of.chamberId, of.registrationId);
    const people = await peopleOf(trx, of);
    return {
      isOver: isOver(registration),
      signatories: people.map(({ signatoryId, signatureSha256, shown }) => ({
        ...{ signatoryId, hasSignature: signatureSha256 !== null, nameJa: shown.nameJa, nameEn: shown.nameEn },
        ...{ titleEn: shown.titleEn, userId: shown.userId },
      })),
    };
  });
}

/**
 * The certificate of one signatory, or those of all, a page each, with the name under which the file is saved. The printing
 * is written down. Refuses `not_found` for one who is not, or no longer, a signatory of the firm; `conflict` when the
 * registration is over, or the firm has no signatory.
 */
export async function signatureCertificates(
  ctx: Ctx,
  signatoryId?: string,
): Promise<{ bytes: Buffer; fileName: string }> {
  const of = ownFirm(ctx, 'signature_certificate.print');
  if (signatoryId !== undefined && !isId(signatoryId)) throw new Refusal('not_found');
  const { facts, people } = await inChamber(ctx.db, of.chamberId, (trx) => factsOf(trx, of, signatoryId));
  const signatories: CertifiedSignatory[] = [];
  for (const { shown, signatureSha256: sha256 } of people)
    signatories.push(sha256 === null ? shown : { ...shown, signature: await ctx.outside.files.get(sha256) });
  const bytes = await drawPdf(signatureCertificatePages(facts, signatories), {
    ...{ title: signatureCertificateTitle, lang: 'ja', createdAt: startOfDayInJapan(facts.issuedOn) },
  });
  // After the drawing: what could not be drawn was not printed.
  await inChamber(ctx.db, of.chamberId, (trx) =>
    appendEvent(trx, {
      ...{ chamberId: of.chamberId, at: ctx.now, by: byOf(ctx.actor) },
      ...{ subject: 'registration', subjectId: of.registrationId, action: 'print_signature_certificate' },
      detail: { signatories: people.map((one) => one.signatoryId) },
    }),
  );
  const whose = signatoryId === undefined ? 'all' : signatories.map((one) => one.userId).join('-');
  return { bytes, fileName: `${facts.number}-signature-registration-${whose}.pdf` };
}

type Person = { signatoryId: string; signatureSha256: Buffer | null; shown: Omit<CertifiedSignatory, 'signature'> };

async function factsOf(
  trx: Trx,
  of: OfFirm,
  signatoryId: string | undefined,
): Promise<{ facts: SignatureCertificateFacts; people: Person[] }> {
  const { chamberId, registrationId, now } = of;
  const registration = await getRegistration(trx, chamberId, registrationId);
  const { number, nameJa, nameEn, validUntil } = registration;
  const all = await peopleOf(trx, of);
  const people = signatoryId === undefined ? all : all.filter((one) => one.signatoryId === signatoryId);
  if (signatoryId !== undefined && people.length === 0) throw new Refusal('not_found');
  if (isOver(registration) || people.length === 0) throw new Refusal('conflict');
  const chamber = await getChamber(trx, chamberId);
  return {
    people,
    facts: {
      chamber: {
        ...{ nameJa: chamber.nameJa, nameEn: chamber.nameEn, code: chamber.chamberId },
        ...{ telephone: chamber.telephone, mail: chamber.mail },
      },
      ...{ firm: { nameJa, nameEn }, number, validUntil, issuedOn: dayInJapan(now) },
    },
  };
}

/** Those who are signatories today, each with the user ID. */
async function peopleOf(trx: Trx, of: OfFirm): Promise<Person[]> {
  const form = await getRegisteredForm(trx, of.chamberId, of.registrationId);
  const users = new Map((await listUserIds(trx, of)).map((user) => [user.accountId, user]));
  const signatories = await listSignatories(trx, of.chamberId, of.registrationId);
  return signatories.flatMap((one): Person[] => {
    const user = users.get(one.accountId);
    if (one.status !== 'active' || user?.status !== 'active') return [];
    const told = form?.signatories.find((row) => row.signatoryId === one.signatoryId || row.nameEn === one.nameEn);
    const shown = { nameJa: one.nameJa, nameEn: one.nameEn, titleEn: one.titleEn, userId: user.loginId };
    return [
      {
        ...{ signatoryId: one.signatoryId, signatureSha256: one.signatureSha256 },
        shown: { ...shown, titleJa: told?.titleJa ?? '' },
      },
    ];
  });
}
