import { describe, expect, test } from 'vitest';
import type { Finding } from '../finding.ts';
import { allForms } from './forms.ts';
import { originForm } from './origin/form.ts';
import { baseContent, baseFacts } from './origin/rules/fixtures/base.ts';
import { levelProblems, problemsOf } from './problems.ts';
import type { AboutRule } from './rule.ts';
import { atLevels } from './rule-levels.ts';

const about = { box: '7', source: 'x' } as const;
const rules: AboutRule[] = [
  { ...about, name: 'hard', level: 'block' },
  { ...about, name: 'mild', level: 'warn' },
  { ...about, name: 'paper', level: 'block', fixed: true },
];
const finding = (rule: string, level: Finding['level']): Finding => ({
  ...{ rule, level, place: '7', path: 'marks', ja: rule, en: rule },
});
const found = [
  finding('hard', 'block'),
  finding('mild', 'warn'),
  finding('paper', 'block'),
  finding('table-x', 'block'),
];
const said = (levels: Parameters<typeof atLevels>[1]) =>
  atLevels(rules, levels, found).map((one) => `${one.rule} ${one.level}`);

describe('a rule is as hard as the chamber has set it', () => {
  test('where it has set nothing, as the rule itself', () => expect(atLevels(rules, undefined, found)).toEqual(found));
  test('softer, silent, harder; what is no rule stays', () => {
    expect(said({ hard: 'warn', mild: 'off' })).toEqual(['hard warn', 'paper block', 'table-x block']);
    expect(said({ mild: 'block' })).toContain('mild block');
  });
  test('but what protects the paper gets no softer, even where somebody stored it so', () => {
    expect(said({ paper: 'off' })).toContain('paper block');
    expect(said({ paper: 'warn' })).toContain('paper block');
  });

  test('of a whole application', () => {
    const content = { ...baseContent(), marks: '', consignee: { ...baseContent().consignee, name: 'MESSRS. X' } };
    const rulesAt = (ruleLevels: Record<string, 'warn' | 'off'>) =>
      problemsOf('origin', content, { ...baseFacts(), ruleLevels }).map((one) => `${one.rule} ${one.level}`);
    expect(rulesAt({})).toEqual(['consignee-without-prefix block', 'marks-given block']);
    expect(rulesAt({ 'marks-given': 'off', 'consignee-without-prefix': 'warn' })).toEqual([
      'consignee-without-prefix warn',
    ]);
  });
});

describe('levels that may not be saved', () => {
  test('a name that no rule has, and a softer level of what protects the paper, are told with their place', () => {
    expect(levelProblems({ 'marks-given': 'off', 'unit-known': 'block', 'boxes-hold': 'block' })).toEqual([]);
    expect(levelProblems({ 'marks-givn': 'off', 'boxes-hold': 'warn' })).toEqual([
      {
        field: 'ruleLevels.marks-givn',
        ja: expect.stringContaining('ありません'),
        en: expect.stringContaining('no rule'),
      },
      {
        field: 'ruleLevels.boxes-hold',
        ja: expect.stringContaining('弱められません'),
        en: expect.stringContaining('softer'),
      },
    ]);
  });

  test('of every kind: what must be fixed is, and is hard', () => {
    for (const { rules: all } of allForms)
      for (const rule of all.filter(({ fixed }) => fixed))
        expect(`${rule.name} ${rule.level}`).toBe(`${rule.name} block`);
    const fixed = originForm.rules.filter(({ fixed: is }) => is).map(({ name }) => name);
    expect(fixed).toEqual(
      expect.arrayContaining(['boxes-hold', 'characters-drawn', 'characters-allowed', 'exporter-name-as-registered']),
    );
  });
});
