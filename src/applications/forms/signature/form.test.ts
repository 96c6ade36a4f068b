import { describe, expect, test } from 'vitest';
import type { Registration } from '../../../registrations/registration.ts';
import { documentLanguages, SignatureContent, signatureDocuments } from './content.ts';
import { signatureForm } from './form.ts';
import { signatureColumns } from './goods-columns.ts';
import { baseContent, baseFacts } from './rules/fixtures/base.ts';
import { issuedSignature } from './sheet-fixture.ts';
import { offeredStatement } from './statements.ts';

const registration: Registration = {
  chamberId: '0001',
  registrationId: 'r',
  number: '0001-000001',
  nameJa: '浪速食品株式会社',
  nameEn: 'NANIWA FOODS CO., LTD.',
  addressEn: '2-8 Honmachibashi, Chuo-ku, Osaka 540-0029',
  placeEn: 'Osaka, Japan',
  memberClass: 'member',
  kind: 'applicant',
  legalForm: 'corporation',
  corporateNumber: null,
  paperNumber: null,
  validFrom: '2026-01-01',
  validUntil: '2027-12-31',
  status: 'active',
  sanctioned: { suspendedUntil: null, extraDocumentsUntil: null, struckOff: false },
  usersSeeAll: true,
  releaseRequired: false,
};
const shownOf = (content: SignatureContent) => signatureForm.shown(content, issuedSignature);

describe('a new draft', () => {
  test('begins with what the registration knows and is told what is missing', () => {
    const content = signatureForm.begin(registration, undefined, '2026-11-22');
    expect(content.declarant.name).toBe(registration.nameEn);
    expect(content.declaration).toEqual({ place: 'Osaka, Japan', date: '2026-11-22' });
    const rules = signatureForm.problemsOf(content, baseFacts()).map(({ rule }) => rule);
    expect(rules).toEqual(['document-chosen', 'statement-given']);
  });

  test('a copy leaves reference and lots behind: they are another shipment’s', () => {
    const copy = signatureForm.begin(registration, baseContent(), '2026-12-01');
    expect(copy.reference).toBe('');
    expect(copy.goods.map(({ lot, description }) => [lot, description])).toEqual(
      baseContent().goods.map(({ description }) => ['', description]),
    );
    expect(copy.statement).toBe(baseContent().statement);
    expect(copy.declaration.date).toBe('2026-12-01');
  });
});

test('in lists it goes by its addressee, and claims no invoice number', () => {
  const content = baseContent();
  expect(signatureForm.keysOf(content)).toEqual({
    consignee: 'Ministry of Health and Prevention',
    invoiceNumbers: [],
    goodsLines: 2,
  });
  const anyone = { ...content, addressee: { ...content.addressee, form: 'anyone' as const } };
  expect(signatureForm.keysOf(anyone).consignee).toBe('To whom it may concern');
});

describe('what is offered to be declared', () => {
  test.each(signatureDocuments.flatMap((document) => documentLanguages.map((language) => ({ document, language }))))(
    'no rule objects to it: $document, $language',
    ({ document, language }) => {
      const offered = offeredStatement(document, language);
      expect(offered === '').toBe(document === 'other');
      const content = { ...baseContent(document), language, ...(offered === '' ? {} : { statement: offered }) };
      expect(signatureForm.problemsOf(content, baseFacts())).toEqual([]);
    },
  );
});

describe('the record', () => {
  test('holds what is printed and which document it is, nothing else', () => {
    const content = { ...baseContent('health'), title: 'POWER OF ATTORNEY' };
    content.translation = { ...baseContent('translation').translation };
    const recorded = signatureForm.recorded(content);
    expect(recorded.request).toEqual({
      ...{ document: 'health', destination: '', inkSignature: false, perforation: false, tallySeal: false },
    });
    expect(recorded.title).toBe('');
    expect(recorded.translation.text).toBe('');
    expect(recorded.maker).toEqual(content.maker);
  });

  test.each(signatureDocuments)('draws the same sheets as what it was made from: %s', (document) => {
    const content = { ...baseContent(document), title: 'A TITLE' };
    const sheets = signatureForm.sheets(content, issuedSignature);
    expect(signatureForm.sheets(signatureForm.recorded(content), issuedSignature)).toEqual(sheets);
  });

  test('read back by its schema it is the same', () => {
    const content = signatureForm.recorded(baseContent());
    expect(SignatureContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  });
});

describe('what is shown to who checks the paper', () => {
  test('everything that is printed, the destination not', () => {
    const shown = JSON.stringify(shownOf(baseContent()));
    for (const said of ['HEALTH CERTIFICATE', 'Naniwa Second Plant', 'L26-1104', '1,200 PCS', 'NF-2026-031'])
      expect(shown).toContain(said);
    expect(shown).toContain(`Signature verified by ${issuedSignature.chamber.nameEn}`);
    expect(shown).not.toContain('"AE"');
  });

  test('a translation with its text', () => {
    const shown = JSON.stringify(shownOf(baseContent('translation')));
    for (const said of ['Osaka Legal Affairs Bureau', 'Trade name: Naniwa Foods Co., Ltd.', 'November 2, 2026'])
      expect(shown).toContain(said);
  });
});

test('only a translation needs a document: what it was made from', () => {
  for (const document of signatureDocuments) {
    const needed = signatureForm.evidence(baseContent(document), baseFacts()).map(({ rule }) => rule);
    expect(needed).toEqual(document === 'translation' ? ['original-attached'] : []);
  }
});

test('what changed is told at its box', () => {
  const [before, after] = [baseContent(), baseContent()];
  after.statement = 'Another.';
  after.goods = [...after.goods.slice(1), { description: 'SALT', lot: '1', quantity: '', unit: '' }];
  const found = signatureForm.differencesBetween(before, after);
  expect(found.map(({ place }) => place)).toEqual(expect.arrayContaining(['4', 'goods']));
  for (const { place } of found) expect(signatureForm.places).toContain(place);
});

describe('a file of products', () => {
  const check = (text: string) => signatureForm.checkGoodsFile(new TextEncoder().encode(text), 'products.csv', {});

  test('is read by its headings', async () => {
    const read = await check('品名,ロット番号,数量,単位\nTEA,T1,10,PCS\nSALT,,,\n');
    expect(read.findings).toEqual([]);
    expect(read.goods).toEqual([
      { description: 'TEA', lot: 'T1', quantity: '10', unit: 'PCS' },
      { description: 'SALT', lot: '', quantity: '', unit: '' },
    ]);
  });

  test('is told its mistakes by row and column of the file', async () => {
    const { findings } = await check('Products,Quantity,Unit\nTEA,ten,PCS\n');
    expect(findings).toMatchObject([{ rule: 'quantity-number', row: 2, column: 'B Quantity' }]);
  });

  test('takes as many characters a cell as the content does', () => {
    for (const { field, maxLength } of signatureColumns) {
      const line = (length: number) => ({ goods: [{ [field]: 'x'.repeat(length) }] });
      expect(SignatureContent.safeParse(line(maxLength)).success, field).toBe(true);
      expect(SignatureContent.safeParse(line(maxLength + 1)).success, field).toBe(false);
    }
  });
});

test('full-width letters are mended where they are printed', () => {
  const content = { ...baseContent(), reference: 'ＮＦ-１', title: 'Ａ' };
  const { content: mended, changes } = signatureForm.mendCharacters(content);
  expect(mended.reference).toBe('NF-1');
  expect(mended.title).toBe('Ａ'); // not on a health certificate
  expect(changes).toEqual([{ path: 'reference', before: 'ＮＦ-１', after: 'NF-1' }]);
});
