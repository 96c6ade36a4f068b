import { describe, expect, test } from 'vitest';
import { type SignatureContent, signatureDocuments } from '../content.ts';
import { signaturePlaces } from '../form.ts';
import { baseContent, baseFacts } from './fixtures/base.ts';
import { signatureFixtures } from './fixtures/fixtures.ts';
import { problemsOf, signatureRules } from './rules.ts';

test.each(signatureDocuments)('no rule objects to the base: %s', (document) => {
  expect(problemsOf(baseContent(document), baseFacts())).toEqual([]);
});

test('every rule has a good and a bad fixture, every fixture a rule, and every name is there once', () => {
  const names = signatureRules.map((rule) => rule.name);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(signatureFixtures).sort()).toEqual([...names].sort());
  for (const [name, list] of Object.entries(signatureFixtures)) {
    expect(
      list.some((fixture) => fixture.path === undefined),
      `${name}: good`,
    ).toBe(true);
    expect(
      list.some((fixture) => fixture.path !== undefined),
      `${name}: bad`,
    ).toBe(true);
  }
});

describe.each(signatureRules.map((rule) => ({ rule })))('$rule.name', ({ rule }) => {
  const numbered = (signatureFixtures[rule.name] ?? []).map((fixture, index) => ({ ...fixture, index }));
  test.each(numbered)('fixture $index: $path', ({ change, path, document }) => {
    const content = baseContent(document);
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
      expect(signaturePlaces).toContain(finding.place);
      expect(finding.ja).toMatch(/[ぁ-ん].*(?:。|: .+)$/s);
      expect(finding.en).toMatch(/^[A-Z"]/);
      const line = /^goods\.(\d+)\./.exec(finding.path)?.[1];
      if (line !== undefined) expect(finding.row).toBe(Number(line) + 1);
    }
  });
});

test('what was typed for another document is neither printed nor objected to', () => {
  const content: SignatureContent = { ...baseContent('health'), title: '委任状' };
  content.translation = { ...content.translation, text: '日本語', date: 'no day' };
  expect(problemsOf(content, baseFacts())).toEqual([]);
});
