// What the API shows of an application (発給申請) to its firm.
import { z } from '@hono/zod-openapi';
import type { ApplicationRow } from '../../applications/application.ts';
import { evidenceKinds, evidenceNames } from '../../applications/evidence-kinds.ts';
import type { Evidence as EvidenceRow } from '../../applications/evidence-store.ts';
import { type Finding as FindingRow, places } from '../../applications/finding.ts';
import { applicationKinds } from '../../applications/forms/forms.ts';
import { isAttached, type NeededEvidence as NeededRow } from '../../applications/forms/needed.ts';
import { applicationStatuses } from '../../applications/lifecycle.ts';
import type { Maker } from '../../applications/makers-store.ts';
import type { FirmView, ListedApplication } from '../../applications/read.ts';
import type { Remark as RemarkRow } from '../../applications/remarks-store.ts';
import type { Saved as SavedContent } from '../../applications/save.ts';
import type { Signatory as SignatoryRow } from '../../registrations/registration.ts';
import { instant } from './answers.ts';
import { AnyContent } from './kind-schemas.ts';

export const Status = z.enum(applicationStatuses).openapi('ApplicationStatus', {
  description:
    'draft 作成中, submitted 申請中, returned 修正, approved 審査済, rejected 却下, certified 承認(決済待ち), paid 決済済, ' +
    'held 保留, issued 交付済, refunded 返金済, withdrawn 取下げ, cancelled 承認取消, lapsed 失効. ' +
    'The firm changes it while it is draft or returned.',
});

/** One, or several: `?status=draft&status=returned`. */
export const statusFilter = Status.or(z.array(Status)).optional();
export const statusesOf = (asked: z.infer<typeof statusFilter>) => (asked === undefined ? undefined : [asked].flat());

const Place = z.enum(places).openapi({ description: 'A box of the paper (`1` to `9`), or a place beside it.' });

export const EvidenceKind = z.enum(evidenceKinds).openapi('EvidenceKind', {
  description: evidenceKinds.map((kind) => `${kind}: ${evidenceNames[kind].en} (${evidenceNames[kind].ja})`).join('; '),
});

export const NeededEvidence = z
  .object({
    rule: z.string().openapi({ description: 'The name of the finding while it is missing.' }),
    anyOf: z.array(EvidenceKind).openapi({ description: 'One document of any of these kinds is enough.' }),
    because: z.object({ ja: z.string(), en: z.string() }),
    source: z.string().openapi({ description: 'Where the rule is stated.' }),
    attached: z.boolean(),
  })
  .openapi('NeededEvidence');

export const neededShown = (
  needed: readonly NeededRow[],
  attached: readonly EvidenceRow[],
): z.infer<typeof NeededEvidence>[] =>
  needed.map((one) => ({
    ...{ rule: one.rule, anyOf: [...one.kinds], because: one.because, source: one.source },
    attached: isAttached(one, attached),
  }));

export const Evidence = z
  .object({
    evidenceId: z.uuid(),
    kind: EvidenceKind,
    fileName: z.string(),
    sha256: z.string().openapi({ description: 'Of the file, hexadecimal.' }),
    pages: z.number().int(),
    addedAt: instant('When it was attached.'),
    addedInRound: z.number().int().openapi({ description: 'For which submission it was attached, from 1.' }),
  })
  .openapi('Evidence');

export const evidenceShown = (row: EvidenceRow): z.infer<typeof Evidence> => ({
  ...{ evidenceId: row.evidenceId, kind: row.kind, fileName: row.fileName, sha256: row.sha256.toString('hex') },
  ...{ pages: row.pages, addedAt: row.addedAt.toISOString(), addedInRound: row.addedInRound },
});

export const Signatory = z
  .object({
    ...{ signatoryId: z.uuid(), nameEn: z.string(), titleEn: z.string() },
    signatureRegistered: z.boolean(),
  })
  .openapi('Signatory');

export const signatoryShown = (row: SignatoryRow): z.infer<typeof Signatory> => ({
  ...{ signatoryId: row.signatoryId, nameEn: row.nameEn, titleEn: row.titleEn },
  signatureRegistered: row.signatureSha256 !== null,
});

export const Remark = z
  .object({ place: Place, words: z.string(), round: z.number().int(), at: instant('When it was written.') })
  .openapi('Remark');

export const remarkShown = ({ place, words, round, at }: RemarkRow): z.infer<typeof Remark> => ({
  ...{ place, words, round, at: at.toISOString() },
});

export const Finding = z
  .object({
    rule: z.string().openapi({ description: 'Stable name of the rule.' }),
    level: z
      .enum(['block', 'warn'])
      .openapi({ description: 'block: cannot be submitted so. warn: the examiner sees it.' }),
    place: Place,
    path: z.string().openapi({ description: 'Into the content; counts from 0: `goods.12.quantity`.' }),
    row: z.number().int().optional().openapi({ description: 'As a person counts, from 1; of a file, its row.' }),
    column: z.string().optional().openapi({ description: 'Of a file: letter and heading, `E 数量`.' }),
    ja: z.string(),
    en: z.string(),
    why: z.string().optional().openapi({
      description: 'Of a warning that stood at submission: what the applicant said of it.',
    }),
  })
  .openapi('Finding');

