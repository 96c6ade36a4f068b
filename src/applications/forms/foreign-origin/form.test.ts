import { describe, expect, test } from 'vitest';
import { missingEvidence } from '../needed.ts';
import type { tradeForms } from '../origin/trade.ts';
import { foreignOriginForm } from './form.ts';
import { foreignContent, foreignFacts } from './rules/fixtures.ts';

const needed = (form: (typeof tradeForms)[number] | '') => {
  const content = foreignContent();
  content.request.trade = { form, reason: '', certificateNumber: '', certificateIssuer: '' };
  return foreignOriginForm.evidence(content, foreignFacts());
};

describe('what must be attached', () => {
  test.each([
    ['', []],
    ['re-export', ['import-proof-attached']],
    ['reshipment', ['bonded-proof-attached']],
    ['intermediary', ['foreign-certificate-attached', 'shipment-proof-attached']],
  ] as const)('%s: invoice, statement on foreign goods, and %s', (form, more) => {
    expect(needed(form).map(({ rule }) => rule)).toEqual(['invoice-attached', 'foreign-statement-attached', ...more]);
  });

  test('of a re-export any one document is enough, of intermediary trade all are needed', () => {
    const attached = [{ kind: 'invoice' }, { kind: 'foreign_statement' }] as const;
    expect(missingEvidence(needed('re-export'), [...attached, { kind: 'import_permit' }])).toEqual([]);
    expect(missingEvidence(needed('intermediary'), [...attached, { kind: 'foreign_co' }])).toMatchObject([
      { rule: 'shipment-proof-attached', path: 'shipment_proof' },
    ]);
  });

  test('goods in bond have no import permit', () => {
    expect(needed('reshipment').flatMap(({ kinds }) => kinds)).not.toContain('import_permit');
  });
});

describe('a draft', () => {
  const registration = { nameEn: 'A', addressEn: 'B', placeEn: 'C' } as Parameters<typeof foreignOriginForm.begin>[0];

  test('asks how the goods are traded, and supposes no origin', () => {
    const begun = foreignOriginForm.begin(registration, undefined, '2026-11-22');
    expect(begun.request.trade).toEqual({ form: '', reason: '', certificateNumber: '', certificateIssuer: '' });
    expect(begun.originCountries).toEqual(['']);
  });

  test('of a copy what belongs to one shipment is left out: its day, and the certificate from abroad', () => {
    const copied = foreignContent();
    copied.request.trade = {
      ...{ form: 'intermediary', reason: 'no-embassy', certificateNumber: 'X-1', certificateIssuer: 'Y' },
    };
    copied.shipment = { date: '2026-01-01', lateReason: 'x' };
    const begun = foreignOriginForm.begin(registration, copied, '2026-11-22');
    expect(begun).not.toHaveProperty('shipment');
    expect(begun.request.trade).toMatchObject({ form: 'intermediary', reason: 'no-embassy', certificateNumber: '' });
    expect(begun.originCountries).toEqual(copied.originCountries);
  });
});

test('the origin of each line stands behind its description on the paper', () => {
  const printed = {
    ...{
      wording: foreignOriginForm.wordingOf({}),
      chamber: { nameEn: 'C', cityEn: 'D' },
      number: '1',
      date: '2026-11-22',
    },
    ...{ certifier: { name: 'E', title: '' }, signatory: { name: 'F', title: '' } },
  };
  const { goods, boxes } = foreignOriginForm.shown(foreignContent(), printed);
  expect(boxes[3]?.lines).toEqual(['Germany, Thailand']);
  expect(goods.lines.map(({ description }) => description)).toEqual([
    'BALL BEARINGS 6204ZZ (origin Germany)',
    'BEARING GREASE (origin Thailand)',
  ]);
});
