import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPdf } from '../../../paper/draw-pdf.ts';
import { type PageModel, shapesOf, type TextRun } from '../../../paper/page.ts';
import { readBack } from '../../../paper/read-back.ts';
import { widthOf } from '../../../paper/text.ts';
import type { Specimen } from '../imprint.ts';
import { foot } from '../sheet/measures.ts';
import { measure } from '../sheet/text-blocks.ts';
import { SignatureContent, signatureDocuments } from './content.ts';
import { baseContent } from './rules/fixtures/base.ts';
import { imprintFit, signatureSheet, signatureSheets } from './sheet.ts';
import { issuedSignature } from './sheet-fixture.ts';
import { boxes } from './sheet-layout.ts';
import { type SignatureWording, signatureWording } from './wording.ts';

const options = { title: 'Signature Certificate', lang: 'en', createdAt: new Date('2026-11-22T00:00:00Z') };
const specimen: Specimen<SignatureWording> = {
  ...{ kind: 'specimen', wording: signatureWording, chamber: issuedSignature.chamber },
};
const runsOf = (page: PageModel): TextRun[] =>
  shapesOf(page.parts).filter((shape): shape is TextRun => shape.kind === 'text' && shape.outlined !== true);
const runsIn = (page: PageModel, mark: string): TextRun[] =>
  runsOf({ ...page, parts: page.parts.filter((part) => part.mark === mark) });
const textsOf = (page: PageModel): string[] => runsOf(page).map((run) => run.text.trimEnd());
const squeezed = (text: string): string => text.replace(/\s+/g, '');
const issued = (content: SignatureContent): PageModel[] => signatureSheets({ content, imprint: issuedSignature });
const first = (pages: readonly PageModel[]): PageModel => {
  const [page] = pages;
  if (page === undefined) throw new Error('no sheet');
  return page;
};

describe('a signature certificate of one sheet', () => {
  test.each([
    ['health', 'HEALTH CERTIFICATE'],
    ['free-sale', 'CERTIFICATE OF FREE SALE'],
    ['translation', 'DECLARATION ON A TRANSLATION'],
    ['other', 'POWER OF ATTORNEY'],
  ] as const)('%s: the corner says what the chamber does, the document has a title of its own', (document, title) => {
    const sheets = issued(baseContent(document));
    expect(sheets).toHaveLength(1);
    const texts = textsOf(first(sheets));
    expect(texts).toEqual(
      expect.arrayContaining(['SIGNATURE CERTIFICATE', 'signature verified by', title, 'ORIGINAL']),
    );
    for (const label of Object.values(signatureWording.labels)) expect(texts).toContain(label);
  });

  test('"Signature verified by" goes before the name of the chamber, in one sentence', () => {
    const words = squeezed(textsOf(first(issued(baseContent()))).join(''));
    expect(words).toContain(squeezed(`Signature verified by ${issuedSignature.chamber.nameEn}:`));
    expect(words).toContain(squeezed('The contents of this document are not certified.'));
  });

  test('headings follow the language of the document', () => {
    const texts = textsOf(first(issued({ ...baseContent('free-sale'), language: 'es' })));
    expect(texts).toEqual(expect.arrayContaining(['CERTIFICADO DE LIBRE VENTA', 'Fabricante', 'Productos']));
    expect(texts).not.toContain('Manufacturer');
  });

  test('what is declared is never smaller than 9 pt', () => {
    const sizes = runsOf(first(issued(baseContent())))
      .filter((run) => run.ink === '#14161a' && run.y < foot.y)
      .map((run) => run.size);
    expect(sizes.length).toBeGreaterThan(15);
    expect(Math.min(...sizes)).toBe(9);
  });

  test('no column for lots or quantities where no product has any, and none of what is not asked for', () => {
    const content = { ...baseContent('free-sale'), title: 'ANOTHER TITLE' };
    const goods = content.goods.map((line) => ({ ...line, lot: '', quantity: '', unit: '' }));
    const texts = textsOf(first(issued({ ...content, goods })));
    for (const absent of ['Lot No.', 'Quantity', 'ANOTHER TITLE', 'Place of manufacture'])
      expect(texts).not.toContain(absent);
  });

  test('a box that does not fit cannot be issued, and on a specimen says how much too much', () => {
    const content = baseContent();
    content.addressee = { ...content.addressee, address: '1\n2\n3\n4\n5\n6' };
    expect(() => issued(content)).toThrow('box 2 has 8 lines, there is room for 5');
    expect(textsOf(first(signatureSheets({ content, imprint: specimen })))).toContain('3 lines too many');
  });

  test('an empty draft, and what cannot be printed, can be looked at', () => {
    const empty = signatureSheet({ content: SignatureContent.parse({}), imprint: specimen }, 9);
    expect(empty.sheets).toBe(1);
    const { page } = signatureSheet(
      { content: { ...baseContent('other'), statement: 'a\u0e01b' }, imprint: specimen },
      1,
    );
    expect(textsOf(page)).toContain('a□b');
  });

  test('the longest name of a chamber is counted into the sentence of box 6', () => {
    const chamber = { nameEn: Array.from({ length: 30 }, () => 'Chamber').join(' '), cityEn: 'Naniwa, Japan' };
    const fit = imprintFit({ ...issuedSignature, chamber })['wording.certification'];
    expect(fit?.linesUsed).toBeGreaterThan(fit?.linesAllowed ?? 0);
    expect(() => signatureSheets({ content: baseContent(), imprint: { ...issuedSignature, chamber } })).toThrow();
  });
});

