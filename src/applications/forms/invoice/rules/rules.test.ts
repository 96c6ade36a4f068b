import { describe, expect, test } from 'vitest';
import { documentKinds } from '../document-kinds.ts';
import { invoiceForm } from '../form.ts';
import { invoiceFit } from '../sheet.ts';
import { baseContent, baseFacts, type Fixture } from './fixtures/base.ts';
import { lineFixtures } from './fixtures/lines.ts';
import { paperFixtures } from './fixtures/papers.ts';
import { invoiceProblems, invoiceRules } from './rules.ts';

const fixtures: Record<string, readonly Fixture[]> = { ...paperFixtures, ...lineFixtures };

test('no rule objects to the base, as it is drawn', () => {
  expect(invoiceProblems(baseContent(), { ...baseFacts(), fit: invoiceFit(baseContent()) })).toEqual([]);
});

test('every rule has a good and a bad fixture, every fixture a rule, and every name is there once', () => {
  const names = invoiceRules.map((rule) => rule.name);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(fixtures).sort()).toEqual([...names].sort());
  for (const [name, list] of Object.entries(fixtures)) {
    const kinds = new Set(list.map(({ path }) => path === undefined));
    expect(kinds.size, name).toBe(2);
  }
});

describe.each(invoiceRules.map((rule) => ({ rule })))('$rule.name', ({ rule }) => {
  const numbered = (fixtures[rule.name] ?? []).map((fixture, index) => ({ ...fixture, index }));
  test.each(numbered)('fixture $index: $path', ({ change, path }) => {
    const content = baseContent();
    const facts = baseFacts();
    change(content, facts);
    const found = rule.find(content, facts);
    if (path === undefined) {
      expect(found).toEqual([]);
      return;
    }
    expect(found.map((finding) => finding.path)).toContain(path);
    for (const finding of found) {
      expect(finding).toMatchObject({ rule: rule.name, level: rule.level });
      expect(invoiceForm.places).toContain(finding.place);
      expect(finding.ja).toMatch(/[ぁ-ん].*(?:。|: .+)$/s);
      expect(finding.en).toMatch(/^[A-Z"]/);
      const line = /^goods\.(\d+)\./.exec(finding.path)?.[1];
      if (line !== undefined) expect(finding.row).toBe(Number(line) + 1);
    }
  });
});

test('an empty draft is told the whole of what a commercial invoice must show (Tokyo CCI)', () => {
  const empty = invoiceForm.Content.parse({ request: { document: 'commercial-invoice' } });
  const rules = invoiceProblems(empty, baseFacts()).map(({ rule }) => rule);
  expect(rules).toEqual(
    expect.arrayContaining([
      ...['exporter-name-as-registered', 'exporter-address-given', 'buyer-name-given', 'number-given', 'date-real'],
      ...['shipping-given', 'goods-given', 'marks-given', 'trade-terms-given', 'payment-given', 'currency-known'],
    ]),
  );
});

test.each(documentKinds)('%s: an empty draft and lines of nonsense are answered, not thrown at', (document) => {
  const words = Object.fromEntries(
    ['quantity', 'unitPrice', 'amount', 'netWeight', 'packages', 'unit'].map((field) => [field, 'x'.repeat(20)]),
  );
  const content = invoiceForm.Content.parse({ request: { document }, goods: [words, {}] });
  expect(invoiceForm.problemsOf(content, baseFacts()).some(({ level }) => level === 'block')).toBe(true);
});
