import { describe, expect, test } from 'vitest';
import { type PageModel, shapesOf, type TextRun } from '../../../paper/page.ts';
import { widthOf } from '../../../paper/text.ts';
import type { Issued } from '../imprint.ts';
import { originSheets } from '../origin/sheet.ts';
import { demoIssued, manyGoods } from '../origin/sheet-fixture.ts';
import { boxes } from '../origin/sheet-layout.ts';
import type { OriginWording } from '../origin/wording.ts';
import { foot, inner, titleBox } from './measures.ts';
import { imprintFit } from './signed.ts';

const long = (words: number): string => Array.from({ length: words }, () => 'Certification').join(' ');
const sheetOf = (more: Partial<Issued<OriginWording>>): PageModel =>
  originSheets({ content: manyGoods(1), imprint: { ...demoIssued, ...more } })[0] as PageModel;
const runsOf = (page: PageModel): TextRun[] =>
  shapesOf(page.parts).filter((shape): shape is TextRun => shape.kind === 'text' && shape.outlined !== true);

describe('what chamber and registration print', () => {
  test('the default wording and an ordinary name fit', () => {
    for (const [part, fit] of Object.entries(imprintFit(demoIssued))) {
      expect(fit.linesUsed, part).toBeLessThanOrEqual(fit.linesAllowed);
    }
  });

  test.each([
    ['wording.declaration', { wording: { ...demoIssued.wording, declaration: long(30) } }],
    ['wording.certification', { wording: { ...demoIssued.wording, certification: long(30) } }],
    ['signatory', { signatory: { name: 'A', title: long(15) } }],
    ['certifier', { certifier: { name: 'A', title: long(20) } }],
    ['chamber.nameEn', { chamber: { nameEn: long(12), cityEn: 'Naniwa, Japan' } }],
  ] as const)('%s that takes more lines than there are cannot be issued', (part, more) => {
    const fit = imprintFit({ ...demoIssued, ...more })[part];
    expect(fit.linesUsed).toBeGreaterThan(fit.linesAllowed);
    expect(() => sheetOf(more)).toThrow(part);
  });

  test('as long as it may be, it stays inside its box', () => {
    const page = sheetOf({
      chamber: {
        nameEn: 'The Naniwa-Minami Chamber of Commerce and Industry (Demo)',
        cityEn: 'Naniwa, Japan',
      },
      certifier: {
        name: 'Bartholomew Featherstonehaugh',
        title: 'Manager, Certification Section, International Division',
      },
      signatory: { name: 'Demonstration Featherstonehaugh-Signatory', title: long(8) },
      number: '0001-2026-000123456789-7-LONG-NUMBER',
      qrAddress: `HTTPS://REFERENCE.A-LONG-HOST-NAME.EXAMPLE.JP/R/${'7K3M9QXD'.repeat(4)}`,
      referenceHost: 'reference.a-long-host-name.example.jp',
    });
    const places = [titleBox, foot, ...Object.values(boxes)];
    for (const run of runsOf(page)) {
      const end = run.x + widthOf(run.text.trimEnd(), run) - (run.spacing ?? 0);
      const within = places.some(
        (box) => run.x >= box.x && end <= box.x + box.width && run.y > box.y && run.y + 0.8 <= box.y + box.height,
      );
      expect(within, run.text).toBe(true);
      expect(run.x).toBeGreaterThan(inner.x);
    }
  });

  test.each(['The Demo Chamber', 'The Naniwa-Minami and Settsu-Higashi Joint Chamber of Commerce and Industry'])(
    'lines of the title do not stand on each other: %s',
    (nameEn) => {
      const ys = runsOf(sheetOf({ chamber: { nameEn, cityEn: 'Naniwa, Japan' }, certifier: { name: 'A', title: '' } }))
        .filter(({ x, y }) => x > titleBox.x && y < titleBox.y + titleBox.height)
        .map(({ y }) => y);
      expect(ys.length).toBeGreaterThan(4);
      for (let i = 1; i < ys.length; i++) expect((ys[i] ?? 0) - (ys[i - 1] ?? 0)).toBeGreaterThan(3.2);
    },
  );

  test('lines of box 10 do not stand on each other', () => {
    const ys = runsOf(sheetOf({}))
      .filter(({ x, y }) => x > boxes['10'].x && y > boxes['10'].y + 20 && y < foot.y)
      .map(({ y }) => y)
      .sort((a, b) => a - b);
    expect(ys.length).toBeGreaterThan(4);
    for (let i = 1; i < ys.length; i++) expect((ys[i] ?? 0) - (ys[i - 1] ?? 0)).toBeGreaterThan(3.9);
  });
});
