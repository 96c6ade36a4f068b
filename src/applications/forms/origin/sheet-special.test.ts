// The sheets of certificates that have what few have: on behalf of, a box struck out, food, others, several origins.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPdf } from '../../../paper/draw-pdf.ts';
import { type Inside, isShape, type PageModel, shapesOf, type TextRun } from '../../../paper/page.ts';
import { readBack } from '../../../paper/read-back.ts';
import { widthOf } from '../../../paper/text.ts';
import type { OriginContent } from './content.ts';
import { baseContent } from './rules/fixtures/base.ts';
import { originSheets } from './sheet.ts';
import { boxText, originBoxFit, othersText } from './sheet-boxes.ts';
import { demoIssued } from './sheet-fixture.ts';
import { boxes } from './sheet-layout.ts';
import { originShown } from './shown.ts';
import { foodPlaces } from './special-content.ts';

const runsOf = (page: PageModel): TextRun[] =>
  shapesOf(page.parts).filter((shape): shape is TextRun => shape.kind === 'text' && shape.outlined !== true);
const figuresOf = (parts: readonly Inside[]): string[] =>
  parts.flatMap((part) => {
    if (isShape(part)) return [];
    return part.role === 'Figure' ? [part.alt] : figuresOf(part.inside);
  });
const squeezed = (text: string): string => text.replace(/\s+/g, '');
const content = (change: Partial<OriginContent>): OriginContent => ({ ...baseContent(), ...change });
const sheetsOf = (of: OriginContent): PageModel[] => originSheets({ content: of, imprint: demoIssued });

test('box 1 names the company on whose behalf, behind the exporter', () => {
  const onBehalfOf = { name: 'ABC Inc.', address: '5 Example Road\n000001', country: 'Singapore' };
  expect(boxText('1', content({ onBehalfOf })).at(-1)).toBe('on behalf of ABC Inc., 5 Example Road 000001, Singapore');
  expect(boxText('1', content({ onBehalfOf: { ...onBehalfOf, name: ' ' } }))).toEqual(boxText('1', baseContent()));
});

test('box 3 struck out: a stroke, nothing of the invoice, on the paper and in what is shown of it', () => {
  const struck = content({ demand: { language: '', struckOut: ['3'] } });
  const [sheet] = sheetsOf(struck);
  if (sheet === undefined) throw new Error('no sheet');
  expect(figuresOf(sheet.parts)).toContain('Box 3 is struck out');
  expect(JSON.stringify(sheet)).not.toContain('NB-2026-118');
  const shown = originShown(struck, { ...demoIssued, number: '1' });
  expect(shown.boxes[2]?.lines).toEqual(['(struck out)']);
});

describe('food', () => {
  const food = { to: 'taiwan', place: 'Place of Manufacture', prefecture: 'Hokkaido' } as const;

  test('to Taiwan: the fixed sentence, then the place', () => {
    const [sentence, place] = boxText('6', content({ food, remarks: [] }));
    expect(sentence).toMatch(/^This certificate of origin is issued by the Chamber .* jurisdiction of the METI\.$/);
    expect(place).toBe('Place of Manufacture: Hokkaido');
  });

  test('to Thailand: the place alone', () => {
    expect(boxText('6', content({ food: { ...food, to: 'thailand' }, remarks: [] }))).toEqual([
      'Place of Manufacture: Hokkaido',
    ]);
  });

  test('a place that has no room in box 6 goes on under the goods, behind a * at both ends', () => {
    const full = content({ food, others: '* more' }); // with a remark already
    expect(boxText('6', full).at(-1)).toMatch(/METI\. \*$/);
    expect(othersText(full)).toEqual(['* Place of Manufacture: Hokkaido', '* more']);
    expect(originBoxFit(full)['6'].linesUsed).toBeLessThanOrEqual(originBoxFit(full)['6'].linesAllowed);
  });
});

test('whatever few certificates have: all of it can be read from the file, at 9 pt, inside the frame', async () => {
  const word = fc.string({ unit: fc.constantFrom(...'ABCxyz0189,.-'), minLength: 1, maxLength: 12 });
  const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((all) => all.join(' '));
  const food = fc.record({
    to: fc.constantFrom('taiwan' as const, 'thailand' as const),
    place: fc.constantFrom(...foodPlaces),
    prefecture: words(4),
  });
  const change = fc.record({
    onBehalfOf: fc.record({ name: words(2), address: words(2), country: fc.constant('Singapore') }),
    food,
    others: words(120),
  });
  await fc.assert(
    fc.asyncProperty(change, async (special) => {
      const of = content(special);
      const fits = Object.values(originBoxFit(of)).every(({ linesUsed, linesAllowed }) => linesUsed <= linesAllowed);
      fc.pre(fits);
      const pages = sheetsOf(of);
      const { pages: read } = await readBack(await drawPdf(pages, { title: 'x', lang: 'en', createdAt: new Date(0) }));
      const all = squeezed(read.map(({ text }) => text).join(''));
      for (const text of [...boxText('1', of), ...boxText('6', of)]) expect(all).toContain(squeezed(text));
      const goods = squeezed(pages.flatMap((page) => runsOf(page).map((run) => run.text)).join(' '));
      for (const text of othersText(of)) expect(goods).toContain(squeezed(text));
      const { x, width } = boxes['7'];
      for (const run of pages.flatMap(runsOf).filter(({ ink }) => ink === '#14161a')) {
        expect(run.size).toBeGreaterThanOrEqual(9);
        if (run.y > boxes['7'].y && run.y < boxes['9'].y && run.x < boxes['8'].x)
          expect(run.x + widthOf(run.text.trimEnd(), run)).toBeLessThanOrEqual(x + width);
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);
