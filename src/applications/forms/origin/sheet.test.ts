import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPdf } from '../../../paper/draw-pdf.ts';
import { drawSvg } from '../../../paper/draw-svg.ts';
import {
  type Box,
  type Inside,
  isShape,
  type PageModel,
  type PathShape,
  shapesOf,
  type TextRun,
} from '../../../paper/page.ts';
import { readBack, renderPage } from '../../../paper/read-back.ts';
import { widthOf } from '../../../paper/text.ts';
import type { Specimen } from '../imprint.ts';
import { foot, inner } from '../sheet/measures.ts';
import { OriginContent } from './content.ts';
import { originSheet, originSheets } from './sheet.ts';
import { demoIssued, manyGoods } from './sheet-fixture.ts';
import { boxes } from './sheet-layout.ts';
import { type OriginWording, originBoxes, originWording } from './wording.ts';

const { default: jsQR } = createRequire(import.meta.url)('jsqr') as typeof import('jsqr');

const options = { title: 'Certificate of Origin', lang: 'en', createdAt: new Date('2026-11-22T00:00:00Z') };
const specimen: Specimen<OriginWording> = { kind: 'specimen', wording: originWording, chamber: demoIssued.chamber };

const runsOf = (page: PageModel): TextRun[] =>
  shapesOf(page.parts).filter((shape): shape is TextRun => shape.kind === 'text' && shape.outlined !== true);
const textsOf = (page: PageModel): string[] => runsOf(page).map((run) => run.text.trimEnd());
const figuresOf = (parts: readonly Inside[]): string[] =>
  parts.flatMap((part) => {
    if (isShape(part)) return [];
    return part.role === 'Figure' ? [part.alt] : figuresOf(part.inside);
  });
const squeezed = (text: string): string => text.replace(/\s+/g, '');

describe('a certificate of one sheet', () => {
  const [sheet, ...others] = originSheets({ content: manyGoods(2), imprint: demoIssued });

  test('it has all ten labels exactly, its title, the chamber, and is ORIGINAL', () => {
    expect(others).toEqual([]);
    if (sheet === undefined) throw new Error('no sheet');
    const texts = textsOf(sheet);
    for (const label of Object.values(originWording.labels)) expect(texts).toContain(label);
    expect(texts).toEqual(expect.arrayContaining(['CERTIFICATE OF ORIGIN', demoIssued.chamber.nameEn, 'ORIGINAL']));
    expect(texts).toEqual(expect.arrayContaining(['Sheet 1 / 1', '7K3M-9QXD-2FHW-R', 'November 22, 2026']));
    expect(texts).not.toContain('To be continued');
  });

  test('what is declared is never smaller than 9 pt', () => {
    const sizes = runsOf(sheet as PageModel)
      .filter((run) => ['Naniwa', 'Hamburg', 'Germany', 'N/M', 'PCS', 'JAPAN'].some((word) => run.text.includes(word)))
      .filter((run) => run.ink === '#14161a')
      .map((run) => run.size);
    expect(sizes.length).toBeGreaterThan(6);
    expect(Math.min(...sizes)).toBe(9);
  });

  test('the total is printed by unit, with the packages', () => {
    const texts = textsOf(sheet as PageModel);
    expect(texts.slice(texts.indexOf('TOTAL') - 2, texts.indexOf('TOTAL') + 3)).toEqual([
      '3',
      'CARTONS',
      'TOTAL',
      '57',
      'PCS',
    ]);
  });

  test('totals stated from the invoice are printed as stated', () => {
    const totals = { packages: '2', quantities: [{ quantity: '1,057', unit: 'PIECES' }] };
    const [page] = originSheets({ content: { ...manyGoods(2), totals }, imprint: demoIssued });
    expect(textsOf(page as PageModel)).toEqual(expect.arrayContaining(['2', 'TOTAL', '1,057', 'PIECES']));
  });

  test('goods of another origin say so behind their description', () => {
    const content = manyGoods(1);
    const goods = content.goods.map((line) => ({ ...line, description: 'Copy machine', origin: 'Viet Nam' }));
    const [page] = originSheets({ content: { ...content, goods }, imprint: demoIssued });
    expect(textsOf(page as PageModel)).toContain('Copy machine (origin Viet Nam)');
  });

  test('a box that does not fit cannot be issued, and on a specimen says how much too much', () => {
    const content = { ...manyGoods(1), exporter: { name: 'A', address: '1\n2\n3\n4\n5\n6', country: 'Japan' } };
    expect(() => originSheets({ content, imprint: demoIssued })).toThrow('box 1 has 8 lines, there is room for 6');
    expect(textsOf(originSheets({ content, imprint: specimen })[0] as PageModel)).toContain('2 lines too many');
  });
});

