// Which of the rules' findings this step shows, and where. Pure.
import { type Finding, places } from '../../../applications/finding.ts';
import type { OriginContent } from '../../../applications/forms/origin/content.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { saysSomething } from './boxes-input.ts';

const shownHere =
  /^(?:exporter|consignee|invoices|originCountries|transport|remarks|marks|totals|declaration|onBehalfOf|demand|shipment|food|others)(?:\.|$)/;

/**
 * The findings about the boxes of this step, in the order of the paper. Those of the goods and the request sheet are shown
 * at theirs; a signature that is not registered is nothing that can be mended in box 9.
 */
export const boxFindings = (findings: readonly Finding[]): Finding[] =>
  findings
    .filter(({ path, rule }) => shownHere.test(path) && rule !== 'signature-registered')
    .sort((a, b) => places.indexOf(a.place) - places.indexOf(b.place));

export function valueAt(content: OriginContent, path: string): unknown {
  let value: unknown = content;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/**
 * A form that somebody has only begun is not full of errors: what is missing is said when he goes on (`checked`),
 * what is wrong as soon as it stands there.
 */
export function visibleFindings(content: OriginContent, findings: readonly Finding[], checked: boolean): Finding[] {
  return boxFindings(findings).filter(({ path }) => checked || isTyped(content, path));
}

function isTyped(content: OriginContent, path: string): boolean {
  // Totals are compared with goods, which are the next step: without any there is nothing to compare.
  if (path.startsWith('totals.') && content.goods.length === 0) return false;
  return saysSomething(valueAt(content, path));
}

export const problemOf = ({ path, ja, en }: Finding): FieldProblem => ({ field: path, ja, en });
