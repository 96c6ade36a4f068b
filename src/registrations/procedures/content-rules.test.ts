// What a form must say before it may be handed in: one line of the table for each rule, and the place at which it is said.
import { describe, expect, test } from 'vitest';
import { ContentSignatory, RegistrationContent } from '../content.ts';
import { demoContent, demoSignatory, keyOf } from '../letters/letter-fixture.ts';
import { contentProblems } from './content-rules.ts';

/** A form that no rule holds up. */
const legal = (change: Record<string, unknown> = {}): RegistrationContent => {
  const base = demoContent();
  return RegistrationContent.parse({
    ...base,
    corporateNumber: '9000000000000',
    nameKana: 'ミホンボウエキ',
    business: { ...base.business, goodsJa: '産業機械' },
    contact: { ...base.contact, telephone: '06-1111-2223' },
    signatories: [demoSignatory(1, { nameEn: 'Taro Yamada', withoutSignature: true })],
    ...change,
  });
};
const signatory = (change: Partial<ContentSignatory> = {}): ContentSignatory =>
  ContentSignatory.parse(demoSignatory(1, { nameEn: 'Taro Yamada', withoutSignature: true, ...change }));
const business = (change: Record<string, string>) => ({ business: { ...legal().business, ...change } });
const contact = (change: Record<string, string>) => ({ contact: { ...legal().contact, ...change } });
const people = (...rows: ContentSignatory[]) => ({ signatories: rows });
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => signatory({ key: keyOf(n + 1), nameEn: `Taro Yamada ${'I'.repeat(n + 1)}` }));

test('a form that is complete has no problem', () => {
  expect(contentProblems(legal())).toEqual([]);
});

const wrong: readonly [rule: string, change: Record<string, unknown>, field: string][] = [
  ['the kind is chosen', { kind: '' }, 'kind'],
  ['the legal form is chosen', { legalForm: '' }, 'legalForm'],
  ['会員区分 is chosen', { memberClass: '' }, 'memberClass'],
  ['法人番号 has 13 digits', { corporateNumber: '900000000000' }, 'corporateNumber'],
  ['法人番号 fits its check digit', { corporateNumber: '8000000000000' }, 'corporateNumber'],
  ['a corporation has one', { corporateNumber: '' }, 'corporateNumber'],
  ['a sole trader has none', { legalForm: 'sole_trader', corporateNumber: '9000000000000' }, 'corporateNumber'],
  ['it has a name', { nameJa: ' ' }, 'nameJa'],
  ['the reading is katakana', { nameKana: 'みほん' }, 'nameKana'],
  ['the English name is there', { nameEn: '' }, 'nameEn'],
  ['the English name can be printed', { nameEn: 'MIHON 貿易' }, 'nameEn'],
  ['the English address can be printed', { addressEn: '大阪' }, 'addressEn'],
  ['the place of declaration is there', { placeEn: '' }, 'placeEn'],
  ['a postal code has seven digits', { postalCode: '530-000' }, 'postalCode'],
  ['the address is there', { addressJa: '' }, 'addressJa'],
  ['a telephone number is one', { telephone: '電話なし' }, 'telephone'],
  ['the representative is named', { representativeNameJa: '' }, 'representativeNameJa'],
  ['of a corporation with a title', { representativeTitleJa: '' }, 'representativeTitleJa'],
  ['since when', business({ since: '1987' }), 'business.since'],
  ['a month is one of twelve', business({ since: '1987-13' }), 'business.since'],
  ['the capital of a corporation', business({ capitalYen: '' }), 'business.capitalYen'],
  ['how many employees', business({ employees: 'many' }), 'business.employees'],
  ['what it does', business({ descriptionJa: '' }), 'business.descriptionJa'],
  ['its main goods', business({ goodsJa: '' }), 'business.goodsJa'],
  ['used goods take a licence', { usedGoods: true, antiqueLicence: '' }, 'antiqueLicence'],
  ['the contact has a name', contact({ nameJa: '' }), 'contact.nameJa'],
  ['in Latin letters, too', contact({ nameEn: '佐藤' }), 'contact.nameEn'],
  ['and a telephone', contact({ telephone: '' }), 'contact.telephone'],
  ['and one mail address', contact({ mail: 'a@example.jp, b@example.jp' }), 'contact.mail'],
  ['outside the district takes a reason', { outOfDistrict: true }, 'outOfDistrictReasonJa'],
  ['so does the sixteenth signatory', people(...many(16)), 'manySignatoriesReasonJa'],
  ['somebody signs', people(), 'signatories'],
  ['a signatory has a name in Japanese', people(signatory({ nameJa: '' })), 'signatories.0.nameJa'],
  ['in Latin letters', people(signatory({ nameEn: '山田' })), 'signatories.0.nameEn'],
  ['in full', people(signatory({ nameEn: 'Yamada' })), 'signatories.0.nameEn'],
  ['a title can be printed', people(signatory({ titleEn: '部長' })), 'signatories.0.titleEn'],
  ['a mail address', people(signatory({ mail: 'nobody' })), 'signatories.0.mail'],
  ['a signature, or none by choice', people(signatory({ withoutSignature: false })), 'signatories.0.signatureSha256'],
  ['サインは1人1つ', people(signatory(), signatory({ key: keyOf(2), nameEn: 'TARO  yamada' })), 'signatories.1.nameEn'],
  [
    'who leaves has a successor who stays',
    people(signatory(), signatory({ key: keyOf(2), nameEn: 'Hanako Sato', leaves: true, successorKey: keyOf(2) })),
    'signatories.1.successorKey',
  ],
  ['nothing that nobody sees', { nameJa: '見本\u202e貿易' }, 'nameJa'],
];

describe('contentProblems says', () => {
  test.each(wrong)('%s', (_, change, field) => {
    const found = contentProblems(legal(change)).filter((one) => one.field === field);
    expect(found).not.toEqual([]);
    for (const { ja, en } of found) expect([ja, en].every((words) => words.trim() !== '')).toBe(true);
  });
});

const right: readonly [rule: string, change: Record<string, unknown>][] = [
  ['full-width digits and hyphens of a 法人番号 are forgiven', { corporateNumber: '9-0000-0000-0000' }],
  ['and written in full width', { corporateNumber: '９００００００００００００' }],
  ['the capital may have commas', business({ capitalYen: '30,000,000' })],
  [
    'a sole trader has no 法人番号, no capital and no title',
    {
      ...{ legalForm: 'sole_trader', corporateNumber: '', representativeTitleJa: '' },
      ...business({ capitalYen: '' }),
    },
  ],
  ['an agent alone registers no signatory', { kind: 'agent', signatories: [] }],
  ['fifteen signatories take no reason', people(...many(15))],
  ['a signatory may have no title', people(signatory({ titleJa: '', titleEn: '' }))],
  [
    'who leaves needs nothing but a successor',
    people(signatory(), signatory({ key: keyOf(2), nameEn: '', mail: '', leaves: true, successorKey: keyOf(1) })),
  ],
];

describe('contentProblems lets through', () => {
  test.each(right)('%s', (_, change) => {
    expect(contentProblems(legal(change))).toEqual([]);
  });
});
