// What has to be mended before a registration may be submitted. Pure: typing in, places and mends out.
import { isCorporateNumber } from '../../chambers/tax-number.ts';
import { isMailAddress } from '../../lib/mail-address.ts';
import { wordsProblem } from '../../lib/plain-words.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import { allowedCharacters } from '../character-set.ts';
import { type ContentSignatory, type RegistrationContent, signatoriesWithoutReasons } from '../content.ts';

const problem = (field: string, ja: string, en: string): FieldProblem => ({ field, ja, en });
const blank = (text: string): boolean => text.trim() === '';

/** Signatories who stay or come: those who leave need nothing but a successor. */
export const staying = (content: RegistrationContent): ContentSignatory[] =>
  content.signatories.filter((one) => !one.leaves);

/** Whether its signatories' signatures are registered: an agent alone signs nothing. */
export const needsSignatures = (content: RegistrationContent): boolean => content.kind !== 'agent';

/** `field` is a path into the content: `signatories.2.nameEn`. Empty: it may be submitted. */
export function contentProblems(content: RegistrationContent): FieldProblem[] {
  return [
    ...unseenSigns(content),
    ...kindProblems(content),
    ...companyProblems(content),
    ...businessProblems(content),
    ...contactProblems(content),
    ...reasonProblems(content),
    ...signatoryProblems(content),
  ];
}

type Texts = { [key: string]: unknown };

/** Control characters and marks of reading direction, which nobody sees, anywhere. */
function unseenSigns(content: RegistrationContent): FieldProblem[] {
  const walk = (value: unknown, path: string): FieldProblem[] => {
    if (typeof value === 'string') {
      const found = wordsProblem(path, value);
      return found ? [found] : [];
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value as Texts).flatMap(([key, one]) => walk(one, path === '' ? key : `${path}.${key}`));
  };
  return walk(content, '');
}

function kindProblems({ kind, legalForm, memberClass, corporateNumber }: RegistrationContent): FieldProblem[] {
  return [
    ...(kind === '' ? [problem('kind', '登録の種類を選んでください。', 'Choose the kind of registration.')] : []),
    ...(legalForm === ''
      ? [problem('legalForm', '法人か個人事業主かを選んでください。', 'Choose corporation or sole trader.')]
      : []),
    ...(memberClass === ''
      ? [problem('memberClass', '会員・非会員を選んでください。', 'Choose member or non-member.')]
      : []),
    ...corporateNumberProblems(legalForm, corporateNumber),
  ];
}

function corporateNumberProblems(legalForm: RegistrationContent['legalForm'], typed: string): FieldProblem[] {
  if (legalForm !== 'corporation') {
    if (legalForm === '' || blank(typed)) return [];
    return [
      problem(
        'corporateNumber',
        '個人事業主に法人番号はありません。欄を空にしてください(マイナンバーは書かないでください)。',
        'A sole trader has no corporate number. Leave it empty (never write the personal number).',
      ),
    ];
  }
  if (isCorporateNumber(plainDigits(typed))) return [];
  return [
    problem(
      'corporateNumber',
      '法人番号は数字13桁です。先頭は検査用の数字で、入力された番号とは合いません。国税庁の法人番号公表サイトか登記で確かめてください。',
      'The corporate number has 13 digits, the first of which checks the others; this one does not fit. See the National Tax Agency’s site.',
    ),
  ];
}

/** Full-width digits, spaces and hyphens forgiven. */
export const plainDigits = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '');

/** Letters that a certificate can print; the first that it cannot is named. */
function latinProblems(field: string, text: string, required: boolean): FieldProblem[] {
  if (blank(text))
    return required
      ? [
          problem(
            field,
            '英字で入れてください。証明書にこのとおり印刷されます。',
            'Give it in Latin letters, as it is to be printed.',
          ),
        ]
      : [];
  const wrong = [...text.normalize('NFC')].find((sign) => sign !== '\n' && !allowedCharacters.has(sign));
  if (wrong === undefined) return [];
  return [
    problem(
      field,
      `「${wrong}」は証明書に印刷できません。半角の英字・数字・記号で入れてください。`,
      `"${wrong}" cannot be printed on a certificate. Use Latin letters, digits and common signs.`,
    ),
  ];
}

const given = (field: string, text: string, ja: string, en: string): FieldProblem[] =>
  blank(text) ? [problem(field, ja, en)] : [];

function companyProblems(content: RegistrationContent): FieldProblem[] {
  const { nameJa, nameKana, postalCode, addressJa, telephone, representativeNameJa } = content;
  return [
    ...given('nameJa', nameJa, '名称を入れてください。', 'Give the name in Japanese.'),
    ...(/^[ァ-ヶー・\s]+$/.test(nameKana.normalize('NFKC'))
      ? []
      : [problem('nameKana', 'フリガナを全角カタカナで入れてください。', 'Give the reading in katakana.')]),
    ...latinProblems('nameEn', content.nameEn, true),
    ...latinProblems('addressEn', content.addressEn, true),
    ...latinProblems('placeEn', content.placeEn, true),
    ...(/^\d{3}-?\d{4}$/.test(postalCode.normalize('NFKC').trim())
      ? []
      : [
          problem(
            'postalCode',
            '郵便番号を7桁で入れてください(例: 530-0001)。',
            'Give the seven digits of the postal code.',
          ),
        ]),
    ...given('addressJa', addressJa, '所在地を入れてください。', 'Give the address in Japanese.'),
    ...telephoneProblems('telephone', telephone),
    ...given(
      'representativeNameJa',
      representativeNameJa,
      '代表者の氏名を入れてください。',
      'Name the representative.',
    ),
    ...(content.legalForm === 'corporation'
      ? given(
          'representativeTitleJa',
          content.representativeTitleJa,
          '代表者の役職を入れてください。',
          'Give the representative’s title.',
        )
      : []),
  ];
}

