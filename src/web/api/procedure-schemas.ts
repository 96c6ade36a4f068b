// A procedure of trade registration (貿易登録の手続き) in the API's words. Lengths are those of registrations/content.
import { z } from '@hono/zod-openapi';
import { RegistrationContent as Content, ContentSignatory } from '../../registrations/content.ts';
import {
  type Procedure,
  type ProcedureRow,
  paperKinds,
  procedureKinds,
} from '../../registrations/procedures/procedure.ts';
import { procedureStatuses } from '../../registrations/procedures/procedure-lifecycle.ts';
import type { PaperState } from '../../registrations/procedures/procedure-papers.ts';
import type { ProcedurePaper } from '../../registrations/procedures/procedure-papers-store.ts';
import { waysOfPapers } from '../../registrations/procedures/procedure-papers-store.ts';
import type { FormView } from '../../registrations/procedures/read-procedure.ts';
import { instant } from './answers.ts';
import { described } from './described.ts';

const { signatories: _, business, contact, ...own } = Content.shape;
const typed = ContentSignatory.shape;

const Business = described(business.unwrap(), {
  since: 'Founded or opened: `1987-04`.',
  capitalYen: 'Yen, digits; not of a sole trader.',
  employees: 'Digits.',
  descriptionJa: '事業内容',
  goodsJa: '主な取扱品目',
  destinationsJa: '主な輸出先(国・地域); may stay empty.',
}).openapi('RegistrationBusiness');

const Contact = described(contact.unwrap(), {
  departmentJa: 'May stay empty.',
  nameJa: 'In Japanese.',
  nameEn: 'In Latin letters.',
  telephone: 'With the area code.',
  mail: 'The administrator ID is bound to it.',
}).openapi('RegistrationContact');

const fields = {
  ...described(z.object(own), {
    kind: 'applicant 申請者, agent 代行業者, both.',
    legalForm: 'What is asked depends on it.',
    corporateNumber: '法人番号, 13 digits; empty for a sole trader.',
    nameJa: '商号; of a sole trader the person’s own name.',
    nameKana: 'In katakana.',
    tradeNameJa: '屋号 of a sole trader; may stay empty.',
    nameEn: 'Exactly as it is printed in box 1.',
    postalCode: 'Such as `530-0001`.',
    addressJa: 'In Japanese.',
    addressEn: 'Exactly as it is printed in box 1; line breaks are kept.',
    placeEn: 'Place of declaration in box 9, such as `Osaka, Japan`.',
    telephone: 'With the area code.',
    representativeTitleJa: 'Of a corporation.',
    representativeNameJa: 'Who seals the pledge.',
    foreignNational: 'The representative or a signatory is a foreign national.',
    usedGoods: 'Used goods are exported.',
    antiqueLicence: 'Number of the licence for used goods.',
    outOfDistrict: 'The office is outside the chamber’s district.',
    outOfDistrictReasonJa: 'Why, if it is.',
    manySignatoriesReasonJa: 'From the sixteenth signatory on.',
    memberClass: 'As the firm says it; the chamber decides.',
    memberNumber: 'If it is known.',
  }).shape,
  business: Business,
  contact: Contact,
};

const signatory = {
  ...{ nameJa: typed.nameJa.unwrap(), nameEn: typed.nameEn.unwrap(), titleJa: typed.titleJa.unwrap() },
  ...{ titleEn: typed.titleEn.unwrap(), mail: typed.mail.unwrap(), withoutSignature: typed.withoutSignature.unwrap() },
  leaves: typed.leaves.unwrap().describe('Of a registered one: leaves; `successorKey` takes over.'),
  successorKey: typed.successorKey.unwrap().describe('Key of another row, or empty.'),
};

/** What a program writes; the signature itself has operations of its own (signature-routes). */
export const RegistrationForm = z
  .strictObject({
    ...fields,
    signatories: z
      .array(
        z.strictObject({
          key: typed.key.describe('Of the row as it was read; of a new signatory any new UUID.'),
          ...signatory,
        }),
      )
      .max(200)
      .describe('Complete: a new row that is left out is taken out; a registered signatory stays until `leaves`.'),
  })
  .openapi('RegistrationForm');

const RegistrationFormRead = z
  .strictObject({
    ...fields,
    signatories: z.array(
      z.strictObject({
        key: typed.key,
        ...signatory,
        registered: z.boolean().describe('Stands in the register; the name cannot be changed.'),
        signature: z.boolean().describe('There is a signature.'),
      }),
    ),
  })
  .openapi('RegistrationFormRead');

export const ProcedureKind = z
  .enum(procedureKinds)
  .openapi('ProcedureKind', { description: 'new 新規登録, switch 登録切替, renewal 登録更新, change 登録変更.' });

