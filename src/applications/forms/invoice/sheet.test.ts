import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPdf } from '../../../paper/draw-pdf.ts';
import { type Inside, isShape, type PageModel, shapesOf, type TextRun } from '../../../paper/page.ts';
import { readBack } from '../../../paper/read-back.ts';
import { glyphsMissing, widthOf } from '../../../paper/text.ts';
import { parseDecimal } from '../decimal.ts';
import type { Specimen } from '../imprint.ts';
import { declarationBox, foot, inner, titleBox } from '../sheet/measures.ts';
import { InvoiceContent } from './content.ts';
import { documentForms, documentKinds } from './document-kinds.ts';
import { invoiceFit, invoiceSheet, invoiceSheets } from './sheet.ts';
import { demoIssued, manyLines } from './sheet-fixture.ts';
import { boxes, goodsBoxOn, numberAgain } from './sheet-layout.ts';
import { type InvoiceWording, invoiceWording } from './wording.ts';

const options = { title: 'Invoice Certificate', lang: 'en', createdAt: new Date('2026-11-22T00:00:00Z') };
const specimen: Specimen<InvoiceWording> = { kind: 'specimen', wording: invoiceWording, chamber: demoIssued.chamber };

const runsOf = (page: PageModel): TextRun[] =>
  shapesOf(page.parts).filter((shape): shape is TextRun => shape.kind === 'text' && shape.outlined !== true);
const textsOf = (page: PageModel | undefined): string[] =>
  page === undefined ? [] : runsOf(page).map((run) => run.text.trimEnd());
const figuresOf = (parts: readonly Inside[]): string[] =>
  parts.flatMap((part) => {
    if (isShape(part)) return [];
    return part.role === 'Figure' ? [part.alt] : figuresOf(part.inside);
  });

describe('a document of one sheet', () => {
  const [sheet, ...others] = invoiceSheets({ content: manyLines(3), imprint: demoIssued });
  const texts = textsOf(sheet);

  test('it shows all that a commercial invoice must (Tokyo CCI), its title and the chamber', () => {
    expect(others).toEqual([]);
    expect(texts).toEqual(
      expect.arrayContaining([
        ...['COMMERCIAL INVOICE', 'ORIGINAL', demoIssued.chamber.nameEn, 'presented to'],
        ...['Demo Precision Machinery Co., Ltd.', 'Beispiel Werkzeugmaschinen GmbH', 'DPM-2026-1187'],
        ...['November 16, 2026', 'By sea, EVER SAMPLE V.052W', 'On or about November 28, 2026', 'MADE IN JAPAN'],
        ...['CIF Hamburg, Germany (Incoterms 2020)', 'Payment: L/C at sight', 'Unit price (USD)', 'Amount (USD)'],
      ]),
    );
  });

  test('a line has quantity, unit price and amount; below the last: subtotal, charges, discounts, total, words, packages', () => {
    const from = texts.indexOf('Deep groove ball bearing 6204, item 2');
    expect(texts.slice(from, from + 5)).toEqual([
      'Deep groove ball bearing 6204, item 2',
      '47',
      'PCS',
      '13.11',
      '616.17',
    ]);
    expect(texts.slice(texts.indexOf('SUBTOTAL'), texts.indexOf('SUBTOTAL') + 12)).toEqual([
      ...['SUBTOTAL', '2,811.25', 'INSURANCE', '85.00', 'SPECIAL DISCOUNT 2.5%', '-70.28'],
      ...['TOTAL CIF Hamburg, Germany', '57', 'PCS', '2,825.97', '84', 'KGS'],
    ]);
    expect(texts).toContain('SAY US DOLLARS TWO THOUSAND EIGHT HUNDRED TWENTY-FIVE AND 97/100 ONLY');
    expect(texts).toContain('6 CARTONS,  NET WEIGHT 7.5 KGS,  GROSS WEIGHT 9.75 KGS,  MEASUREMENT 0.303 M3');
  });

  test('the chamber certifies that it has seen the document, by its name', () => {
    const said = texts.join(' ');
    expect(said).toContain('Seen by the Naniwa Chamber of Commerce and Industry (Demo).');
    expect(said).toContain('contents are the statement of that party and are not certified');
  });

  test('what is declared is never smaller than 9 pt', () => {
    const declared = runsOf(sheet as PageModel).filter(({ ink }) => ink === '#14161a');
    expect(declared.length).toBeGreaterThan(40);
    expect(Math.min(...declared.map(({ size }) => size))).toBe(9);
  });

  test('goods without commercial value say so', () => {
    const content = { ...manyLines(1), noCommercialValue: true };
    const [page] = invoiceSheets({ content, imprint: demoIssued });
    expect(textsOf(page)).toContain('NO COMMERCIAL VALUE. VALUE FOR CUSTOMS PURPOSES ONLY.');
  });

  test('a box that does not fit cannot be issued, and on a specimen says how much too much', () => {
    const buyer = { name: 'A', address: '1\n2\n3\n4\n5\n6', country: 'Germany' };
    const content = { ...manyLines(1), buyer };
    expect(() => invoiceSheets({ content, imprint: demoIssued })).toThrow('box 2 has 8 lines, there is room for 6');
    expect(textsOf(invoiceSheets({ content, imprint: specimen })[0])).toContain('2 lines too many');
  });

  test('figures are never broken: columns that do not fit cannot be issued, and a specimen keeps them on the sheet', () => {
    const long = '123,456,789,012,345,678.123';
    const figures = { quantity: long, unitPrice: long, amount: long };
    const content = { ...manyLines(1), goods: manyLines(1).goods.map((line) => ({ ...line, ...figures })) };
    expect(() => invoiceSheets({ content, imprint: demoIssued })).toThrow('the columns of goods take');
    for (const page of invoiceSheets({ content, imprint: specimen }))
      expect(runsOf(page).filter(isOutside)).toEqual([]);
  });
});

