// Whatever a field holds up to its limit: every line of every letter stays inside the margins, and no two lie on each other.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mmPerPoint, type PageModel, shapesOf, type TextRun } from '../../paper/page.ts';
import { widthOf } from '../../paper/text.ts';
import type { ContentSignatory } from '../content.ts';
import { cornerMarks } from '../letters-frame.ts';
import { papersNeeded } from '../procedures/papers.ts';
import { businessDetailsPages } from './business-details.ts';
import type { LetterChamber, LetterFacts } from './facts.ts';
import { demoContent, keyOf } from './letter-fixture.ts';
import { oathPages } from './oath.ts';
import { papersListPages } from './papers-list.ts';
import { manySignatoriesPages, outOfDistrictPages } from './reasons.ts';
import { registrationCertificatePages } from './registration-certificate.ts';
import { signatureCertificatePages } from './signature-certificate.ts';
import { signatureSheetPages } from './signature-sheet.ts';

/** Wide and narrow characters, one that no font draws, breaks and spaces; often as long as the field allows. */
const typed = (max: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom('国'.repeat(max), 'W'.repeat(max), 'M m'.repeat(max).slice(0, max), '😀'.repeat(max / 2), ''),
    fc.string({
      unit: fc.constantFrom('国', '、', 'ー', 'W', 'i', ' ', '(', '\n', '髙', '1'),
      maxLength: max,
      size: 'max',
    }),
  );

const signatory = (n: number): fc.Arbitrary<ContentSignatory> =>
  fc.record({
    ...{ key: fc.constant(keyOf(n)), signatoryId: fc.constant(''), nameJa: typed(60), nameEn: typed(70) },
    ...{ titleJa: typed(60), titleEn: typed(70), mail: typed(254), withoutSignature: fc.boolean() },
    ...{ signatureSha256: fc.constant(''), signatureSourceSha256: fc.constant(''), leaves: fc.boolean() },
    successorKey: fc.constant(keyOf(0)),
  });

const contact = {
  departmentJa: typed(60),
  nameJa: typed(60),
  nameEn: typed(70),
  telephone: typed(30),
  mail: typed(254),
};
const business = { since: typed(7), capitalYen: typed(15), employees: typed(8), descriptionJa: typed(400) };

const content = fc
  .record({
    ...{
      kind: fc.constantFrom('applicant', 'agent', 'both'),
      legalForm: fc.constantFrom('corporation', 'sole_trader'),
    },
    ...{ corporateNumber: typed(20), nameJa: typed(100), nameKana: typed(100), tradeNameJa: typed(100) },
    ...{ nameEn: typed(105), postalCode: typed(10), addressJa: typed(200), addressEn: typed(210), placeEn: typed(60) },
    ...{ telephone: typed(30), representativeTitleJa: typed(60), representativeNameJa: typed(60) },
    ...{ foreignNational: fc.boolean(), usedGoods: fc.boolean(), outOfDistrict: fc.boolean() },
    business: fc.record({ ...business, goodsJa: typed(200), destinationsJa: typed(200) }),
    ...{ antiqueLicence: typed(40), outOfDistrictReasonJa: typed(600), manySignatoriesReasonJa: typed(600) },
    ...{ memberClass: fc.constantFrom('member', 'non_member', ''), memberNumber: typed(30) },
    ...{ contact: fc.record(contact), signatories: fc.tuple(signatory(0), signatory(1), signatory(2)) },
  })
  .map(demoContent);

const chamber: fc.Arbitrary<LetterChamber> = fc.record({
  ...{ nameJa: typed(40), nameEn: typed(80), code: fc.constant('9901'), telephone: typed(20), mail: typed(60) },
});
const procedure = { kind: 'new', number: 'T2026-000123', rulesVersion: '2020-09-16' } as const;
const facts: fc.Arbitrary<LetterFacts> = fc
  .record({ content, chamber })
  .map((some) => ({ ...some, procedure, today: '2026-11-23' }));

type Placed = TextRun & { left: number; right: number; top: number; bottom: number };