describe('a certificate of many sheets', () => {
  const sheets = originSheets({ content: manyGoods(40), imprint: demoIssued });
  const figures = sheets.map((sheet) => figuresOf(sheet.parts));

  test('boxes 1–6 are struck on all sheets but the first, 9 and 10 on all but the last', () => {
    expect(sheets.length).toBeGreaterThan(2);
    for (const [i, alts] of figures.entries()) {
      expect(
        alts.some((alt) => alt.startsWith('Boxes 1 to 6')),
        `sheet ${i + 1}`,
      ).toBe(i > 0);
      expect(
        alts.some((alt) => alt.startsWith('Boxes 9 and 10')),
        `sheet ${i + 1}`,
      ).toBe(i < sheets.length - 1);
    }
  });

  test('it says where it goes on, and from where', () => {
    for (const [i, sheet] of sheets.entries()) {
      expect(textsOf(sheet).includes('To be continued')).toBe(i < sheets.length - 1);
      expect(textsOf(sheet).includes(`Continued from sheet ${i}`)).toBe(i > 0);
      expect(textsOf(sheet)).toContain(`Sheet ${i + 1} / ${sheets.length}`);
    }
  });

  test('who declares and who certifies stand on the last sheet only', () => {
    for (const [i, sheet] of sheets.entries()) {
      for (const name of ['Demo Signatory', 'Demo Certifier']) {
        expect(textsOf(sheet).includes(name)).toBe(i === sheets.length - 1);
      }
    }
  });

  test('number, access code and date stand on every sheet', () => {
    for (const sheet of sheets)
      expect(textsOf(sheet)).toEqual(expect.arrayContaining([demoIssued.number, demoIssued.accessCode]));
  });
});

