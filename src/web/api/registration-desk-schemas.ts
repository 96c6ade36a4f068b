// What the API shows the chamber of 貿易登録: procedures with their papers, and the register of firms.
import { z } from '@hono/zod-openapi';
import { firmKinds, memberClasses, RegistrationContent } from '../../registrations/content.ts';
import { formDifferences } from '../../registrations/procedures/form-differences.ts';
import { paperKinds, procedureKinds } from '../../registrations/procedures/procedure.ts';
import type { QueuedProcedure, DeskProcedure as View } from '../../registrations/procedures/procedure-desk.ts';
import { procedureStatuses } from '../../registrations/procedures/procedure-lifecycle.ts';
import type { PaperState } from '../../registrations/procedures/procedure-papers.ts';
import { waysOfPapers } from '../../registrations/procedures/procedure-papers-store.ts';
import type { ListedRegistration, RegisterEntry } from '../../registrations/register/read-register.ts';
import { registrationStatuses, standings } from '../../registrations/registration.ts';
import { instant } from './answers.ts';
import { DeskEvent, deskHistory } from './history-schema.ts';
import { FirmRemarks, remarksShown, Sanction, sanctionShown } from './sanction-schemas.ts';

const day = (description: string) => z.iso.date().openapi({ description: `${description} A day in Japan.` });

/** Made anew: a schema that was made before the API's describer was loaded cannot be described. */
const Content = z.object(RegistrationContent.shape).openapi('RegistrationContent');

const procedureFacts = {
  procedureId: z.uuid(),
  kind: z.enum(procedureKinds).openapi({ description: '新規登録, 登録切替, 登録更新, 登録変更' }),
  status: z.enum(procedureStatuses),
  receiptNumber: z.string().nullable().openapi({ description: '受付番号' }),
  registrationId: z.uuid().nullable(),
  round: z.number().int().openapi({ description: 'How many times the firm has sent it.' }),
  submittedAt: instant('When it was sent last.').nullable(),
  acceptedOn: day('When it was accepted.').nullable(),
  claimedBy: z.string().nullable().openapi({ description: 'ID of who holds it.' }),
};

export const QueuedProcedureRow = z
  .object({ ...procedureFacts, nameJa: z.string(), nameEn: z.string() })
  .openapi('RegistrationProcedureRow');

type Facts = View['procedure'] | QueuedProcedure;

const factsShown = (row: Facts, holder: { loginId: string } | null) => ({
  ...{ procedureId: row.procedureId, kind: row.kind, status: row.status, receiptNumber: row.receiptNumber },
  ...{ registrationId: row.registrationId, round: row.round, acceptedOn: row.acceptedOn },
  ...{ submittedAt: row.submittedAt?.toISOString() ?? null, claimedBy: holder?.loginId ?? null },
});

export const queuedShown = (row: QueuedProcedure): z.infer<typeof QueuedProcedureRow> => ({
  ...factsShown(row, row.holder),
  ...{ nameJa: row.nameJa, nameEn: row.nameEn },
});

const Paper = z
  .object({
    kind: z.enum(paperKinds),
    signatoryKey: z.uuid().nullable().openapi({ description: '署名届 only: of which row of the form.' }),
    ticked: z.boolean().openapi({ description: 'Whether the chamber has it.' }),
    came: z.array(
      z.object({
        paperId: z.uuid(),
        how: z.enum(waysOfPapers),
        day: day('When it came.'),
        fileName: z.string(),
        pages: z.number().int().openapi({ description: 'Of an upload: pictures of its pages.' }),
        tickedBy: z.string().nullable().openapi({ description: 'ID of who ticked it; null: not looked at yet.' }),
      }),
    ),
  })
  .openapi('RegistrationPaper');

const paperShown = (paper: PaperState, { people }: View): z.infer<typeof Paper> => ({
  ...{ kind: paper.kind, signatoryKey: paper.signatoryKey ?? null },
  ticked: paper.came.filter(({ accountId }) => accountId !== null).length >= paper.copies,
  came: paper.came.map((one) => ({
    ...{ paperId: one.paperId, how: one.how, day: one.day, fileName: one.fileName, pages: one.pictures.length },
    tickedBy: people.get(one.accountId ?? '')?.loginId ?? null,
  })),
});

const FieldDifference = z.object({
  path: z.string().openapi({ description: 'Into the form; of a signatory `signatories.<key>.titleEn`.' }),
  before: z.string(),
  after: z.string(),
});

const Remark = z.object({ place: z.string(), words: z.string() });

export const RegistrationProcedure = z
  .object({
    ...procedureFacts,
    mail: z.string(),
    rulesVersion: z.number().int(),
    agreedAt: instant('When the rules were agreed to.'),
    content: Content.openapi({ description: 'The form as the firm sent it, to the letter.' }),
    papers: z.array(Paper),
    asked: z.array(Remark).openapi({ description: 'What was asked to be corrected in this round.' }),
    askedBefore: z.array(Remark).openapi({ description: 'The same of the round before.' }),
    differences: z
      .object({
        fields: z.array(FieldDifference),
        signatories: z.array(
          z.object({
            what: z.enum(['comes', 'leaves', 'changes']),
            key: z.uuid(),
            nameEn: z.string(),
            fields: z.array(FieldDifference),
          }),
        ),
      })
      .nullable()
      .openapi({ description: 'From the register; null where there is nothing to compare with.' }),
    feeYen: z.number().int().nullable().openapi({ description: '登録料 in yen, tax included; null: not set yet.' }),
    feePaid: z.enum(['counter', 'card']).nullable(),
    administratorId: z.string().nullable(),
    sanctions: z.array(Sanction).openapi({ description: '処分 in force on the firm that asks, of whichever chamber.' }),
    history: z.array(DeskEvent),
  })
  .openapi('RegistrationProcedure');

