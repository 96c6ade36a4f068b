// 修正を求める: a box at each place, folded until it is needed. All boxes belong to the one form that asks for corrections.
import type { FieldProblem } from '../../../lib/refusal.ts';
import { fieldId, problemFor } from '../../ui/field-frame.tsx';
import { placeName } from './place-names.ts';
import { type ProcedureTyped, remarkField } from './procedure-typed.ts';
import type { ProcedureView } from './procedure-view.ts';
import { procedureWords } from './procedure-words.ts';

/** The id of the form that the boxes are sent with. */
export const remarksForm = 'send-back';

export type RemarkProps = ProcedureView & { typed: ProcedureTyped; problems: readonly FieldProblem[] };

/** Nothing for whoever may not ask. */
export function RemarkBox(props: RemarkProps & { place: string; name?: string; isNameSeen?: boolean }) {
  const { lang, view, actions, typed, problems, place } = props;
  if (!actions.has('send_back')) return null;
  const w = procedureWords[lang];
  const field = remarkField(place);
  const id = fieldId(field);
  const written = typed.remarks.get(place) ?? '';
  const error = problemFor(problems, lang, field);
  return (
    <details class="reg-remark" open={written !== '' || error !== undefined}>
      <summary>
        {w.remarkHere}
        <span class={props.isNameSeen ? undefined : 'unseen'}>
          {w.of(props.name ?? placeName(lang, view.procedure.content, place))}
        </span>
      </summary>
      {error === undefined ? null : (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <textarea
        {...{ id, name: field, form: remarksForm, rows: 2, class: 'input', autocomplete: 'off', maxlength: 2000 }}
        aria-label={w.remarkAt(props.name ?? placeName(lang, view.procedure.content, place))}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      >
        {written}
      </textarea>
    </details>
  );
}
