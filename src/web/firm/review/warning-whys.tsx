// What the applicant says of a warning, for the examiner who sees the same warning: optional, one answer for each rule.
import type { Finding } from '../../../applications/finding.ts';
import type { ApplicationKind } from '../../../applications/forms/forms.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { pagesOf } from '../../kinds/kinds.ts';
import { problemFor } from '../../ui/field-frame.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { reviewWords } from './review-words.ts';

const prefix = 'why.';
export const isWhy = (field: string): boolean => field.startsWith(prefix);

/** What was typed, by rule. */
export const whysIn = (form: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, words]) => (isWhy(name) ? [[name.slice(prefix.length), words]] : [])),
  );

type Props = {
  lang: Lang;
  kind: ApplicationKind;
  warnings: readonly Finding[];
  whys: Readonly<Record<string, string>>;
  problems: readonly FieldProblem[];
};

/** Inside the form that submits. */
export function WarningWhys({ lang, kind, warnings, whys, problems }: Props) {
  const w = reviewWords[lang];
  const firsts = [...Map.groupBy(warnings, ({ rule }) => rule).values()].flatMap(([first]) => (first ? [first] : []));
  if (firsts.length === 0) return null;
  const isOpen = Object.values(whys).some((words) => words.trim() !== '');
  return (
    <details class="field-rule" open={isOpen}>
      <summary>{w.whys}</summary>
      <p>{w.whysLead}</p>
      {firsts.map((finding) => (
        <TextArea
          {...{ lang, name: `${prefix}${finding.rule}`, rows: 2, maxlength: 2000, value: whys[finding.rule] }}
          label={`${pagesOf(kind).placeName(lang, finding.place)}: ${finding[lang]}`}
          error={problemFor(problems, lang, `${prefix}${finding.rule}`)}
        />
      ))}
    </details>
  );
}