export function procedureShown(view: View): z.infer<typeof RegistrationProcedure> {
  const { procedure, registered } = view;
  const found = registered && formDifferences(registered, procedure.content);
  const remarks = (rows: View['asked']) => rows.map(({ place, words }) => ({ place, words }));
  return {
    ...factsShown(procedure, view.holder),
    ...{ mail: procedure.mail, rulesVersion: procedure.rulesVersion, agreedAt: procedure.agreedAt.toISOString() },
    ...{ content: procedure.content, papers: view.papers.map((paper) => paperShown(paper, view)) },
    ...{ asked: remarks(view.asked), askedBefore: remarks(view.remarks) },
    differences: found
      ? {
          fields: found.fields,
          signatories: found.signatories.map((one) => ({
            ...{ what: one.what, key: one.row.key, nameEn: one.row.nameEn },
            fields: one.what === 'changes' ? one.fields : [],
          })),
        }
      : null,
    ...{ feeYen: procedure.feeYen, feePaid: procedure.feePaid, administratorId: view.administratorId },
    sanctions: view.sanctions.map(sanctionShown),
    history: deskHistory(view.events, view.people),
  };
}

export const RegisterRow = z
  .object({
    registrationId: z.uuid(),
    number: z.string().openapi({ description: '貿易登録番号' }),
    ...{ nameJa: z.string(), nameEn: z.string(), corporateNumber: z.string().nullable() },
    ...{ kind: z.enum(firmKinds), memberClass: z.enum(memberClasses), status: z.enum(registrationStatuses) },
    standing: z.enum(standings).openapi({ description: 'Today.' }),
    ...{ validFrom: day('The first day.'), validUntil: day('The last day, which counts.') },
    suspendedUntil: day('The last day of a suspension.').nullable(),
    extraDocumentsUntil: day('The last day on which applications need additional documents.').nullable(),
  })
  .openapi('RegisterRow');

export const registerRowShown = (
  row: Omit<ListedRegistration, 'chamberId' | 'standing'>,
  standing: ListedRegistration['standing'],
): z.infer<typeof RegisterRow> => ({
  ...{ registrationId: row.registrationId, number: row.number, nameJa: row.nameJa, nameEn: row.nameEn },
  ...{ corporateNumber: row.corporateNumber, kind: row.kind, memberClass: row.memberClass, status: row.status },
  ...{ standing, validFrom: row.validFrom, validUntil: row.validUntil, suspendedUntil: row.sanctioned.suspendedUntil },
  ...{ extraDocumentsUntil: row.sanctioned.extraDocumentsUntil },
});

export const RegisterFirm = RegisterRow.extend({
  ...{ addressEn: z.string(), placeEn: z.string(), paperNumber: z.string().nullable() },
  content: z.union([Content, z.null()]).openapi({ description: 'The form as accepted; null: from before forms.' }),
  administratorId: z.string().nullable(),
  signatories: z.array(
    z.object({
      ...{ signatoryId: z.uuid(), userId: z.string(), nameJa: z.string(), nameEn: z.string(), titleEn: z.string() },
      ...{ hasSignature: z.boolean(), status: z.enum(['active', 'ended']), subIds: z.number().int() },
    }),
  ),
  procedures: z.array(
    z.object({ procedureId: z.uuid(), kind: z.enum(procedureKinds), status: z.enum(procedureStatuses) }),
  ),
  sanctions: z.array(Sanction).openapi({
    description: '処分, of whichever chamber, past ones too; the newest first, 100 at most.',
  }),
  remarks: FirmRemarks,
  history: z.array(DeskEvent).openapi({
    description: 'Of the registration, its procedures, signatories and IDs; the newest first, a page.',
  }),
  historyTotal: z.number().int(),
}).openapi('RegisterFirm');

export const firmShown = (entry: RegisterEntry): z.infer<typeof RegisterFirm> => {
  const { registration: row } = entry;
  return {
    ...registerRowShown(row, entry.standing),
    ...{ addressEn: row.addressEn, placeEn: row.placeEn, paperNumber: row.paperNumber, content: entry.form },
    administratorId: entry.administrator?.loginId ?? null,
    signatories: entry.users.map(({ loginId, signatory, subIds }) => ({ ...signatory, userId: loginId, subIds })),
    procedures: entry.procedures.map(({ procedureId, kind, status }) => ({ procedureId, kind, status })),
    ...{ sanctions: entry.sanctions.map(sanctionShown), remarks: remarksShown(entry.remarks) },
    ...{ history: deskHistory(entry.events, entry.people), historyTotal: entry.eventsTotal },
  };
};
