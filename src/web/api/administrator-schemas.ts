// What the API shows an administrator (管理者ID) of the firm: its IDs, its registration, what it paid.
import { z } from '@hono/zod-openapi';
import { accountStatuses } from '../../accounts/account.ts';
import type { SpendView } from '../../payments/spend.ts';
import type { Sums as SumsRow } from '../../payments/spend-store.ts';
import { firmKinds, legalForms, memberClasses } from '../../registrations/content.ts';
import type { FirmId, FirmSubId, FirmUserId } from '../../registrations/firm-ids-store.ts';
import type { RegistrationView } from '../../registrations/read-registration.ts';
import { signatoryStatuses, standings, subMays } from '../../registrations/registration.ts';
import { instant } from './answers.ts';

const day = (description: string) => z.iso.date().openapi({ description: `${description} A day in Japan.` });

const id = {
  accountId: z.uuid(),
  id: z.string().openapi({ description: 'What is typed at sign-in.' }),
  ...{ nameJa: z.string(), nameEn: z.string(), mail: z.string() },
  status: z.enum(accountStatuses),
  hasPassword: z.boolean().openapi({ description: 'Its holder has chosen a password.' }),
  linkUntil: instant('Until when a one-time link waits for its holder.').nullable(),
  lastSignIn: instant('The last sign-in in a browser.').nullable(),
  applications: z.number().int().openapi({ description: 'How many were made under this ID.' }),
};

const idShown = (row: FirmId) => ({
  ...{ accountId: row.accountId, id: row.loginId, nameJa: row.nameJa, nameEn: row.nameEn, mail: row.mail },
  ...{ status: row.status, hasPassword: row.hasPassword, applications: row.cases },
  ...{ linkUntil: row.linkUntil?.toISOString() ?? null, lastSignIn: row.lastSignIn?.toISOString() ?? null },
});

export const UserId = z
  .object({
    ...id,
    signatory: z.object({
      ...{ signatoryId: z.uuid(), nameJa: z.string(), nameEn: z.string(), titleEn: z.string() },
      ...{ signatureRegistered: z.boolean(), status: z.enum(signatoryStatuses) },
    }),
    subIds: z.number().int().openapi({ description: 'Sub IDs of this signatory that have not ended.' }),
  })
  .openapi('FirmUserId');

export const userIdShown = (row: FirmUserId): z.infer<typeof UserId> => {
  const { hasSignature, ...signatory } = row.signatory;
  return { ...idShown(row), signatory: { ...signatory, signatureRegistered: hasSignature }, subIds: row.subIds };
};

export const SubId = z
  .object({
    ...id,
    signatory: z.object({ signatoryId: z.uuid(), id: z.string(), nameJa: z.string(), nameEn: z.string() }),
    agent: z
      .object({ registrationNumber: z.string(), nameJa: z.string(), nameEn: z.string() })
      .nullable()
      .openapi({ description: 'The agent (代行業者) whose clerk holds it; null: somebody of the firm.' }),
    may: z.array(z.enum(subMays)).openapi({ description: 'What it may do beside preparing.' }),
    validUntil: day('The last day of its use.').nullable(),
  })
  .openapi('FirmSubId');

export const subIdShown = (row: FirmSubId): z.infer<typeof SubId> => {
  const { loginId, ...signatory } = row.signatory;
  const agent = row.holder && {
    ...{ registrationNumber: row.holder.number, nameJa: row.holder.nameJa, nameEn: row.holder.nameEn },
  };
  return {
    ...{ ...idShown(row), signatory: { ...signatory, id: loginId }, agent },
    ...{ may: [...row.may], validUntil: row.validUntil },
  };
};

export const FirmRules = z
  .strictObject({
    usersSeeAll: z.boolean().openapi({ description: 'Signatories see each other’s applications, and no more.' }),
    releaseRequired: z
      .boolean()
      .openapi({ description: 'What a sub ID prepares is submitted by its signatory only, who has checked it.' }),
  })
  .openapi('FirmRules');

export const Registration = z
  .object({
    number: z.string().openapi({ description: '貿易登録番号' }),
    ...{ nameJa: z.string(), nameEn: z.string(), addressEn: z.string(), placeEn: z.string() },
    ...{ kind: z.enum(firmKinds), legalForm: z.enum(legalForms), memberClass: z.enum(memberClasses) },
    corporateNumber: z.string().nullable().openapi({ description: '法人番号' }),
    ...{ validFrom: day('The first day of validity.'), validUntil: day('The last day of validity.') },
    standing: z.enum(standings).openapi({ description: 'good: the firm may apply today.' }),
    daysLeft: z.number().int().openapi({ description: 'Until `validUntil`, which counts: 0 on that day.' }),
    suspendedUntil: day('Until when issuance is suspended.').nullable(),
    extraDocumentsUntil: day('Until when applications need additional documents.').nullable(),
    rules: FirmRules,
  })
  .openapi('TradeRegistration');

export const registrationShown = (view: RegistrationView): z.infer<typeof Registration> => {
  const row = view.registration;
  return {
    ...{ number: row.number, nameJa: row.nameJa, nameEn: row.nameEn, addressEn: row.addressEn, placeEn: row.placeEn },
    ...{ kind: row.kind, legalForm: row.legalForm, memberClass: row.memberClass },
    ...{ corporateNumber: row.corporateNumber, validFrom: row.validFrom, validUntil: row.validUntil },
    ...{ standing: view.standing, daysLeft: view.daysLeft, suspendedUntil: row.sanctioned.suspendedUntil },
    ...{ extraDocumentsUntil: row.sanctioned.extraDocumentsUntil },
    rules: { usersSeeAll: row.usersSeeAll, releaseRequired: row.releaseRequired },
  };
};

const sums = {
  paid: z.number().int().openapi({ description: 'Yen, tax included, refunds not deducted.' }),
  refunded: z.number().int().openapi({ description: 'Yen of it that was given back since.' }),
  applications: z.number().int().openapi({ description: 'That were paid for and not refunded.' }),
};
const Sums = z.object(sums).openapi('Sums');
const month = z.string().openapi({ description: '`YYYY-MM`, a month in Japan.' });

export const Spend = z
  .object({
    total: Sums,
    months: z.array(z.object({ month, ...sums })).openapi({ description: 'Those in which something was paid.' }),
    ids: z
      .array(z.object({ accountId: z.uuid(), id: z.string(), nameJa: z.string(), nameEn: z.string(), ...sums }))
      .openapi({ description: 'The IDs that paid, the highest sum first; 200 at most.' }),
    otherIds: Sums.openapi({ description: 'Of IDs beyond those.' }),
  })
  .openapi('Spend');

const sumsShown = ({ paid, refunded, cases }: SumsRow) => ({ paid, refunded, applications: cases });

export const spendShown = (view: SpendView): z.infer<typeof Spend> => ({
  total: sumsShown(view.total),
  months: view.months.map((row) => ({ month: row.month, ...sumsShown(row) })),
  ids: view.payers.map(({ payer: { loginId, ...payer }, ...row }) => ({ ...payer, id: loginId, ...sumsShown(row) })),
  otherIds: sumsShown(view.otherPayers),
});
