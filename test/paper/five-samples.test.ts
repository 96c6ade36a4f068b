// One line, three sheets, 600 lines, full boxes, Japanese marks: what readers that did not draw them get from the papers.
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { originBoxFit } from '../../src/applications/forms/origin/sheet-boxes.ts';
import { imprintFit } from '../../src/applications/forms/sheet/signed.ts';
import { recordJson, recordSheets } from '../../src/certificates/draw-record.ts';
import { comparePaper } from '../../src/certificates/read-paper.ts';
import { encodePng } from '../../src/outside/png-encode.ts';
import type { Signer } from '../../src/outside/signer.ts';
import { type Inside, isShape, type PageModel, shapesOf } from '../../src/paper/page.ts';
import { readBack, renderPage } from '../../src/paper/read-back.ts';
import { readSignature } from '../../src/paper/read-pdf-signature.ts';
import type { OriginRecord } from '../origin-record.ts';
import { popplerFacts, popplerFonts, popplerSignature, popplerText, zbarCodes } from './other-readers.ts';
import { paintReport } from './painted.ts';
import { dictOf, isSound, readObjects } from './qpdf.ts';
import { type SampleName, sampleNames, sampleRecord, secretsOf, signedPaper, throwAwaySigner } from './samples.ts';
import { figuresWithoutAlt, structureOf } from './structure.ts';

const { default: jsQR } = createRequire(import.meta.url)('jsqr') as typeof import('jsqr');

type Paper = { record: OriginRecord; sheets: PageModel[]; pdf: Buffer };
const papers = new Map<SampleName, Paper>();
let signer: Signer;

beforeAll(async () => {
  signer = await throwAwaySigner('The Naniwa Chamber of Commerce and Industry (Demo)');
  for (const name of sampleNames) {
    const record = sampleRecord(name);
    const sheets = recordSheets(record, secretsOf('ORIGINAL'));
    papers.set(name, { record, sheets, pdf: await signedPaper(record, 'ORIGINAL', signer) });
  }
}, 60_000);

function paper(name: SampleName): Paper {
  const found = papers.get(name);
  if (!found) throw new Error(`not drawn: ${name}`);
  return found;
}

/** Runs what another reader says, or prints that it could not be asked. */
function asked<T>(tool: string, said: T | undefined, expectOf: (said: T) => void): void {
  if (said !== undefined) expectOf(said);
  else process.stdout.write(`${tool} is not installed: left out here, the other readers were asked\n`);
}

const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

/** What was declared and certified, as words that must be found in the paper, in the order of the goods. */
function wanted({ content, chamber, certifier, signatory, number, wording }: OriginRecord): string[] {
  const goods = content.goods.flatMap((line) => [...line.marks.split('\n'), line.packages, line.quantity, line.unit]);
  const typed = [content.exporter, content.consignee].flatMap(({ name, address, country }) => [
    name,
    ...address.split('\n'),
    country,
  ]);
  const remarks = content.remarks.flatMap(({ title, text }) => [title, text]);
  return [...typed, ...remarks, ...content.marks.split('\n'), ...goods, ...Object.values(wording.labels)]
    .concat(content.invoices.map(({ number: invoice }) => invoice))
    .concat([chamber.nameEn, certifier.name, signatory.name, signatory.title, number])
    .map(squeezed)
    .filter((each) => each !== '');
}

function expectAll(text: string, record: OriginRecord): void {
  const found = squeezed(text);
  expect(wanted(record).filter((each) => !found.includes(each))).toEqual([]);
  let from = 0;
  for (const { packages, packageKind, description } of record.content.goods) {
    const at = found.indexOf(squeezed(packages + packageKind + description), from);
    expect(at, description).toBeGreaterThanOrEqual(from);
    from = at;
  }
}

test.each([
  ['one-line', 1],
  ['three-sheets', 3],
  ['six-hundred-lines', 26],
  ['full-boxes', 1],
  ['japanese-marks', 1],
] as const)('%s has %i pages', (name, pages) => {
  expect(paper(name).sheets).toHaveLength(pages);
});

test('the full boxes are full: each holds as many lines as there are', () => {
  const { record } = paper('full-boxes');
  const { 'wording.declaration': _, ...imprint } = imprintFit(record);
  for (const [box, fit] of Object.entries({ ...originBoxFit(record.content), ...imprint }))
    expect(fit.linesUsed, box).toBe(fit.linesAllowed);
});

