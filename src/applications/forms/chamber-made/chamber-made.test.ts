import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPdf } from '../../../paper/draw-pdf.ts';
import { type PageModel, shapesOf, type TextRun } from '../../../paper/page.ts';
import { readBack } from '../../../paper/read-back.ts';
import { widthOf } from '../../../paper/text.ts';
import { corporation } from '../corporation/kind.ts';
import { membership } from '../membership/kind.ts';
import { measure } from '../sheet/text-blocks.ts';
import { type Made, madeLanguages, withMade } from './content.ts';
import { asked, complete, facts, issuedBy, registration, written } from './fixture.ts';
import { chamberMadeFixtures } from './fixtures.ts';
import { formOfKind } from './form-of-kind.ts';
import { draftOfMade } from './kind.ts';
import { madeProblems } from './made-rules.ts';
import { chamberMadeRules } from './rules.ts';
import { boxes } from './sheet-layout.ts';

const kinds = [membership, corporation] as const;
const today = '2026-11-22';
const form = formOfKind(membership);
const runsOf = (page: PageModel, mark?: string): TextRun[] =>
  shapesOf(mark === undefined ? page.parts : page.parts.filter((part) => part.mark === mark)).filter(
    (shape): shape is TextRun => shape.kind === 'text' && shape.outlined !== true,
  );
const textsOf = (pages: readonly PageModel[]): string[] =>
  pages.flatMap((page) => runsOf(page).map((run) => run.text.trimEnd()));
const squeezed = (text: string): string => text.replace(/\s+/g, '');

describe('what the firm asks for', () => {
  test('no rule objects to the base, and a new draft lacks the purpose only', () => {
    expect(form.problemsOf(asked(), facts())).toEqual([]);
    const begun = form.begin(registration, undefined, today);
    expect(form.problemsOf(begun, facts()).map(({ path }) => path)).toEqual(['request.purpose']);
  });

  test('every rule has a good and a bad fixture', () => {
    expect(Object.keys(chamberMadeFixtures).sort()).toEqual(chamberMadeRules.map(({ name }) => name).sort());
    for (const [name, list] of Object.entries(chamberMadeFixtures)) {
      expect(new Set(list.map(({ path }) => path === undefined)), name).toEqual(new Set([true, false]));
    }
  });

  test.each(chamberMadeRules)('$name', ({ name, level }) => {
    for (const { change, path } of chamberMadeFixtures[name] ?? []) {
      const content = asked();
      const known = facts();
      change(content, known);
      const found = form.problemsOf(content, known).filter(({ rule }) => rule === name);
      if (path === undefined) expect(found).toEqual([]);
      else expect(found.find((one) => one.path === path)).toMatchObject({ rule: name, level });
      for (const { place } of found) expect(form.places).toContain(place);
    }
  });

  test('what the chamber wrote on another case is not copied', () => {
    expect(form.begin(registration, complete(membership), today).made).toBeUndefined();
  });

  test('a corporation shows the extract of the register, a member nothing', () => {
    expect(formOfKind(corporation).evidence(asked(), facts())).toMatchObject([{ rule: 'extract-attached' }]);
    expect(form.evidence(asked(), facts())).toEqual([]);
  });
});

