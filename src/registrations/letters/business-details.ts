// 業態内容届: all that the firm tells the chamber about itself, for the register (登録台帳).
import { oneLine, smallStyle, type Words } from '../../paper/letter.ts';
import { cellRows, type Flowing, factRows, heading } from '../../paper/letter-flow.ts';
import type { Cell, Column, Fact } from '../../paper/letter-table.ts';
import type { PageModel } from '../../paper/page.ts';
import type { ContentSignatory, RegistrationContent } from '../content.ts';
import { needsSignatures, staying } from '../procedures/content-rules.ts';
import { firmKindNames, paperNames, procedureNames } from '../procedures/paper-names.ts';
import type { LetterFacts } from './facts.ts';
import { documentTitle, letterPages, opening } from './letter-page.ts';

export const businessDetailsTitle = documentTitle(paperNames.business_details);

const look = { nameWidth: 46, align: 'left' } as const;
const nothing = '—';

export function businessDetailsPages(facts: LetterFacts): PageModel[] {
  const { content, procedure } = facts;
  const part = (title: string, rows: readonly Fact[]): Flowing[] => [
    heading(title, 5),
    { ...factRows(rows, 0.6, look), together: true },
  ];
  const blocks: Flowing[] = [
    ...opening(facts, { title: '業態内容届', below: `(${procedureNames[procedure.kind].ja})`, gap: 3 }),
    ...part('登録する者', firm(content)),
    ...part('業態', business(content)),
    ...part('会員区分と許可', membership(content)),
    ...part('連絡担当者(管理者IDの管理者)', contact(content)),
    ...(needsSignatures(content) ? signatories(content) : []),
  ];
  return letterPages(facts, paperNames.business_details.ja, blocks);
}

const fact = (ja: string, value: string): Fact => ({ ja, value: oneLine(value) || nothing });

function firm(content: RegistrationContent): Fact[] {
  const soleTrader = content.legalForm === 'sole_trader';
  const address = [content.postalCode && `〒${content.postalCode}`, content.addressJa].filter(Boolean).join('  ');
  const person = [content.representativeTitleJa, content.representativeNameJa].filter(Boolean).join('  ');
  return [
    fact('登録の種類', content.kind && firmKindNames[content.kind].ja),
    fact('法人・個人の別', legalFormName(content)),
    ...(soleTrader ? [] : [fact('法人番号', content.corporateNumber)]),
    fact(soleTrader ? '氏名' : '商号', content.nameJa),
    fact('フリガナ', content.nameKana),
    ...(soleTrader ? [fact('屋号', content.tradeNameJa)] : []),
    fact('英文名', content.nameEn),
    fact('住所', address),
    fact('英文住所', content.addressEn),
    fact('宣誓地(英文)', content.placeEn),
    fact('電話番号', content.telephone),
    fact(soleTrader ? '代表者' : '代表者の役職・氏名', person),
  ];
}

function legalFormName({ legalForm }: RegistrationContent): string {
  if (legalForm === '') return '';
  return legalForm === 'corporation' ? '法人' : '個人事業主';
}

function business(content: RegistrationContent): Fact[] {
  const { since, capitalYen, employees, descriptionJa, goodsJa, destinationsJa } = content.business;
  const soleTrader = content.legalForm === 'sole_trader';
  return [
    fact(soleTrader ? '開業年月' : '設立年月', monthText(since)),
    ...(soleTrader ? [] : [fact('資本金', withUnit(capitalYen, '円'))]),
    fact('従業員数', withUnit(employees, '名')),
    fact('事業内容', descriptionJa),
    fact('主な取扱品目', goodsJa),
    fact('主な輸出先', destinationsJa),
  ];
}

/** As typed where it is no month. */
function monthText(month: string): string {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  return year === undefined ? month : `${year}年${Number(number)}月`;
}

/** Digits in groups with their unit; anything else as typed. */
const withUnit = (digits: string, unit: string): string =>
  /^\d+$/.test(digits) ? `${digits.replace(/\B(?=(\d{3})+$)/g, ',')}${unit}` : digits;

function membership(content: RegistrationContent): Fact[] {
  const { memberClass, memberNumber } = content;
  const classes = { '': '', member: `会員  ${memberNumber && `会員番号 ${memberNumber}`}`, non_member: '非会員' };
  return [
    fact('会員区分', classes[memberClass]),
    fact('中古品の輸出', content.usedGoods ? `あり  古物商許可証 ${content.antiqueLicence || nothing}` : 'なし'),
    fact('事業所の所在', content.outOfDistrict ? '地区外' : '地区内'),
    fact('外国籍の方の有無', content.foreignNational ? 'あり' : 'なし'),
  ];
}

function contact({ contact: person }: RegistrationContent): Fact[] {
  return [
    fact('部署', person.departmentJa),
    fact('氏名', person.nameJa),
    fact('英文氏名', person.nameEn),
    fact('電話番号', person.telephone),
    fact('メールアドレス', person.mail),
  ];
}

const columns: Column[] = [
  { title: 'No.', width: 8 },
  { title: '氏名', width: 47 },
  { title: '役職', width: 38 },
  { title: 'メールアドレス', width: 47 },
  { title: '署名', width: 26 },
];

function signatories(content: RegistrationContent): Flowing[] {
  const names = new Map(content.signatories.map(({ key, nameJa, nameEn }) => [key, nameJa || nameEn]));
  const rows = content.signatories.map((person, i) => signatoryRow(person, i + 1, names.get(person.successorKey)));
  const none: Fact[] = [fact('署名者', '')];
  const count = staying(content).length;
  return rows.length === 0
    ? [heading('署名者', 5), factRows(none, 0.6, look)]
    : [heading(`署名者(${count}名)`, 5), cellRows(columns, rows, 0.6)];
}

function signatoryRow(person: ContentSignatory, number: number, successor: string | undefined): Cell[] {
  const said = (text: string): Words => ({ text: oneLine(text), style: { size: 8.5, face: 'regular' } });
  const small = (text: string): Words => ({ text: oneLine(text), style: smallStyle, quiet: true });
  const signature = person.withoutSignature ? 'サイン登録なし' : '署名届のとおり';
  const state = person.leaves
    ? [said('登録終了'), ...(successor === undefined ? [] : [small(`後任 ${successor}`)])]
    : [said(signature)];
  return [
    [said(String(number))],
    [said(person.nameJa), small(person.nameEn)],
    [said(person.titleJa), small(person.titleEn)],
    [{ text: oneLine(person.mail), style: smallStyle }],
    state,
  ];
}
