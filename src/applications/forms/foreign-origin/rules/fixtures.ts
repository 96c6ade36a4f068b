// Test material: one application for foreign goods that no rule objects to, and what breaks each rule.
import type { OriginContent } from '../../origin/content.ts';
import { bad, baseContent, baseFacts, type Fixtures, good } from '../../origin/rules/fixtures/base.ts';
import type { OriginFacts } from '../../origin/rules/rule.ts';

/** A re-export of goods of two countries, each line with its own. */
export function foreignContent(): OriginContent {
  const content = baseContent();
  content.request.trade = { form: 're-export', reason: '', certificateNumber: '', certificateIssuer: '' };
  content.originCountries = ['Germany', 'Thailand'];
  content.goods = content.goods.map((line, index) => ({ ...line, origin: index === 0 ? 'Germany' : 'Thailand' }));
  return content;
}

export const foreignFacts = baseFacts;

const intermediary = (c: OriginContent): void => {
  c.request.trade = {
    ...{ form: 'intermediary', reason: 'lc-exporter' },
    ...{ certificateNumber: 'BKK-2026-77', certificateIssuer: 'Thai Chamber of Commerce' },
  };
  c.transport.from = 'Laem Chabang, Thailand';
};

const shipped = (c: OriginContent, f: OriginFacts, today: string): void => {
  c.transport.date = '2016-06-25';
  f.today = today;
};

export const foreignFixtures: Fixtures = {
  'trade-form-chosen': [
    good(() => undefined),
    bad('request.trade.form', (c) => {
      c.request.trade = { form: '', reason: '', certificateNumber: '', certificateIssuer: '' };
    }),
    bad('request.trade.form', (c) => {
      delete c.request.trade;
    }),
  ],
  'intermediary-reason-chosen': [
    good(intermediary),
    good(() => undefined),
    bad('request.trade.reason', (c) => {
      intermediary(c);
      if (c.request.trade) c.request.trade.reason = '';
    }),
  ],
  'foreign-certificate-named': [
    good(intermediary),
    good(() => undefined),
    bad('request.trade.certificateNumber', (c) => {
      intermediary(c);
      if (c.request.trade) c.request.trade.certificateNumber = ' ';
    }),
    bad('request.trade.certificateIssuer', (c) => {
      intermediary(c);
      if (c.request.trade) c.request.trade.certificateIssuer = '';
    }),
  ],
  'foreign-origin-given': [
    good(() => undefined),
    good((c) => {
      c.originCountries = ['']; // origin-given says so
    }),
    bad('originCountries.0', (c) => {
      c.originCountries = ['JAPAN'];
    }),
  ],
  'origins-not-mixed': [
    good(() => undefined),
    good((c) => {
      c.originCountries = ['JAPAN'];
    }),
    bad('originCountries.1', (c) => {
      c.originCountries = ['Germany', 'JAPAN'];
    }),
  ],
  'loaded-as-traded': [
    good(() => undefined),
    good(intermediary),
    bad('transport.from', (c) => {
      c.transport.from = 'Busan, Republic of Korea';
    }),
    bad('transport.from', (c) => {
      intermediary(c);
      c.transport.from = 'Kobe, Japan';
    }),
  ],
  'foreign-within-six-months': [
    good((c, f) => shipped(c, f, '2016-12-24')),
    bad('transport.date', (c, f) => shipped(c, f, '2016-12-25')),
  ],
};
