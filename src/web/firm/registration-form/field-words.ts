// Every field of a registration's form in words: its label, and one sentence of help where there is one.
import type { Name } from '../../../registrations/procedures/paper-names.ts';
import { firmKindNames } from '../../../registrations/procedures/paper-names.ts';

export const fieldNames = [
  ...(['kind', 'legalForm', 'memberClass', 'memberNumber', 'corporateNumber', 'nameJa', 'nameKana'] as const),
  ...(['tradeNameJa', 'nameEn', 'postalCode', 'addressJa', 'addressEn', 'placeEn', 'telephone'] as const),
  ...(['representativeTitleJa', 'representativeNameJa', 'foreignNational', 'outOfDistrict'] as const),
  ...(['outOfDistrictReasonJa', 'business.since', 'business.capitalYen', 'business.employees'] as const),
  ...(['business.descriptionJa', 'business.goodsJa', 'business.destinationsJa', 'usedGoods'] as const),
  ...(['antiqueLicence', 'contact.departmentJa', 'contact.nameJa', 'contact.nameEn'] as const),
  ...(['contact.telephone', 'contact.mail', 'manySignatoriesReasonJa'] as const),
] as const;
export type FieldName = (typeof fieldNames)[number];

export const isFieldName = (path: string): path is FieldName => fieldNames.some((one) => one === path);

const name = (ja: string, en: string): Name => ({ ja, en });

export const fieldLabels: Readonly<Record<FieldName, Name>> = {
  kind: name('登録の種類', 'Kind of registration'),
  legalForm: name('法人・個人事業主', 'Corporation or sole trader'),
  memberClass: name('会員区分', 'Membership'),
  memberNumber: name('会員番号', 'Member number'),
  corporateNumber: name('法人番号', 'Corporate number'),
  nameJa: name('商号・氏名(日本語)', 'Name, in Japanese'),
  nameKana: name('フリガナ', 'Reading, in katakana'),
  tradeNameJa: name('屋号', 'Trade name'),
  nameEn: name('商号・氏名(英語)', 'Name, in English'),
  postalCode: name('郵便番号', 'Postal code'),
  addressJa: name('所在地(日本語)', 'Address, in Japanese'),
  addressEn: name('所在地(英語)', 'Address, in English'),
  placeEn: name('申請を行う地(英語)', 'Place of declaration'),
  telephone: name('電話番号', 'Telephone'),
  representativeTitleJa: name('代表者の役職', 'Representative’s title'),
  representativeNameJa: name('代表者の氏名', 'Representative’s name'),
  foreignNational: name(
    '代表者または署名者に、外国籍の方がいます',
    'The representative or a signatory is a foreign national',
  ),
  outOfDistrict: name('事業所が、この商工会議所の地区の外にあります', 'Our office is outside the chamber’s district'),
  outOfDistrictReasonJa: name('地区外で登録する理由', 'Why you register outside your district'),
  'business.since': name('設立(開業)年月', 'Founded'),
  'business.capitalYen': name('資本金(円)', 'Capital, in yen'),
  'business.employees': name('従業員数', 'Employees'),
  'business.descriptionJa': name('事業内容', 'Business'),
  'business.goodsJa': name('主な取扱品目', 'Main goods'),
  'business.destinationsJa': name('主な輸出先(国・地域)', 'Main countries of destination'),
  usedGoods: name('中古品を輸出します', 'We export used goods'),
  antiqueLicence: name('古物商許可証の番号', 'Number of the licence for used goods'),
  'contact.departmentJa': name('部署', 'Department'),
  'contact.nameJa': name('氏名(日本語)', 'Name, in Japanese'),
  'contact.nameEn': name('氏名(英語)', 'Name, in English'),
  'contact.telephone': name('電話番号', 'Telephone'),
  'contact.mail': name('メールアドレス', 'Mail address'),
  manySignatoriesReasonJa: name('署名者が16人以上になる理由', 'Why you need more than 15 signatories'),
};