describe('what the chamber writes', () => {
  test.each(kinds.flatMap((kind) => madeLanguages.map((language) => ({ kind, language, title: kind.paperTitle }))))(
    'the template leaves open only what the registration does not know: $title, $language',
    ({ kind, language }) => {
      const draft = draftOfMade(kind, { language, registration, chamber: { nameEn: 'The Naniwa Chamber' } });
      expect(draft.text).not.toContain('{');
      expect(draft.facts[0]?.value).toBe(registration.nameEn);
      const rules = madeProblems(draft, { kind, today }).map(({ rule }) => rule);
      expect([...new Set(rules)].sort()).toEqual(
        [
          'made-fact-filled',
          ...(kind.extractMonths === undefined ? [] : ['made-extract-recent']),
          'made-looked-up',
        ].sort(),
      );
      expect(madeProblems(written(kind, language), { kind, today })).toEqual([]);
    },
  );

  test('the corporate number comes from the registration', () => {
    expect(written(corporation).facts.map(({ value }) => value)).toContain('7000012050002');
  });

  test.each([
    ['text', { text: ' ' }, 'made-text-given'],
    ['text', { text: '証明します' }, 'made-characters'],
    ['facts.0.value', { facts: [{ name: 'Member No.', value: '' }] }, 'made-fact-filled'],
    ['facts.0.name', { facts: [{ name: '会員', value: '1' }] }, 'made-characters'],
    ['lookedUp', { lookedUp: false }, 'made-looked-up'],
    ['extractDate', { extractDate: '2026-08-21' }, 'made-extract-recent'],
    ['extractDate', { extractDate: '2026-11-23' }, 'made-extract-recent'],
    ['extractDate', { extractDate: '' }, 'made-extract-recent'],
  ] as const)('%s: %o', (path, change, rule) => {
    const made = { ...written(corporation), ...change } as Made;
    expect(madeProblems(made, { kind: corporation, today })).toMatchObject([{ rule, path: `made.${path}` }]);
  });

  test.each([
    ['2026-11-22', '2026-08-22'],
    ['2026-05-31', '2026-02-28'],
    ['2024-05-31', '2024-02-29'],
    ['2026-01-15', '2025-10-15'],
  ])('three months before %s is %s, and that day is good', (day, last) => {
    const made = { ...written(corporation), extractDate: last };
    expect(madeProblems(made, { kind: corporation, today: day })).toEqual([]);
    const before = new Date(Date.parse(`${last}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    expect(madeProblems({ ...made, extractDate: before }, { kind: corporation, today: day })).toHaveLength(1);
  });
});

describe('the paper', () => {
  test.each(kinds)('$paperTitle: box by box', (kind) => {
    const sheets = formOfKind(kind).sheets(complete(kind), issuedBy(kind));
    expect(sheets).toHaveLength(1);
    const texts = textsOf(sheets);
    for (const words of [
      kind.wording.title,
      'issued by',
      ...Object.values(kind.wording.labels),
      'Gulf Commercial Bank',
    ])
      expect(texts).toContain(words);
    expect(texts).not.toContain('Demo Signatory'); // nobody of the firm declares anything here
    expect(texts).toContain('Demo Certifier');
    const sizes = runsOf(sheets[0] as PageModel, 'box-3')
      .filter((run) => run.ink === '#14161a')
      .map((run) => run.size);
    expect(Math.min(...sizes)).toBe(9);
  });

  test('nothing can be issued on which the chamber has written nothing; a specimen says where it will', () => {
    const imprint = issuedBy(membership);
    expect(() => form.sheets(asked(), imprint)).toThrow('the chamber has written nothing');
    const { wording, chamber } = imprint;
    const specimen = form.sheets(asked(), { kind: 'specimen', wording, chamber });
    expect(textsOf(specimen)).toContain('(The chamber writes the text of the certificate here.)');
  });

  test('another language has its own title above the text', () => {
    const content = withMade({ ...asked(), language: 'fr' }, written(membership, 'fr'));
    expect(textsOf(form.sheets(content, issuedBy(membership)))).toContain("CERTIFICAT D'ADHÉSION");
  });

  test('whatever the chamber writes stands whole inside box 3, on as many sheets as it takes', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeXYZ019éñ.,-'), minLength: 1, maxLength: 14 });
    const paragraph = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
    const text = fc.array(paragraph, { minLength: 1, maxLength: 20 }).map((all) => all.join('\n\n'));
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        const content = withMade(asked(), { ...written(membership), text: words });
        const sheets = form.sheets(content, issuedBy(membership));
        const runs = sheets.flatMap((sheet) => runsOf(sheet, 'box-3')).filter((run) => run.ink === '#14161a');
        for (const run of runs) {
          expect(run.x + widthOf(run.text.trimEnd(), run)).toBeLessThanOrEqual(measure.x + measure.width + 0.01);
          expect(run.y).toBeGreaterThan(boxes['3'].y + 6);
          expect(run.y + 1).toBeLessThan(boxes['3'].y + boxes['3'].height);
        }
        expect(squeezed(runs.map((run) => run.text).join(''))).toContain(squeezed(words));
        const created = { title: 'Certificate', lang: 'en', createdAt: new Date('2026-11-22T00:00:00Z') };
        const read = await readBack(await drawPdf(sheets, created));
        const whole = squeezed(read.pages.map((page) => page.text).join(''));
        for (const run of runs) expect(whole).toContain(squeezed(run.text));
      }),
      { numRuns: 4, seed: 20_261_123 },
    );
  }, 60_000);
});

test('the record holds what is printed; what was told to the chamber alone is not in it', () => {
  const content = complete(corporation);
  content.request = { ...content.request, note: 'please hurry', purpose: 'other', purposeText: '入札' };
  const recorded = form.recorded(content);
  expect(JSON.stringify(recorded)).not.toMatch(/hurry|入札|2026-10-01/);
  expect(form.sheets(recorded, issuedBy(corporation))).toEqual(form.sheets(content, issuedBy(corporation)));
  const shown = JSON.stringify(form.shown(recorded, issuedBy(corporation)));
  for (const said of ['Corporate Number', '7000012050002', 'Gulf Commercial Bank', 'No. 0001-2026-000123-7'])
    expect(shown).toContain(said);
});