function telephoneProblems(field: string, text: string): FieldProblem[] {
  if (/^\+?[\d()\- ]{9,20}$/.test(text.normalize('NFKC').trim())) return [];
  return [problem(field, '電話番号を市外局番から入れてください。', 'Give the telephone number with its area code.')];
}

/** What a mail server would take, and no more than one. */
export function mailProblems(field: string, text: string): FieldProblem[] {
  if (isMailAddress(text.trim())) return [];
  return [
    problem(
      field,
      'メールアドレスを1つ、name@example.co.jp の形で入れてください。',
      'Give one mail address, like name@example.co.jp.',
    ),
  ];
}

function businessProblems({ business, legalForm, usedGoods, antiqueLicence }: RegistrationContent): FieldProblem[] {
  return [
    ...(/^(18|19|20)\d\d-(0[1-9]|1[0-2])$/.test(business.since)
      ? []
      : [
          problem(
            'business.since',
            '設立(開業)の年月を 1987-04 の形で入れてください。',
            'Give year and month, like 1987-04.',
          ),
        ]),
    ...(legalForm !== 'corporation' || /^\d{1,15}$/.test(plainDigits(business.capitalYen).replaceAll(',', ''))
      ? []
      : [
          problem(
            'business.capitalYen',
            '資本金を円単位の数字で入れてください。',
            'Give the capital in yen, in digits.',
          ),
        ]),
    ...(/^\d{1,7}$/.test(plainDigits(business.employees).replaceAll(',', ''))
      ? []
      : [problem('business.employees', '従業員数を数字で入れてください。', 'Give the number of employees in digits.')]),
    ...given('business.descriptionJa', business.descriptionJa, '事業内容を入れてください。', 'Describe the business.'),
    ...given('business.goodsJa', business.goodsJa, '主な取扱品目を入れてください。', 'Name the main goods.'),
    ...(usedGoods
      ? given(
          'antiqueLicence',
          antiqueLicence,
          '古物商許可証の番号を入れてください。',
          'Give the number of the licence for used goods.',
        )
      : []),
  ];
}

/** 連絡担当者, who holds the administrator ID. `field` begins with `contact.` */
export function contactProblems({ contact }: Pick<RegistrationContent, 'contact'>): FieldProblem[] {
  return [
    ...given('contact.nameJa', contact.nameJa, '連絡担当者の氏名を入れてください。', 'Name the contact.'),
    ...latinProblems('contact.nameEn', contact.nameEn, true),
    ...telephoneProblems('contact.telephone', contact.telephone),
    ...mailProblems('contact.mail', contact.mail),
  ];
}

function reasonProblems(content: RegistrationContent): FieldProblem[] {
  const many = staying(content).length > signatoriesWithoutReasons;
  return [
    ...(content.outOfDistrict
      ? given(
          'outOfDistrictReasonJa',
          content.outOfDistrictReasonJa,
          '地区外で登録する理由を入れてください。',
          'Say why you register outside the district.',
        )
      : []),
    ...(many
      ? given(
          'manySignatoriesReasonJa',
          content.manySignatoriesReasonJa,
          `署名者が${signatoriesWithoutReasons + 1}人以上になる理由を入れてください。`,
          `Say why you need more than ${signatoriesWithoutReasons} signatories.`,
        )
      : []),
  ];
}

function signatoryProblems(content: RegistrationContent): FieldProblem[] {
  if (!needsSignatures(content)) return [];
  const stay = staying(content);
  if (stay.length === 0)
    return [problem('signatories', '署名者を1人以上登録してください。', 'Register one signatory at least.')];
  return content.signatories.flatMap((one, index) =>
    one.leaves ? leaverProblems(content, one, index) : stayerProblems(content, one, index),
  );
}

function leaverProblems(content: RegistrationContent, one: ContentSignatory, index: number): FieldProblem[] {
  const successor = staying(content).find((other) => other.key === one.successorKey);
  if (successor) return [];
  return [
    problem(
      `signatories.${index}.successorKey`,
      'この署名者のサブID・下書き・認証済みの案件を引き継ぐ署名者を選んでください。',
      'Choose the signatory who takes over this one’s sub IDs, drafts and certified cases.',
    ),
  ];
}

const nameKey = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();

function stayerProblems(content: RegistrationContent, one: ContentSignatory, index: number): FieldProblem[] {
  const at = `signatories.${index}`;
  const twin = staying(content).find((other) => other !== one && nameKey(other.nameEn) === nameKey(one.nameEn));
  return [
    ...given(`${at}.nameJa`, one.nameJa, '署名者の氏名を入れてください。', 'Give the signatory’s name in Japanese.'),
    ...latinProblems(`${at}.nameEn`, one.nameEn, true),
    ...(!blank(one.nameEn) && !/\S\s+\S/.test(one.nameEn)
      ? [problem(`${at}.nameEn`, '姓と名を略さずに入れてください。', 'Give the full name, without abbreviation.')]
      : []),
    ...(twin && !blank(one.nameEn)
      ? [
          problem(
            `${at}.nameEn`,
            '同じ氏名の署名者がいます。サインは1人1つです。',
            'There is a signatory of this name already; each has one signature.',
          ),
        ]
      : []),
    ...latinProblems(`${at}.titleEn`, one.titleEn, false),
    ...mailProblems(`${at}.mail`, one.mail),
    ...(one.withoutSignature || one.signatureSha256 !== ''
      ? []
      : [
          problem(
            `${at}.signatureSha256`,
            'サインを登録するか、「サイン登録なし」を選んでください。',
            'Register the signature, or choose to register without one.',
          ),
        ]),
  ];
}