describe('read back by another library', () => {
  test('600 lines: every goods line is in the text, in order, and the QR code is decoded from the picture', async () => {
    const content = manyGoods(600);
    const sheets = originSheets({ content, imprint: demoIssued });
    const pdf = await drawPdf(sheets, options);
    const read = await readBack(pdf);
    expect(read.pages).toHaveLength(sheets.length);
    const text = squeezed(read.pages.map((page) => page.text).join('\n'));
    let from = 0;
    for (const { packages, packageKind, description, quantity, unit } of content.goods) {
      const wanted = squeezed(`${packages} ${packageKind} ${description}`);
      const at = text.indexOf(wanted, from);
      expect(at, description).toBeGreaterThan(-1);
      expect(text.slice(at + wanted.length)).toMatch(new RegExp(`^${quantity}${unit}`));
      from = at + wanted.length;
    }
    const { rgba, width, height } = await renderPage(pdf, sheets.length, 150);
    expect(jsQR(new Uint8ClampedArray(rgba), width, height)?.data).toBe(demoIssued.qrAddress);
  }, 60_000);

  test('on a fax, black or white at 200 dpi, the ground is gone and the text stays', async () => {
    const content = { ...manyGoods(1), marks: '' };
    const dpi = 200;
    const picture = await renderPage(await drawPdf(originSheets({ content, imprint: demoIssued }), options), 1, dpi);
    const { x, y, width, height } = boxes['7'];
    const blank: Box = { x: x + 1, y: y + 30, width: width - 2, height: height - 32 };
    expect(darkShare(picture, blank, dpi, 128)).toBe(0);
    expect(darkShare(picture, blank, dpi, 253)).toBeGreaterThan(0.1); // the ground is there
    expect(darkShare(picture, { x: x + 20, y: y + 5, width: 60, height: 4 }, dpi, 128)).toBeGreaterThan(0.05);
  });

  test('on the same fax every rule between boxes stays, wherever it falls between the scan lines', async () => {
    const sheets = originSheets({ content: manyGoods(1), imprint: demoIssued });
    const picture = await renderPage(await drawPdf(sheets, options), 1, 200);
    for (const box of originBoxes) {
      const { x, y, width, height } = boxes[box];
      const left: Box = { x: x - 0.2, y: y + 1, width: 0.4, height: height - 2 };
      const top: Box = { x: x + 1, y: y - 0.2, width: width - 2, height: 0.4 };
      // A line one point wide is a third or a quarter of three or four points.
      for (const edge of [left, top]) expect(darkShare(picture, edge, 200, 128), `box ${box}`).toBeGreaterThan(0.24);
    }
  });

  test('four modules around the QR code are white: ISO/IEC 18004', () => {
    const [sheet] = originSheets({ content: manyGoods(1), imprint: demoIssued });
    const { points, module } = qrOn(sheet as PageModel);
    const free: Box = {
      x: Math.min(...points.map(({ x }) => x)) - 4 * module,
      y: Math.min(...points.map(({ y }) => y)) - 4 * module,
      width: Math.max(...points.map(({ x }) => x)) - Math.min(...points.map(({ x }) => x)) + 8 * module,
      height: Math.max(...points.map(({ y }) => y)) - Math.min(...points.map(({ y }) => y)) + 8 * module,
    };
    expect(free.x).toBeGreaterThanOrEqual(foot.x);
    expect(free.y).toBeGreaterThanOrEqual(foot.y);
    expect(free.y + free.height).toBeLessThanOrEqual(foot.y + foot.height);
    const near = runsOf(sheet as PageModel).filter((run) => run.y > foot.y && run.x < free.x + free.width);
    expect(near.map((run) => run.text)).toEqual([]);
  });

  test('every kanji of the marks is read back and paints', async () => {
    const marks = '髙﨑商店\n㈱例示食品 ①㉚\n鷗・𠮷・薩';
    const content = { ...manyGoods(1), marks };
    const pdf = await drawPdf(originSheets({ content, imprint: demoIssued }), options);
    const read = (await readBack(pdf)).pages[0]?.chars ?? [];
    const dpi = 200;
    const picture = await renderPage(pdf, 1, dpi);
    const column = read.filter(({ x, y }) => x < boxes['7'].x + 25 && y > boxes['7'].y + 5 && y < boxes['9'].y);
    const wanted = [...marks.replace(/\s/g, '')];
    expect(column.map(({ char }) => char).filter((char) => char.trim() !== '')).toEqual(wanted);
    for (const { char, x, y } of column.filter((each) => each.char.trim() !== '' && each.char !== '・')) {
      const dark = darkShare(picture, { x, y: y - 2.7, width: 3.1, height: 3.1 }, dpi, 110);
      expect(dark, char).toBeGreaterThan(0.06);
    }
  });
});

describe('a specimen', () => {
  test('it says so to eye and ear, and has no number, code, date or QR', () => {
    const [sheet] = originSheets({ content: manyGoods(1), imprint: specimen });
    const texts = textsOf(sheet as PageModel);
    expect(texts).toEqual(expect.arrayContaining(['SPECIMEN', 'SPECIMEN – NOT A CERTIFICATE']));
    expect(texts.join()).not.toMatch(/ORIGINAL|COPY|Certificate No|Access Code/);
    const shapes = shapesOf((sheet as PageModel).parts);
    expect(shapes.some((shape) => shape.kind === 'text' && shape.outlined === true && shape.size > 100)).toBe(true);
  });

  test('a draft with a character that cannot be printed is shown with a square; issued it is an error', async () => {
    const content = { ...manyGoods(1), marks: 'A😀\tB' };
    expect(textsOf(originSheets({ content, imprint: specimen })[0] as PageModel)).toContain('A□□B');
    await expect(drawPdf(originSheets({ content, imprint: demoIssued }), options)).rejects.toThrow('U+1f600');
  });

  test('one sheet alone is the same as among all, and a number beyond the last is the last', () => {
    const input = { content: manyGoods(40), imprint: specimen };
    const all = originSheets(input);
    expect(originSheet(input, 2)).toEqual({ page: all[1], sheets: all.length });
    expect(originSheet(input, 99).page).toEqual(all.at(-1));
    expect(originSheet(input, 0).page).toEqual(all[0]);
  });

  test('each box is an unseen area that a page can light; an issued sheet has none', () => {
    const marksOf = (sheets: readonly PageModel[]): (string | undefined)[] =>
      sheets.flatMap(({ parts }) => parts.map((part) => part.mark));
    const all = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].map((box) => `area-${box}`);
    const content = manyGoods(1);
    expect(marksOf(originSheets({ content, imprint: specimen }))).toEqual(expect.arrayContaining(all));
    expect(marksOf(originSheets({ content, imprint: demoIssued })).join()).not.toContain('area-');
  });

  test('an empty draft is drawn, as PDF and as SVG', async () => {
    const sheets = originSheets({ content: OriginContent.parse({}), imprint: specimen });
    expect(sheets).toHaveLength(1);
    expect((await drawPdf(sheets, options)).length).toBeGreaterThan(10_000);
    const svg = drawSvg(sheets[0] as PageModel, { label: 'Certificate of origin, specimen' });
    expect(svg).not.toMatch(/style=|<script/);
    expect(svg.length).toBeLessThan(200_000);
  });
});