export const fieldHelps: Readonly<Partial<Record<FieldName, Name>>> = {
  kind: name(
    '貨物の輸出者として申請するのが申請者、ほかの会社のために申請するのが代行業者です。',
    'An applicant applies as exporter of its own goods; an agent applies for other firms.',
  ),
  legalForm: name('選んで保存すると、続きの項目が出ます。', 'Choose and save; the next fields depend on it.'),
  memberClass: name(
    '登録料が変わります。受理のときに商工会議所が確かめます。',
    'The fee depends on it. The chamber checks it on acceptance.',
  ),
  memberNumber: name('わかる場合に入れてください。', 'If you know it.'),
  corporateNumber: name(
    '数字13桁。国税庁の法人番号公表サイトで確かめられます。',
    '13 digits, as on the National Tax Agency’s corporate number site.',
  ),
  nameJa: name(
    '登記のとおり。個人事業主は代表者ご本人の氏名。',
    'As in the commercial register; a sole trader gives the person’s own name.',
  ),
  nameKana: name('全角カタカナ。「カブシキガイシャ」は要りません。', 'In full-width katakana.'),
  tradeNameJa: name('ある場合に入れてください。', 'If you use one.'),
  nameEn: name(
    '証明書の第1欄に、このとおり印刷します。大文字・小文字やコンマもこのままです。',
    'Printed in box 1 exactly as typed, with its capitals and commas.',
  ),
  addressEn: name(
    '証明書の第1欄に、名称の下にこのとおり印刷します。',
    'Printed in box 1 below the name, exactly as typed.',
  ),
  postalCode: name('例: 530-0001', 'Such as 530-0001.'),
  addressJa: name('登記のとおり、都道府県から。', 'In full, beginning with the prefecture.'),
  placeEn: name(
    '証明書の第9欄の申請地です。例: Osaka, Japan',
    'The place in box 9 of the certificate, such as Osaka, Japan.',
  ),
  telephone: name('市外局番から。', 'With the area code.'),
  representativeNameJa: name(
    '誓約書に押印する方。個人事業主はご本人。',
    'Who seals the pledge; of a sole trader, the person.',
  ),
  foreignNational: name('在留カードの写しが必要になります。', 'A copy of the residence card is needed.'),
  outOfDistrict: name('地区外登録理由書が必要になります。', 'A statement of reasons is needed.'),
  outOfDistrictReasonJa: name('地区の外にある場合だけ。', 'Only if the office is outside the district.'),
  'business.since': name('例: 1987-04', 'Year and month, such as 1987-04.'),
  'business.goodsJa': name('例: 産業機械、ゴムパッキン', 'Such as industrial machinery, rubber gaskets.'),
  usedGoods: name('古物商許可証の写しが必要になります。', 'A copy of the licence is needed.'),
  antiqueLicence: name('中古品を輸出する場合だけ。', 'Only if you export used goods.'),
  'contact.mail': name(
    '管理者IDの連絡先になります。IDを使う方おひとりのアドレスにしてください。',
    'The administrator ID is bound to it: use the address of the one person who will hold the ID.',
  ),
  manySignatoriesReasonJa: name('署名者は原則として15人までです。', 'As a rule there are up to 15 signatories.'),
};

/** What a choice is called, by its value. */
export const choiceNames: Readonly<Record<string, Name>> = {
  ...firmKindNames,
  corporation: name('法人', 'Corporation'),
  sole_trader: name('個人事業主', 'Sole trader'),
  member: name('会員', 'Member'),
  non_member: name('非会員', 'Non-member'),
};

/** Lengths in which a value is shown on pages: a choice and a tick in words, an empty one as a dash. */
export function shownValue(lang: 'ja' | 'en', value: string): string {
  if (value === 'true') return lang === 'ja' ? 'はい' : 'Yes';
  if (value === 'false') return lang === 'ja' ? 'いいえ' : 'No';
  return choiceNames[value]?.[lang] ?? (value.trim() === '' ? '—' : value);
}
