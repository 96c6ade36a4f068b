import type { FieldProblem } from '../../lib/refusal.ts';
import { fieldId } from './field-frame.tsx';
import { shellWords } from './shell-words.ts';
import type { Lang } from './words.ts';

/**
 * All problems of a form once more at the top, as links to their fields. Stands first in the main part of the page.
 * A problem of the whole form, such as a wrong password, has the empty field and no link.
 * It takes the focus when the page opens, by the browser's own means, so that it is read first without script too.
 */
export function ErrorSummary(props: { lang: Lang; problems: readonly FieldProblem[] }) {
  if (props.problems.length === 0) return null;
  const w = shellWords[props.lang];
  return (
    <div class="error-summary" id="errors" role="alert" tabindex={-1} autofocus>
      <h2>{w.errorCount(props.problems.length)}</h2>
      <ul>
        {props.problems.map((problem) => (
          <li>
            {problem.field === '' ? (
              problem[props.lang]
            ) : (
              <a href={`#${fieldId(problem.field)}`}>{problem[props.lang]}</a>
            )}
          </li>
        ))}
      </ul>
      <p>{w.errorLead}</p>
    </div>
  );
}