/** The room that a line takes: Latin capitals are 0.72 em tall, kanji 0.86; 0.12 em hangs below the baseline. */
function linesOn(page: PageModel): Placed[] {
  return shapesOf(page.parts)
    .filter((shape) => shape.kind === 'text')
    .map((run) => {
      const em = run.size * mmPerPoint;
      return {
        ...run,
        left: run.x,
        right: run.x + widthOf(run.text, run),
        top: run.y - 0.86 * em,
        bottom: run.y + 0.12 * em,
      };
    });
}

const slack = 1e-6;
const outside = (page: PageModel, [x, y]: readonly [number, number]): string[] =>
  linesOn(page)
    .filter((one) => one.left < x - slack || one.right > 210 - x + slack || one.top < y || one.bottom > 297 - y)
    .map(({ text }) => text);

function overlapping(page: PageModel): string[] {
  const lines = linesOn(page).filter(({ text }) => text.trim() !== '');
  return lines.flatMap((one, i) =>
    lines
      .slice(i + 1)
      .filter((other) => one.left < other.right && other.left < one.right)
      .filter((other) => one.top < other.bottom - 0.05 && other.top < one.bottom - 0.05)
      .map((other) => `${one.text} | ${other.text}`),
  );
}

function expectWell(pages: readonly PageModel[], margins: readonly [number, number]): void {
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.flatMap((page) => outside(page, margins))).toEqual([]);
  expect(pages.flatMap(overlapping)).toEqual([]);
}

const runs = { numRuns: 20 };
const letters: Readonly<Record<string, (of: LetterFacts) => PageModel[]>> = {
  誓約書: (of) => oathPages(of, 'applicant'),
  業態内容届: businessDetailsPages,
  多人数の署名登録に関する理由書: manySignatoriesPages,
  地区外登録理由書: outOfDistrictPages,
  必要書類一覧: (of) => papersListPages(of, papersNeeded(of.content, 'new', { newSignatureKeys: [] })),
  署名届: (of) => of.content.signatories.flatMap((one) => signatureSheetPages(of, one)),
};

describe('inside the margins, nothing over anything', () => {
  test.each(Object.entries(letters))('%s', { timeout: 60_000 }, (_, draw) => {
    fc.assert(
      fc.property(facts, (of) => expectWell(draw(of), [22, 10])),
      runs,
    );
  });

  test('貿易登録証', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(facts, ({ chamber: by, content: { nameJa, nameEn } }) => {
        const term = { validFrom: '2026-11-23', validUntil: '2028-11-22', issuedOn: '2026-11-23' };
        const firm = { nameJa, nameEn, kind: 'both' } as const;
        const ids = { number: '9'.repeat(20), administratorId: 'W'.repeat(20) };
        expectWell(registrationCertificatePages({ chamber: by, firm, ...term, ...ids }), [30, 18]);
      }),
      runs,
    );
  });

  test('署名登録証', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(facts, ({ chamber: by, content: firm }) => {
        const signatories = firm.signatories.map((one) => ({ ...one, userId: 'W'.repeat(20) }));
        const of = { chamber: by, firm, number: '9'.repeat(20), validUntil: '2028-11-22', issuedOn: '2026-11-23' };
        expectWell(signatureCertificatePages(of, signatories), [30, 18]);
      }),
      runs,
    );
  });
});

test('署名届: always one sheet, and no line comes near the marks by which the scan is read', {
  timeout: 60_000,
}, () => {
  const [first, , third] = cornerMarks.centres;
  const [top, bottom] = [first.y - cornerMarks.side / 2 - 1.5, third.y + cornerMarks.side / 2 + 1.5];
  fc.assert(
    fc.property(facts, (of) => {
      for (const one of of.content.signatories) {
        const pages = signatureSheetPages(of, one);
        expect(pages).toHaveLength(1);
        const near = pages.flatMap(linesOn).filter((run) => run.bottom > top && run.top < bottom);
        expect(near.map(({ text }) => text)).toEqual([]);
      }
    }),
    runs,
  );
});