describe('nothing stands outside its box', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'AWim 0123,.-/()日本髙', ' ', '\n'), maxLength: 90 });
  const goodsLine = fc.record({
    marks: typed,
    packages: fc.string({ unit: fc.constantFrom(...'0123456789,'), maxLength: 20 }),
    packageKind: fc.string({ unit: fc.constantFrom(...'CARTONS W'), maxLength: 60 }),
    description: typed,
    origin: fc.constantFrom('', 'China', "Lao People's Democratic Republic"),
    quantity: fc.string({ unit: fc.constantFrom(...'0123456789,.'), maxLength: 40 }),
    unit: fc.string({ unit: fc.constantFrom(...'PCSKG W'), maxLength: 40 }),
  });
  const declared = fc.record({ marks: typed, goods: fc.array(goodsLine, { maxLength: 12 }) });

  test('whatever is typed as goods, every run ends inside boxes 7 and 8, and no character is lost', () => {
    fc.assert(
      fc.property(declared, (fields) => {
        const content = OriginContent.parse(fields);
        const sheets = originSheets({ content, imprint: specimen });
        const body: Box = { ...boxes['7'], width: inner.width };
        let printed = '';
        for (const run of sheets.flatMap(runsOf)) {
          if (run.y < body.y + 5 || run.y > body.y + body.height || run.ink !== '#14161a') continue;
          printed += run.text;
          const box = run.x < boxes['8'].x ? boxes['7'] : boxes['8'];
          expect(run.x).toBeGreaterThanOrEqual(box.x);
          expect(run.x + widthOf(run.text.trimEnd(), run)).toBeLessThanOrEqual(box.x + box.width + 1e-6);
          expect(run.y + 0.9).toBeLessThanOrEqual(box.y + box.height);
        }
        const count = (text: string): number => [...squeezed(text)].filter((char) => '日本髙im'.includes(char)).length;
        const wanted = content.goods.map(
          (line) => `${line.marks}${line.description}${line.packageKind}${line.unit}${line.origin}`,
        );
        const extra = content.goods.filter((line) => line.origin.trim() !== '').length * 2; // (origin …)
        expect(count(printed)).toBe(count(content.marks + wanted.join('')) + extra);
      }),
      { numRuns: 60 },
    );
  });
});

/** Corners of the dark modules, and a module's side in millimetres. */
function qrOn(page: PageModel): { points: { x: number; y: number }[]; module: number } {
  const [qr] = shapesOf(page.parts).filter((shape): shape is PathShape & { module: number } => 'module' in shape);
  if (qr === undefined) throw new Error('no QR code');
  const points = qr.steps.flatMap((step) => (step.go === 'M' || step.go === 'L' ? [{ x: step.x, y: step.y }] : []));
  return { points, module: qr.module };
}

/** The share of a box's pixels whose lightness (ITU-R BT.709, 0 to 255) is below a value. */
function darkShare(picture: { width: number; rgba: Uint8Array }, box: Box, dpi: number, below: number): number {
  const px = (mm: number): number => Math.round((mm / 25.4) * dpi);
  let dark = 0;
  let all = 0;
  for (let y = px(box.y); y < px(box.y + box.height); y++) {
    for (let x = px(box.x); x < px(box.x + box.width); x++) {
      all += 1;
      const [red = 255, green = 255, blue = 255] = picture.rgba.subarray(4 * (y * picture.width + x));
      if (0.2126 * red + 0.7152 * green + 0.0722 * blue < below) dark += 1;
    }
  }
  return dark / all;
}
