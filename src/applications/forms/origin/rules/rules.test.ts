import { describe, expect, test } from 'vitest';
import { places } from '../../../finding.ts';
import { baseContent, baseFacts } from './fixtures/base.ts';
import { originFixtures } from './fixtures/fixtures.ts';
import { originRules, problemsOf } from './rules.ts';

test('no rule objects to the base', () => {
  expect(problemsOf(baseContent(), baseFacts())).toEqual([]);
});

test('every rule has a good and a bad fixture, every fixture a rule, and every name is there once', () => {
  const names = originRules.map((rule) => rule.name);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(originFixtures).sort()).toEqual([...names].sort());
  for (const [name, list] of Object.entries(originFixtures)) {
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

describe.each(originRules.map((rule) => ({ rule })))('$rule.name', ({ rule }) => {
  const numbered = (originFixtures[rule.name] ?? []).map((fixture, index) => ({ ...fixture, index }));
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
      expect(places).toContain(finding.place);
      expect(finding.ja).toMatch(/[ぁ-ん].*(?:。|: .+)$/s);
      expect(finding.en).toMatch(/^[A-Z"]/);
      const line = /^goods\.(\d+)\./.exec(finding.path)?.[1];
      if (line !== undefined) expect(finding.row).toBe(Number(line) + 1);
    }
  });
});

test('an empty draft is told what to fill in, box by box', () => {
  const content = { ...baseContent(), consignee: { ...baseContent().consignee, country: '' } };
  expect(problemsOf(content, baseFacts())).toMatchObject([
    { rule: 'consignee-country-given', level: 'block', place: '2', ja: '荷受人の国名を入れてください。' },
  ]);
});
