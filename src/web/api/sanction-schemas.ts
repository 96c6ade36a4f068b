// What the API shows of sanctions (処分), to the chamber and to the firm.
import { z } from '@hono/zod-openapi';
import type { Stopped } from '../../applications/sanctioned-cases.ts';
import type { InWay as InWayRow } from '../../applications/sanctioned-cases-store.ts';
import type { RegistrationRemarks } from '../../registrations/register/remarks-store.ts';
import type { Question } from '../../registrations/sanctions/answer-match.ts';
import { sanctionKinds } from '../../registrations/sanctions/sanction.ts';
import type { SanctionView } from '../../registrations/sanctions/sanctions-store.ts';
import { instant } from './answers.ts';
import { Status } from './application-schemas.ts';

export const SanctionKind = z.enum(sanctionKinds).openapi('SanctionKind', {
  description:
    '`suspended` 発給停止: nothing is submitted or certified. `extra_documents` 追加書類: each application needs a complementary ' +
    'document. `struck_off` 登録抹消: as suspended, without an end.',
});

const untilDay = z.iso.date().nullable().openapi({
  description: 'The last day on which it holds, in Japan; null: `struck_off`, which has none.',
});
const chamber = z
  .object({ nameJa: z.string(), nameEn: z.string(), telephone: z.string(), mail: z.string() })
  .openapi({ description: 'Who imposed it: whom to ask.' });

const OwnSanction = z
  .object({
    ...{ sanctionId: z.uuid(), kind: SanctionKind, untilDay, reason: z.string() },
    ...{ imposedAt: instant('When it began.'), chamber },
  })
  .openapi('OwnSanction');
export const OwnSanctions = z.object({ sanctions: z.array(OwnSanction) });

export const Sanction = OwnSanction.extend({
  lifted: z
    .object({ at: instant('When it was lifted.'), reason: z.string() })
    .nullable()
    .openapi({ description: 'null: it holds until its last day.' }),
}).openapi('Sanction');

export const ownSanctionShown = (one: SanctionView): z.infer<typeof OwnSanction> => ({
  ...{ sanctionId: one.sanctionId, kind: one.kind, untilDay: one.untilDay, reason: one.reason },
  ...{ imposedAt: one.imposedAt.toISOString(), chamber: one.chamber },
});

export const sanctionShown = (one: SanctionView): z.infer<typeof Sanction> => ({
  ...ownSanctionShown(one),
  lifted: one.lifted && { at: one.lifted.at.toISOString(), reason: one.lifted.reason },
});

export const InWay = z
  .object({
    ...{ sanctionId: z.uuid(), kind: SanctionKind, untilDay, reason: z.string() },
    chamber: z.object({ nameJa: z.string(), nameEn: z.string() }),
  })
  .openapi('SanctionInWay');

export const inWayShown = ({
  sanctionId,
  kind,
  untilDay: day,
  reason,
  chamber: by,
}: InWayRow): z.infer<typeof InWay> => ({
  ...{ sanctionId, kind, untilDay: day, reason, chamber: by },
});

export const StoppedCase = z
  .object({
    ...{ applicationId: z.uuid(), receiptNumber: z.string(), status: Status },
    ...{ firmJa: z.string(), firmEn: z.string(), inWay: z.array(InWay) },
  })
  .openapi('StoppedCase');

export const stoppedShown = (one: Stopped): z.infer<typeof StoppedCase> => ({
  ...{ applicationId: one.applicationId, receiptNumber: one.receiptNumber, status: one.status },
  ...{ firmJa: one.firmJa, firmEn: one.firmEn, inWay: one.inWay.map(inWayShown) },
});

const firm = { nameJa: z.string(), nameEn: z.string(), addressEn: z.string() };
export const SanctionQuestion = z
  .object({
    sanction: Sanction.extend(firm),
    registration: z.object({ ...firm, registrationId: z.uuid(), number: z.string() }),
  })
  .openapi('SanctionQuestion');

export const questionShown = ({ sanction, registration }: Question): z.infer<typeof SanctionQuestion> => ({
  sanction: {
    ...sanctionShown(sanction),
    ...{ nameJa: sanction.nameJa, nameEn: sanction.nameEn, addressEn: sanction.addressEn },
  },
  registration: {
    ...{ registrationId: registration.registrationId, number: registration.number, nameJa: registration.nameJa },
    ...{ nameEn: registration.nameEn, addressEn: registration.addressEn },
  },
});

export const FirmRemarks = z
  .strictObject({
    outOfDistrict: z.boolean().openapi({ description: '地区外: its office lies outside the chamber’s district.' }),
    usedGoodsLicence: z.string().openapi({ description: '古物商許可証の番号; empty: none.' }),
    staffNote: z.string().openapi({ description: 'For staff; the firm never sees it.' }),
  })
  .openapi('FirmRemarks', { description: '備考 of a firm, shown with each of its cases.' });

export const remarksShown = ({
  outOfDistrict,
  usedGoodsLicence,
  staffNote,
}: RegistrationRemarks): z.infer<typeof FirmRemarks> => ({ outOfDistrict, usedGoodsLicence, staffNote });
