import { describe, expect, test } from 'vitest';
import { originRules } from '../../origin/rules/rules.ts';
import { foreignContent, foreignFacts, foreignFixtures } from './fixtures.ts';
import { foreignOwnRules, foreignProblemsOf, foreignRules } from './rules.ts';

test('no rule objects to the base: two origins, each line with its own', () => {
  expect(foreignProblemsOf(foreignContent(), foreignFacts())).toEqual([]);
});

test('each rule of its own has fixtures, and no name is there twice', () => {
  expect(Object.keys(foreignFixtures).sort()).toEqual(foreignOwnRules.map(({ name }) => name).sort());
  expect(new Set(foreignRules.map(({ name }) => name)).size).toBe(foreignRules.length);
});

test('the rules for Japanese goods but these hold for foreign goods too', () => {
  const own = new Set(foreignRules.map(({ name }) => name));
  expect(originRules.map(({ name }) => name).filter((name) => !own.has(name))).toEqual([
    ...['origin-japan-only', 'loaded-in-japan', 'shipped-within-six-months', 'late-reason-given'],
    ...['late-reason-concrete', 'line-origin-japan-only'],
  ]);
});

describe.each(foreignOwnRules.map((rule) => ({ rule })))('$rule.name', ({ rule }) => {
  const numbered = (foreignFixtures[rule.name] ?? []).map((fixture, index) => ({ ...fixture, index }));
  test.each(numbered)('fixture $index: $path', ({ change, path }) => {
    const [content, facts] = [foreignContent(), foreignFacts()];
    change(content, facts);
    const found = rule.find(content, facts);
    if (path === undefined) {
      expect(found).toEqual([]);
      return;
    }
    expect(found.map((finding) => finding.path)).toContain(path);
    for (const finding of found) {
      expect(finding).toMatchObject({ rule: rule.name, level: rule.level });
      expect(finding.ja).toMatch(/。$/);
      expect(finding.en).toMatch(/^[A-Z].*\.$/);
    }
  });
});
