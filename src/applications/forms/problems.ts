// The one place where rules are asked: of every kind, at the chamber's levels.
import type { RuleLevels } from '../../chambers/settings.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import type { Finding } from '../finding.ts';
import type { Content, Facts } from './content.ts';
import type { GoodsFile } from './form.ts';
import { type ApplicationKind, allForms, type ContentOf, formFor, formForKind } from './forms.ts';
import { atLevels, ruleLevelProblems } from './rule-levels.ts';

/** Everything that the rules have to say about a content. What blocks must be mended before it may be submitted. */
export function problemsOf(kind: ApplicationKind, content: Content, facts: Facts): Finding[] {
  const form = formFor(kind);
  return atLevels(form.rules, facts.ruleLevels, form.problemsOf(content, facts));
}

/** The lines of a file of goods, and everything that is wrong with them. */
export async function checkGoodsFile<K extends ApplicationKind>(
  kind: K,
  file: { bytes: Uint8Array; fileName: string },
  facts: Pick<Facts, 'missingGlyphs' | 'ruleLevels'>,
): Promise<GoodsFile<ContentOf<K>>> {
  const form = formForKind(kind);
  const { findings, ...read } = await form.checkGoodsFile(file.bytes, file.fileName, facts);
  return { ...read, findings: atLevels(form.rules, facts.ruleLevels, findings) };
}

/** What is to mend in a chamber's levels: names that no kind has, and rules that may not be made softer. */
export const levelProblems = (levels: RuleLevels): FieldProblem[] =>
  ruleLevelProblems(
    allForms.flatMap((form) => form.rules),
    levels,
  );
