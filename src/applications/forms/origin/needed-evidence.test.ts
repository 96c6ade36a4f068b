import { describe, expect, test } from 'vitest';
import { originEvidence } from './needed-evidence.ts';
import { baseContent } from './rules/fixtures/base.ts';

const today = '2026-11-22';
const rulesOf = (change: (content: ReturnType<typeof baseContent>) => void, at = today): string[] => {
  const content = baseContent();
  change(content);
  return originEvidence(content, { today: at }).map(({ rule }) => rule);
};

describe('what must be attached', () => {
  test('the invoice, in every case', () => {
    expect(rulesOf(() => undefined)).toEqual(['invoice-attached']);
  });

  test('on behalf of another: the power of attorney', () => {
    expect(
      rulesOf((c) => {
        c.onBehalfOf = { name: 'ABC Inc.', address: '', country: '' };
      }),
    ).toEqual(['invoice-attached', 'power-of-attorney-attached']);
  });

  test('another language or a box struck out: what demands it', () => {
    expect(
      rulesOf((c) => {
        c.demand = { language: 'es', struckOut: [] };
      }),
    ).toContain('demand-attached');
    expect(
      rulesOf((c) => {
        c.demand = { language: '', struckOut: ['3'] };
      }),
    ).toContain('demand-attached');
    expect(
      rulesOf((c) => {
        c.demand = { language: '', struckOut: [] };
      }),
    ).toEqual(['invoice-attached']);
  });

  test('food to Taiwan: the statement; to Thailand none', () => {
    const food = (to: 'taiwan' | 'thailand') =>
      rulesOf((c) => {
        c.food = { to, place: 'Catching Area', prefecture: 'Aomori' };
      });
    expect(food('taiwan')).toContain('food-statement-attached');
    expect(food('thailand')).toEqual(['invoice-attached']);
  });
});

describe('after shipment, its day counted as the first (the guide: shipped on 2016-06-25)', () => {
  const late = ['late-reason-attached', 'export-proof-attached', 'make-proof-attached'];
  const shipped = (at: string) =>
    rulesOf((c) => {
      c.transport.date = '2016-06-25';
    }, at);

  test.each(['2016-06-20', '2016-06-25', '2016-12-24'])('%s: nothing more', (at) => {
    expect(shipped(at)).toEqual(['invoice-attached']);
  });
  test.each(['2016-12-25', '2017-06-24'])('%s: reasons, proof of export, proof of make', (at) => {
    expect(shipped(at)).toEqual(['invoice-attached', ...late]);
  });
  test('2017-06-25: no document helps any more', () => {
    expect(shipped('2017-06-25')).toEqual(['invoice-attached']);
  });
});