export const findingShown = (row: FindingRow): z.infer<typeof Finding> => ({
  ...{ rule: row.rule, level: row.level, place: row.place, path: row.path, ja: row.ja, en: row.en },
  ...(row.row === undefined ? {} : { row: row.row }),
  ...(row.column === undefined ? {} : { column: row.column }),
  ...(row.why === undefined ? {} : { why: row.why }),
});

const head = {
  applicationId: z.uuid(),
  kind: z.enum(applicationKinds).openapi({ description: 'origin: certificate of origin (原産地証明書).' }),
  status: Status,
  receiptNumber: z.string().nullable().openapi({ description: '受付番号, given at the first submission.' }),
  version: z.number().int().openapi({ description: 'Counts every change of what was typed; the ETag holds it.' }),
  round: z.number().int().openapi({ description: 'How many times it was submitted.' }),
  submittedAt: instant('The last submission.').nullable(),
  createdAt: instant('When it was begun.'),
  changedAt: instant('When what was typed, or the status, was last changed.'),
};

type Head = Pick<ApplicationRow, keyof typeof head>;
export const headShown = (row: Head) => ({
  ...{ applicationId: row.applicationId, kind: row.kind, status: row.status, receiptNumber: row.receiptNumber },
  ...{ version: row.version, round: row.round, submittedAt: row.submittedAt?.toISOString() ?? null },
  ...{ createdAt: row.createdAt.toISOString(), changedAt: row.changedAt.toISOString() },
});

const MadeBy = z
  .object({ id: z.string(), nameJa: z.string(), nameEn: z.string() })
  .openapi('MadeBy', { description: 'The ID under which it is made: the signatory’s own, or a sub ID.' });

const madeByShown = ({ loginId, nameJa, nameEn }: Maker): z.infer<typeof MadeBy> => ({ id: loginId, nameJa, nameEn });

export const Row = z
  .object({
    ...head,
    consignee: z.string(),
    invoiceNumbers: z.array(z.string()),
    goodsLines: z.number().int(),
  })
  .openapi('ApplicationRow');

export const rowShown = (row: ApplicationRow): z.infer<typeof Row> => ({
  ...headShown(row),
  ...{ consignee: row.consignee, invoiceNumbers: [...row.invoiceNumbers], goodsLines: row.goodsLines },
});

const preparedAt = instant(
  'Since when it waits for its signatory to release it; meanwhile nobody changes it.',
).nullable();
const preparedShown = (row: { preparedAt: Date | null }) => ({ preparedAt: row.preparedAt?.toISOString() ?? null });

/** As its firm lists it: of whom it is. */
export const FirmRow = Row.extend({
  preparedAt,
  madeBy: MadeBy,
  signatory: z
    .object({ signatoryId: z.uuid(), nameJa: z.string(), nameEn: z.string() })
    .openapi({ description: 'Whose signature it bears.' }),
}).openapi('FirmApplicationRow');

export const firmRowShown = (row: ListedApplication): z.infer<typeof FirmRow> => ({
  ...preparedShown(row),
  ...{ ...rowShown(row), madeBy: madeByShown(row.madeBy), signatory: row.signatory },
});

export const Started = z.object({ ...head, content: AnyContent }).openapi('StartedApplication');

export const Application = z
  .object({
    ...head,
    madeBy: MadeBy,
    preparedAt,
    content: AnyContent,
    evidence: z.array(Evidence),
    remarks: z.array(Remark).openapi({ description: 'What the examiner asked to mend in the last round.' }),
    signatory: z.object({ signatoryId: z.uuid(), nameEn: z.string(), titleEn: z.string() }),
    registrationNumber: z.string().openapi({ description: '貿易登録番号' }),
  })
  .openapi('Application');

export function applicationShown({ application, evidence, remarks, madeBy }: FirmView): z.infer<typeof Application> {
  const { signatoryId, nameEn, titleEn } = application.signatory;
  return {
    ...{ ...headShown(application), madeBy: madeByShown(madeBy), ...preparedShown(application) },
    ...{ content: application.content, evidence: evidence.map(evidenceShown), remarks: remarks.map(remarkShown) },
    ...{ signatory: { signatoryId, nameEn, titleEn }, registrationNumber: application.registration.number },
  };
}

export const Saved = z
  .object({ version: z.number().int(), savedAt: instant('When it was saved.'), goodsLines: z.number().int() })
  .openapi('Saved');

export const savedShown = ({ version, savedAt, content }: SavedContent): z.infer<typeof Saved> => ({
  ...{ version, savedAt: savedAt.toISOString(), goodsLines: content.goods.length },
});