describe('a signature certificate of many sheets', () => {
  const content = baseContent('translation');
  const articles = Array.from({ length: 60 }, (_, i) => `Article ${i + 1}. The company does what its articles say.`);
  content.translation.text = articles.join('\n\n');
  const sheets = issued(content);
  const alts = sheets.map((sheet) =>
    JSON.stringify(sheet.parts.filter((part) => 'role' in part && part.role === 'Sect')),
  );

  test('the boxes above are struck on all sheets but the first, those below on all but the last', () => {
    expect(sheets.length).toBeGreaterThan(2);
    for (const [i, alt] of alts.entries()) {
      expect(alt.includes('Boxes 1 to 3 are struck out'), `sheet ${i + 1}`).toBe(i > 0);
      expect(alt.includes('Boxes 5 and 6 are struck out'), `sheet ${i + 1}`).toBe(i < sheets.length - 1);
    }
  });

  test('it says where it goes on, and who signs stands after the last line only', () => {
    for (const [i, sheet] of sheets.entries()) {
      const texts = textsOf(sheet);
      expect(texts.includes('To be continued')).toBe(i < sheets.length - 1);
      expect(texts.includes(`Continued from sheet ${i}`)).toBe(i > 0);
      expect(texts.includes('Demo Signatory')).toBe(i === sheets.length - 1);
      expect(texts.includes('Demo Certifier')).toBe(i === sheets.length - 1);
    }
  });

  test('no line is lost between two sheets', () => {
    const words = squeezed(sheets.flatMap(textsOf).join(''));
    for (const article of articles) expect(words).toContain(squeezed(article));
  });
});

/** Words as people type them: letters, figures, accents, and now and then one that is wider than a line. */
const word = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.string({ unit: fc.constantFrom(...'abcdeXYZ019éñÇ.,-&()'), minLength: 1, maxLength: 12 }),
  },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'WM@'), minLength: 60, maxLength: 120 }) },
);
const text = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' '));
const prose = fc.array(text(60), { minLength: 1, maxLength: 25 }).map((paragraphs) => paragraphs.join('\n\n'));
const products = fc.array(
  fc.record({
    description: text(30),
    lot: text(3).map((one) => one.slice(0, 100)),
    quantity: fc.constant('12'),
    unit: fc.constant('PCS'),
  }),
  { maxLength: 40 },
);

test('whatever is declared stands whole and in order inside box 4, on as many sheets as it takes', async () => {
  const typed = fc.record({
    document: fc.constantFrom(...signatureDocuments),
    statement: prose,
    translated: prose,
    goods: products,
  });
  await fc.assert(
    fc.asyncProperty(typed, async ({ document, statement, translated, goods }) => {
      const base = baseContent(document);
      const sheets = issued({ ...base, statement, goods, translation: { ...base.translation, text: translated } });
      const declared = sheets.map((sheet) => runsIn(sheet, 'box-4').filter((run) => run.ink === '#14161a'));
      for (const run of declared.flat()) expectInside(run);
      const words = squeezed(declared.flatMap((runs) => runs.map((run) => run.text)).join(''));
      expect(words).toContain(squeezed(statement));
      if (document === 'translation') expect(words).toContain(squeezed(translated));
      const read = await readBack(await drawPdf(sheets, options));
      expect(read.pages).toHaveLength(sheets.length);
      for (const [i, runs] of declared.entries()) expectInOrder(runs, read.pages[i]?.text ?? '');
    }),
    { numRuns: 6, seed: 20_261_123 },
  );
}, 60_000);

function expectInside(run: TextRun): void {
  expect(run.x, run.text).toBeGreaterThanOrEqual(measure.x - 0.01);
  expect(run.x + widthOf(run.text.trimEnd(), run), run.text).toBeLessThanOrEqual(measure.x + measure.width + 0.01);
  expect(run.y, run.text).toBeGreaterThan(boxes['4'].y + 6);
  expect(run.y + 1, run.text).toBeLessThan(boxes['4'].y + boxes['4'].height);
}

/** What the model says stands in the file, as another library reads it. */
function expectInOrder(runs: readonly TextRun[], read: string): void {
  const page = squeezed(read);
  let from = 0;
  for (const run of runs) {
    const at = page.indexOf(squeezed(run.text), from);
    expect(at, run.text).toBeGreaterThanOrEqual(from);
    from = at + squeezed(run.text).length;
  }
}