const facts = {
  procedureId: z.uuid(),
  kind: ProcedureKind,
  status: z.enum(procedureStatuses).openapi('ProcedureStatus', {
    description:
      'draft 入力中, submitted 書類待ち, received 書類受領, examining 審査中, returned 修正, rejected 却下, cancelled 取消, ' +
      'accepted 受理. The firm changes it while it is draft or returned.',
  }),
  receiptNumber: z.string().nullable(),
  rulesVersion: z.number().int().openapi({ description: 'Which rules were agreed to.' }),
  createdAt: instant('When it was begun.'),
  submittedAt: instant('When it was last submitted.').nullable(),
};

export const ProcedureSummary = z.object(facts).openapi('ProcedureSummary');

export const summaryShown = (row: ProcedureRow | Procedure): z.infer<typeof ProcedureSummary> => ({
  ...{ procedureId: row.procedureId, kind: row.kind, status: row.status, receiptNumber: row.receiptNumber },
  ...{ rulesVersion: row.rulesVersion, createdAt: row.createdAt.toISOString() },
  submittedAt: row.submittedAt?.toISOString() ?? null,
});

export const ProcedurePaperShown = z
  .object({
    paperId: z.uuid(),
    how: z.enum(waysOfPapers),
    day: z.iso.date().openapi({ description: 'On which it came, in Japan.' }),
    fileName: z.string(),
    pages: z.number().int(),
    checked: z.boolean().openapi({ description: 'The chamber has looked at it.' }),
  })
  .openapi('ProcedurePaper');

export const paperShown = (paper: ProcedurePaper): z.infer<typeof ProcedurePaperShown> => ({
  ...{ paperId: paper.paperId, how: paper.how, day: paper.day, fileName: paper.fileName },
  ...{ pages: paper.pictures.length, checked: paper.accountId !== null },
});

const NeededPaper = z.object({
  kind: z.enum(paperKinds),
  signatoryKey: z.uuid().nullable().openapi({ description: 'signature_sheet: whose.' }),
  copies: z.number().int(),
  came: z.array(ProcedurePaperShown),
});

const neededShown = ({ kind, signatoryKey, copies, came }: PaperState): z.infer<typeof NeededPaper> => ({
  ...{ kind, signatoryKey: signatoryKey ?? null, copies, came: came.map(paperShown) },
});

export const ProcedureView = z
  .object({
    ...facts,
    version: z.number().int(),
    form: RegistrationFormRead,
    problems: z.array(z.object({ field: z.string(), ja: z.string(), en: z.string() })).openapi({
      description: 'What stands in the way of submitting; `field` is a path into the form.',
    }),
    papers: z.array(NeededPaper),
    remarks: z.array(z.object({ place: z.string(), words: z.string() })).openapi({
      description: 'What the chamber asked to correct.',
    }),
  })
  .openapi('Procedure');

export const viewShown = ({ procedure, problems, papers, remarks }: FormView): z.infer<typeof ProcedureView> => ({
  ...summaryShown(procedure),
  ...{ version: procedure.version, form: formShown(procedure.content), problems, papers: papers.map(neededShown) },
  remarks: remarks.map(({ place, words }) => ({ place, words })),
});

const formShown = ({ signatories, ...rest }: Content): z.infer<typeof RegistrationFormRead> => ({
  ...rest,
  signatories: signatories.map((one) => {
    const { signatoryId, signatureSha256, signatureSourceSha256: _source, signatureScan: _scan, ...row } = one;
    return { ...row, registered: signatoryId !== '', signature: signatureSha256 !== '' };
  }),
});

/** What a program sent, in the form as it stands: signatures and what is registered stay what they are. */
export function withForm(content: Content, { signatories, ...rest }: z.infer<typeof RegistrationForm>): Content {
  const before = new Map(content.signatories.map((row) => [row.key, row]));
  const sent = new Set(signatories.map(({ key }) => key));
  const rows = signatories.map((row): ContentSignatory => {
    const old = before.get(row.key);
    if (!old)
      return { ...row, ...ContentSignatory.parse({ key: row.key }), ...named(row), leaves: false, successorKey: '' };
    const isRegistered = old.signatoryId !== '';
    return {
      ...{ ...old, ...row },
      ...(isRegistered ? { nameJa: old.nameJa, nameEn: old.nameEn } : { leaves: false, successorKey: '' }),
    };
  });
  const left = content.signatories.filter(({ key, signatoryId }) => signatoryId !== '' && !sent.has(key));
  return { ...content, ...rest, signatories: [...rows, ...left] };
}

type Row = z.infer<typeof RegistrationForm>['signatories'][number];
const named = ({ nameJa, nameEn, titleJa, titleEn, mail, withoutSignature }: Row) => ({
  ...{ nameJa, nameEn, titleJa, titleEn, mail, withoutSignature },
});
