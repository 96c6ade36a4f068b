// Chambers differ in how hard they are: a rule blocks, warns or is silent as the chamber has set it. Pure.
import type { RuleLevels } from '../../chambers/settings.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import type { Finding } from '../finding.ts';
import type { AboutRule } from './rule.ts';

const hardness = { off: 0, warn: 1, block: 2 } as const;

/** A fixed rule gets no softer, whatever is stored. */
function levelOf(rule: AboutRule, levels: RuleLevels): RuleLevels[string] {
  const set = levels[rule.name] ?? rule.level;
  return rule.fixed && hardness[set] < hardness[rule.level] ? rule.level : set;
}

/** What the rules found, at the chamber's levels. A finding that is no rule's of these stays as it is. */
export function atLevels(
  rules: readonly AboutRule[],
  levels: RuleLevels | undefined,
  findings: readonly Finding[],
): Finding[] {
  if (levels === undefined || findings.length === 0) return [...findings];
  const set = new Map(rules.map((rule) => [rule.name, levelOf(rule, levels)]));
  return findings.flatMap((finding) => {
    const level = set.get(finding.rule) ?? finding.level;
    return level === 'off' ? [] : [{ ...finding, level }];
  });
}

/** What is to mend in levels before they may be saved; `field` is a path: `ruleLevels.boxes-hold`. */
export function ruleLevelProblems(rules: readonly AboutRule[], levels: RuleLevels): FieldProblem[] {
  return Object.entries(levels).flatMap(([name, level]): FieldProblem[] => {
    const field = `ruleLevels.${name}`;
    const named = rules.filter((rule) => rule.name === name);
    if (named.length === 0)
      return [
        {
          ...{ field, ja: `「${name}」という規則はありません。規則の一覧(docs/rules.md)で名前を確かめてください。` },
          en: `There is no rule "${name}". Check its name in the table of rules (docs/rules.md).`,
        },
      ];
    // Where kinds share a name, it is the same question; the strictest of them decides.
    const [fixed] = named.filter((rule) => rule.fixed && hardness[level] < hardness[rule.level]);
    if (fixed === undefined) return [];
    return [
      {
        ...{ field, ja: `「${name}」は証明書そのものを守る規則のため、弱められません。この行を取り除いてください。` },
        en: `"${name}" protects the certificate itself and cannot be made softer. Remove this line.`,
      },
    ];
  });
}