describe.each(documentKinds)('%s', (document) => {
  const form = documentForms[document];
  const texts = textsOf(invoiceSheets({ content: manyLines(2, document), imprint: demoIssued })[0]);

  test('has its title, the heads of its columns, its parties and its end', () => {
    expect(texts).toContain(form.title);
    const heads = texts.filter((text) => /^(?:Unit price|Amount|Net|Packages|Quantity)\b/.test(text));
    expect(heads.some((head) => head.startsWith('Unit price'))).toBe(form.columns.includes('unitPrice'));
    expect(heads.some((head) => head.startsWith('Net '))).toBe(form.columns.includes('net'));
    expect(texts).toContain(invoiceWording.parties[form.parties]['2']);
    expect(texts.some((text) => text.startsWith(document === 'price-list' ? 'END OF LIST' : 'TOTAL'))).toBe(true);
    expect(texts.some((text) => text.startsWith('SAY '))).toBe(form.columns.includes('amount'));
  });

  test('prints no price where it has no column for one', () => {
    if (!form.columns.includes('unitPrice')) expect(texts.join(' ')).not.toMatch(/USD|CIF|L\/C at sight/);
  });
});

describe('a document of many sheets', () => {
  const content = manyLines(60);
  const sheets = invoiceSheets({ content, imprint: demoIssued });
  const last = sheets.length - 1;

  test('who issued it, its number and its date stand on every sheet', () => {
    expect(sheets.length).toBeGreaterThan(2);
    for (const [i, sheet] of sheets.entries()) {
      const said = textsOf(sheet);
      expect(said).toContain('Demo Precision Machinery Co., Ltd.');
      expect(said.join(' ')).toMatch(/DPM-2026-1187\s+November 16, 2026/);
      expect(said).toContain(`Sheet ${i + 1} / ${sheets.length}`);
      expect(said.includes('To be continued')).toBe(i < last);
      expect(said.includes(`Continued from sheet ${i}`)).toBe(i > 0);
    }
  });

  test('boxes 8 and 9 are struck out on all sheets but the last', () => {
    for (const [i, sheet] of sheets.entries()) {
      const struck = figuresOf(sheet.parts).some((alt) => alt.startsWith('Boxes 8 and 9'));
      expect(struck).toBe(i < last);
      expect(textsOf(sheet).includes('Demo Certifier')).toBe(i === last);
    }
  });

  test('what is carried forward is the sum of the sheet and those before it, and comes back on the next', () => {
    const amounts = (page: PageModel): bigint[] =>
      textsOf(page).flatMap((text, i, all) => (/^(?:PCS|KGS)$/.test(all[i - 2] ?? '') ? [cents(text)] : []));
    const beside = (page: PageModel | undefined, words: string): string | undefined => {
      const said = textsOf(page);
      return said[said.indexOf(words) + 1];
    };
    let sum = 0n;
    for (const [i, sheet] of sheets.slice(0, -1).entries()) {
      sum += amounts(sheet).reduce((total, one) => total + one, 0n);
      expect(cents(beside(sheet, 'Carried forward') ?? '')).toBe(sum);
      expect(beside(sheets[i + 1], 'Brought forward')).toBe(beside(sheet, 'Carried forward'));
    }
    expect(sum).toBeGreaterThan(0n);
    expect(textsOf(sheets[0])).not.toContain('Brought forward');
    expect(textsOf(sheets[last])).not.toContain('Carried forward');
  });

  test.each(documentKinds)('%s: nothing stands on anything else, with marks and without', (document) => {
    for (const marks of ['BEISPIEL\nHAMBURG', '']) {
      const pages = invoiceSheets({ content: { ...manyLines(50, document), marks }, imprint: demoIssued });
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) expect(overlaps(page)).toEqual([]);
    }
  });

  test('one sheet drawn alone is the same as among all', () => {
    expect(invoiceSheet({ content, imprint: demoIssued }, 2)).toEqual({ page: sheets[1], sheets: sheets.length });
    expect(invoiceSheet({ content, imprint: demoIssued }, 99).page).toEqual(sheets[last]);
  });
});

