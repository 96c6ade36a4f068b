// What the API shows of an application to the chamber: the queue, and a case with everything that belongs to it.
import { z } from '@hono/zod-openapi';
import type { QueueRow as QueueRowRow } from '../../applications/desk-store.ts';
import { places } from '../../applications/finding.ts';
import type { DeskCase as Case } from '../../applications/read-desk-details.ts';
import { standingOf } from '../../registrations/registration.ts';
import { instant } from './answers.ts';
import {
  Evidence,
  evidenceShown,
  Finding,
  findingShown,
  NeededEvidence,
  neededShown,
  Remark,
  Row,
  remarkShown,
  rowShown,
  Signatory,
  signatoryShown,
} from './application-schemas.ts';
import { comparisonShown, InvoiceComparison } from './comparison-schema.ts';
import { DeskEvent, deskHistory } from './history-schema.ts';
import { AnyContent } from './kind-schemas.ts';
import { FirmRemarks, InWay, inWayShown, remarksShown } from './sanction-schemas.ts';

export const QueueRow = Row.extend({
  firmJa: z.string(),
  firmEn: z.string(),
  claimedByName: z.string().nullable().openapi({ description: 'Who holds it for examination.' }),
  destination: z.string().openapi({ description: '仕向国, ISO 3166-1 alpha-2; empty where none is declared.' }),
  stopped: z.boolean().openapi({ description: 'A sanction (処分) on the firm stops its cases.' }),
}).openapi('QueueRow');

export const queueRowShown = (row: QueueRowRow): z.infer<typeof QueueRow> => ({
  ...rowShown(row),
  ...{ firmJa: row.firmJa, firmEn: row.firmEn, claimedByName: row.claimedByName },
  ...{ destination: row.destination, stopped: row.stopped },
});

const Difference = z
  .object({
    place: z.enum(places),
    path: z.string().openapi({ description: 'Into the content; counts from 0.' }),
    row: z.number().int().optional().openapi({ description: 'Line of goods, from 1.' }),
    before: z.string().optional().openapi({ description: 'Missing: it was added.' }),
    after: z.string().optional().openapi({ description: 'Missing: it was removed.' }),
  })
  .openapi('Difference');

const Examination = z
  .object({
    round: z.number().int(),
    decision: z.enum(['returned', 'rejected', 'approved']),
    invoiceSignedBy: z.uuid().nullable().openapi({ description: 'The signatory whose signature the invoice bears.' }),
    by: z.string().nullable().openapi({ description: 'ID of who decided.' }),
    note: z.string(),
    at: instant('When it was decided.'),
  })
  .openapi('Examination');

export const DeskCase = Row.extend({
  claimedBy: z.string().nullable().openapi({ description: 'ID of who holds it.' }),
  submission: z
    .object({
      round: z.number().int(),
      at: instant('When it was submitted.'),
      by: z.string().nullable().openapi({ description: 'ID of who submitted: a signatory, or a sub ID.' }),
      preparedBy: z.string().nullable().openapi({
        description: 'The sub ID that prepared what its signatory submitted; null where there is none.',
      }),
      content: AnyContent,
      findings: z.array(Finding).openapi({ description: 'What the rules said when it was submitted.' }),
      exporter: z.object({ registrationNumber: z.string(), nameEn: z.string(), addressEn: z.string() }),
      signatory: z.object({ signatoryId: z.uuid(), nameEn: z.string(), titleEn: z.string() }),
    })
    .openapi({ description: 'What is examined: the newest submission, as it stood.' }),
  differences: z
    .array(Difference)
    .nullable()
    .openapi({ description: 'Since the submission before; null at the first.' }),
  askedFor: z.array(Remark).openapi({ description: 'What was asked to be mended in the round before.' }),
  remarks: z.array(Remark).openapi({ description: 'What was asked for in this round, where it was sent back.' }),
  certifyPersons: z
    .union([z.literal(1), z.literal(2)])
    .openapi({ description: 'How many persons it takes: 2, who approves does not certify.' }),
  registration: z.object({
    number: z.string().openapi({ description: '貿易登録番号' }),
    nameJa: z.string(),
    nameEn: z.string(),
    addressEn: z.string(),
    memberClass: z.enum(['member', 'non_member']),
    status: z.enum(['active', 'expired', 'ended', 'struck_off']),
    validFrom: z.iso.date().openapi({ description: 'Day in Japan.' }),
    validUntil: z.iso.date().openapi({ description: 'Last day in Japan on which it is valid.' }),
    standing: z.enum(['good', 'not_yet', 'expired', 'ended', 'struck_off', 'suspended']).openapi({
      description: 'Today. Only a firm in `good` standing is certified.',
    }),
  }),
  signatories: z.array(Signatory),
  evidence: z.array(Evidence),
  invoiceComparison: InvoiceComparison,
  needed: z.array(NeededEvidence).openapi({ description: 'What must be attached, as the rules say today.' }),
  examinations: z.array(Examination).openapi({ description: 'All decisions, oldest first.' }),
  inWay: z
    .array(InWay)
    .openapi({ description: 'Sanctions that stop it, and of which nobody has decided that it goes on.' }),
  firmRemarks: FirmRemarks,
  history: z.array(DeskEvent),
}).openapi('DeskCase');

function submittedBy({ people, submission, application }: Case): { by: string | null; preparedBy: string | null } {
  const maker = people.get(application.accountId);
  const isReleased = maker?.role === 'sub' && maker.accountId !== submission.accountId;
  return { by: people.get(submission.accountId)?.loginId ?? null, preparedBy: isReleased ? maker.loginId : null };
}

/** @param today YYYY-MM-DD in Japan */
export function deskCaseShown(view: Case, today: string): z.infer<typeof DeskCase> {
  const { submission, registration } = view;
  return {
    ...rowShown(view.application),
    claimedBy: view.holder?.loginId ?? null,
    submission: {
      ...{ round: submission.round, at: submission.at.toISOString(), content: submission.content },
      ...submittedBy(view),
      findings: submission.findings.map(findingShown),
      ...{ exporter: submission.exporter, signatory: submission.signatory },
    },
    differences: view.differences ?? null,
    askedFor: view.askedFor.map(remarkShown),
    ...{ remarks: view.remarks.map(remarkShown), certifyPersons: view.certifyPersons },
    registration: {
      ...{ number: registration.number, nameJa: registration.nameJa, nameEn: registration.nameEn },
      ...{ addressEn: registration.addressEn, memberClass: registration.memberClass, status: registration.status },
      ...{ validFrom: registration.validFrom, validUntil: registration.validUntil },
      standing: standingOf(registration, today),
    },
    signatories: view.signatories.map(signatoryShown),
    evidence: view.evidence.map(evidenceShown),
    invoiceComparison: comparisonShown(view.comparison),
    needed: neededShown(view.needed, view.evidence),
    examinations: view.examinations.map(({ round, decision, accountId, invoiceSignedBy, note, at }) => ({
      ...{ round, decision, by: view.people.get(accountId)?.loginId ?? null, invoiceSignedBy },
      ...{ note, at: at.toISOString() },
    })),
    ...{ inWay: view.inWay.map(inWayShown), firmRemarks: remarksShown(view.firmRemarks) },
    history: deskHistory(view.history, view.people),
  };
}