describe.each(sampleNames)('%s', (name) => {
  test('every character that was drawn is read by PDFium, none more, on its page', async () => {
    const { pdf, sheets, record } = paper(name);
    await comparePaper(pdf, sheets);
    const read = await readBack(pdf);
    expect(read.pages).toHaveLength(sheets.length);
    expectAll(read.pages.map((page) => page.text).join('\n'), record);
  });

  test('pdftotext reads all that was declared and certified, the goods in their order', () => {
    const { pdf, record } = paper(name);
    asked('pdftotext', popplerText(pdf), (text) => {
      const found = squeezed(text);
      expect(wanted(record).filter((each) => !found.includes(each))).toEqual([]);
    });
  });

  test('the QR code is read from the 150 dpi picture of its first and last page, and no other code', async () => {
    const { pdf, sheets } = paper(name);
    const address = secretsOf('ORIGINAL').qrAddress;
    for (const page of new Set([1, sheets.length])) {
      const { rgba, width, height } = await renderPage(pdf, page, 150);
      expect(jsQR(new Uint8ClampedArray(rgba), width, height)?.data).toBe(address);
      const png = encodePng(rgba, width, height);
      asked('zbarimg', zbarCodes(png), (codes) => expect(codes).toEqual([address]));
    }
  });

  test('it is signed once, over the whole file, by the chamber’s key', () => {
    const { pdf } = paper(name);
    expect(readSignature(pdf)).toMatchObject({ ok: true, keyId: signer.keyId });
    asked('pdfsig', popplerSignature(pdf), (said) => expect(said).toEqual({ valid: true, wholeFile: true, count: 1 }));
  });

  test('qpdf finds it sound; it is tagged, every figure says what it shows, the record is inside', async () => {
    const { pdf, sheets, record } = paper(name);
    expect(await isSound(pdf)).toBe(true);
    const objects = await readObjects(pdf);
    const tags = structureOf(objects);
    const count = (tag: string): number => tags.filter((each) => each === tag).length;
    expect(count('H1')).toBe(sheets.length);
    expect(count('H2')).toBe(10 * sheets.length);
    expect(count('TR')).toBeGreaterThan(record.content.goods.length);
    expect(count('TR') * 3).toBe(count('TD'));
    expect(count('Figure')).toBe(figuresDrawn(sheets));
    expect(figuresWithoutAlt(objects)).toBe(0);
    const [spec] = objects.list(objects.dict(objects.trailer, '/Root'), '/AF');
    const { '/F': attached } = objects.dict(dictOf(objects.get(spec)), '/EF');
    expect(objects.bytes(attached).toString('utf8')).toBe(recordJson(record));
    asked('pdfinfo', popplerFacts(pdf), (facts) => {
      expect(facts).toMatchObject({ pages: sheets.length, tagged: true, encrypted: false, javaScript: false });
      expect(facts.tags.filter((tag) => tag === 'H1')).toHaveLength(sheets.length);
      expect(facts.tags.filter((tag) => tag === 'TD')).toHaveLength(count('TD'));
    });
  });

  test('every font is inside, cut, and says what its codes mean', () => {
    const { pdf } = paper(name);
    asked('pdffonts', popplerFonts(pdf), (fonts) => {
      expect(fonts.length).toBeGreaterThanOrEqual(2);
      for (const font of fonts)
        expect(font).toMatchObject({ type: 'CID TrueType', embedded: true, subset: true, toUnicode: true });
    });
  });

  test('every character is painted, with its own shape', { timeout: 60_000 }, async () => {
    const { pdf, sheets, record } = paper(name);
    const { different, characters, faults } = await paintReport(pdf, sheets);
    expect(faults).toEqual([]);
    expect(different).toBeGreaterThan(60);
    expect(characters).toBe([...textOf(sheets).replace(/\s/g, '')].length);
    const kanji = new Set(recordJson(record).match(/\p{Script=Han}/gu));
    if (name === 'japanese-marks') expect(kanji.size).toBeGreaterThan(30);
  });
});

test('the check of the paint sees a wrong shape and a blank', async () => {
  const { pdf, sheets } = paper('japanese-marks');
  // The model says one thing and the file another: as if a font had been cut wrongly.
  const wrong = sheets.map((sheet) => withTexts(sheet, (text) => text.replace('髙﨑商店', '高崎商店 黙')));
  const { faults } = await paintReport(pdf, wrong);
  expect(faults.map((fault) => fault.replace(/ on sheet.*/, ''))).toEqual([
    '高 (U+9AD8)',
    '崎 (U+5D0E)',
    '黙 (U+9ED9)',
  ]);
});

/** The page with every text in it changed. */
function withTexts(page: PageModel, change: (text: string) => string): PageModel {
  const walk = (part: Inside): Inside => {
    if (!isShape(part)) return { ...part, inside: part.inside.map(walk) } as Inside;
    return part.kind === 'text' ? { ...part, text: change(part.text) } : part;
  };
  return { ...page, parts: page.parts.map(walk) as PageModel['parts'] };
}

const textOf = (sheets: readonly PageModel[]): string =>
  sheets
    .flatMap((sheet) => shapesOf(sheet.parts))
    .map((shape) => (shape.kind === 'text' && shape.outlined !== true ? shape.text : ''))
    .join('');
const figuresDrawn = (sheets: readonly PageModel[]): number =>
  JSON.stringify(sheets, (key, value) => (key === 'png' ? '' : value)).match(/"role":"Figure"/g)?.length ?? 0;