const cents = (text: string): bigint => parseDecimal(text)?.units ?? -1n;

/** Half a line of height is left for descenders. */
function isOutside(run: TextRun): boolean {
  const end = run.x + widthOf(run.text.trimEnd(), run) - (run.spacing ?? 0);
  const places = [titleBox, foot, numberAgain, goodsBoxOn(1), ...Object.values(boxes)];
  return !places.some(
    (box) => run.x >= box.x && end <= box.x + box.width + 1e-6 && run.y > box.y && run.y + 0.8 <= box.y + box.height,
  );
}

/** What is printed over what stands beside it on the same line. */
function overlaps(page: PageModel): string[] {
  const inBox7 = runsOf(page).filter(({ y }) => y > numberAgain.y && y < declarationBox.y);
  return inBox7.flatMap((run) => {
    const end = run.x + widthOf(run.text.trimEnd(), run);
    const over = inBox7.find((other) => Math.abs(other.y - run.y) < 1 && other.x > run.x && other.x < end - 1e-6);
    return over === undefined ? [] : [`"${run.text}" over "${over.text}"`];
  });
}

const squeezed = (text: string): string => text.replace(/\s/g, '');
const sorted = (text: string): string => [...squeezed(text)].sort().join('');

describe('whatever is declared', () => {
  const word = fc
    .string({ unit: fc.constantFrom(...'abcXYZ0189éñß&/().,-+%#³°×'), minLength: 1, maxLength: 14 })
    .filter((text) => glyphsMissing(text).length === 0);
  const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((each) => each.join(' '));
  const number = fc
    .tuple(fc.nat(99_999), fc.nat(999))
    .map(([whole, part]) => `${whole.toLocaleString('en-US')}.${part}`);
  const line = fc.record({
    marks: fc.oneof(fc.constant(''), words(3)),
    packages: fc.integer({ min: 1, max: 9999 }).map((count) => count.toLocaleString('en-US')),
    packageKind: fc.constantFrom('CARTONS', 'WOODEN CASES', 'PALLETS'),
    description: words(14),
    hsCode: fc.constantFrom('', '8482.10'),
    origin: fc.constantFrom('', 'Japan', 'Viet Nam'),
    quantity: number,
    unit: fc.constantFrom('PCS', 'KGS', 'SETS', 'ROLLS'),
    unitPrice: number,
    amount: fc.constant(''),
    netWeight: number,
    grossWeight: number,
    measurement: number,
  });
  const input = fc.record({
    document: fc.constantFrom(...documentKinds),
    marks: fc.array(words(2), { minLength: 1, maxLength: 12 }).map((each) => each.join('\n')),
    goods: fc.array(line, { minLength: 1, maxLength: 30 }),
    currency: fc.constantFrom('USD', 'JPY', 'KWD'),
  });

  test('every character is printed inside its box and read back by another library', async () => {
    await fc.assert(
      fc.asyncProperty(input, async ({ document, ...typed }) => {
        const content = InvoiceContent.parse({ ...manyLines(1, document), ...typed });
        fc.pre(Object.values(invoiceFit(content)).every(({ linesUsed, linesAllowed }) => linesUsed <= linesAllowed));
        const sheets = invoiceSheets({ content, imprint: demoIssued });
        for (const sheet of sheets) expect([...runsOf(sheet).filter(isOutside), ...overlaps(sheet)]).toEqual([]);
        const body = sheets
          .flatMap(runsOf)
          .filter(({ y, ink }) => y < declarationBox.y && y > inner.y && ink === '#14161a');
        const printed = body.map(({ text }) => text.replaceAll(' ', ' ')).join('');
        for (const { description } of content.goods)
          expect(squeezed(printed)).toContain(squeezed(description).slice(0, 8));
        const { pages } = await readBack(await drawPdf(sheets, options));
        expect(pages.map(({ text }) => sorted(text))).toEqual(sheets.map((sheet) => sorted(textsOf(sheet).join(''))));
      }),
      { numRuns: 4, endOnFailure: true }, // shrinking would draw hundreds of papers
    );
  });
});
