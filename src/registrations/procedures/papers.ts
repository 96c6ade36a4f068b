// Which papers a procedure needs, from the chamber's own and from public offices. The desk ticks these, the firm's page and
// the list that it prints show these. Pure.
import { type RegistrationContent, signatoriesWithoutReasons } from '../content.ts';
import { needsSignatures, staying } from './content-rules.ts';
import type { PaperKind, ProcedureKind } from './procedure.ts';

export type NeededPaper = {
  kind: PaperKind;
  /** 署名届 only: whose. */
  signatoryKey?: string;
  copies: number;
  /** Issued by a public office at most so many months before it is handed in. */
  maxAgeMonths?: 3;
};

/** What the procedure is measured against. */
export type PapersContext = {
  /** 変更 only: keys of the signatories whose signature is new, because the person is or because it was made again. */
  newSignatureKeys: readonly string[];
  /** 変更 only: what stands in the register. Unknown: a change asks for all that a renewal does, but for signatures. */
  registered?: RegistrationContent | undefined;
};

/**
 * 新規登録 and 登録更新 bring all that apply to the firm (Osaka CCI, 登録に必要な書類). 登録切替 brings 誓約書, 業態内容届 and
 * 署名届 only: the chamber holds the rest from the registration on paper. 登録変更 brings 業態内容届, and of the rest what
 * proves the change; that split is our choice.
 */
export function papersNeeded(
  content: RegistrationContent,
  procedure: ProcedureKind,
  context: PapersContext,
): NeededPaper[] {
  const before = procedure === 'change' ? context.registered : undefined;
  const own: NeededPaper[] = [
    ...oaths(content, before),
    one('business_details'),
    ...signatureSheets(content, procedure === 'change' ? context.newSignatureKeys : undefined),
  ];
  if (procedure === 'switch') return own;
  return [
    ...own,
    ...reasons(content, before),
    ...publicCertificates(content, before),
    ...copies(content, before, context.newSignatureKeys),
  ];
}

const one = (kind: PaperKind): NeededPaper => ({ kind, copies: 1 });
const recent = (kind: PaperKind): NeededPaper => ({ ...one(kind), maxAgeMonths: 3 });

/** Whether one of these differs from the register; with no register to look into, it does. */
const differs = (
  content: RegistrationContent,
  before: RegistrationContent | undefined,
  fields: readonly (keyof RegistrationContent)[],
): boolean => before === undefined || fields.some((field) => content[field] !== before[field]);

/** 申請者かつ代行業者 swears twice. Again on a change when another would be bound, and for a part newly taken. */
function oaths(content: RegistrationContent, before: RegistrationContent | undefined): NeededPaper[] {
  const who = differs(content, before, ['legalForm', 'nameJa', 'representativeNameJa']);
  const sworn = (part: 'applicant' | 'agent'): boolean => before?.kind === part || before?.kind === 'both';
  const parts = (['applicant', 'agent'] as const).filter((part) => content.kind === part || content.kind === 'both');
  return parts.filter((part) => who || !sworn(part)).map((part) => one(`oath_${part}`));
}

/** None for 代行業者, who file with a sub ID, and none for サイン登録なし. `only` undefined: of all. */
function signatureSheets(content: RegistrationContent, only: readonly string[] | undefined): NeededPaper[] {
  if (!needsSignatures(content)) return [];
  return staying(content)
    .filter(({ key, withoutSignature }) => !withoutSignature && (only === undefined || only.includes(key)))
    .map(({ key }) => ({ ...one('signature_sheet'), signatoryKey: key }));
}

function reasons(content: RegistrationContent, before: RegistrationContent | undefined): NeededPaper[] {
  const count = needsSignatures(content) ? staying(content).length : 0;
  const registered = before === undefined ? 0 : staying(before).length;
  const many = count > signatoriesWithoutReasons && count > registered;
  const outside = content.outOfDistrict && differs(content, before, ['outOfDistrict', 'addressJa']);
  return [...(many ? [one('reasons_many_signatories')] : []), ...(outside ? [one('reasons_out_of_district')] : [])];
}

/** On a change: where one of the facts differs that these certificates bear. */
function publicCertificates(content: RegistrationContent, before: RegistrationContent | undefined): NeededPaper[] {
  const proved = ['legalForm', 'corporateNumber', 'nameJa', 'addressJa', 'representativeNameJa'] as const;
  const corporation = [recent('register_extract'), recent('seal_certificate')];
  const soleTrader = [recent('residence_record'), recent('personal_seal_certificate')];
  const begins = differs(content, before, ['legalForm']);
  if (content.legalForm === '' || !differs(content, before, proved)) return [];
  if (content.legalForm === 'corporation') return corporation;
  return begins ? [...soleTrader, one('proof_of_business')] : soleTrader;
}

function copies(
  content: RegistrationContent,
  before: RegistrationContent | undefined,
  newSignatureKeys: readonly string[],
): NeededPaper[] {
  const newPerson =
    newSignatureKeys.length > 0 || differs(content, before, ['foreignNational', 'representativeNameJa']);
  const licence =
    content.usedGoods && content.kind !== 'agent' && differs(content, before, ['usedGoods', 'antiqueLicence']);
  return [
    ...(content.foreignNational && newPerson ? [one('residence_card')] : []),
    ...(licence ? [one('antique_licence')] : []),
  ];
}
