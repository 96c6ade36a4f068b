// 修正: a remark at each box that the firm should mend, several at once; and the way to a rejection.
import type { Place } from '../../applications/finding.ts';
import { type ApplicationKind, formFor } from '../../applications/forms/forms.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import { pagesOf } from '../kinds/kinds.ts';
import { paths } from '../paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { fieldId, problemFor } from '../ui/field-frame.tsx';
import type { Lang } from '../ui/words.ts';
import type { CaseView } from './case-view.ts';
import { caseWords } from './case-words.ts';
import { remarkField, type Typed } from './typed.ts';

type Props = CaseView & { typed: Pick<Typed, 'remarks'>; problems: readonly FieldProblem[] };

export function CaseSendBack(props: Props) {
  const { lang, view, actions, problems } = props;
  const w = caseWords[lang];
  if (!actions.has('send_back')) return null;
  const { applicationId, round } = view.application;
  const error = problemFor(problems, lang, 'remarks');
  return (
    <section aria-labelledby={fieldId('remarks')}>
      <h2 id={fieldId('remarks')} tabindex={-1}>
        {w.sendBackHeading}
      </h2>
      <p id="remarks-help">{w.sendBackHelp}</p>
      {error === undefined ? null : <p class="field-error">{error}</p>}
      <form method="post" action={paths.sendBackCase(applicationId)} aria-describedby="remarks-help">
        <input type="hidden" name="round" value={String(round)} />
        <div class="desk-remarks">
          {formFor(view.application.kind).places.map((place, index) => (
            <Remark {...props} place={place} isFirst={index === 0} />
          ))}
        </div>
        <div class="desk-actions">
          <Button name="after" value="next">
            {w.sendBackNext}
          </Button>
          <Button name="after" value="queue">
            {w.sendBack}
          </Button>
        </div>
      </form>
      {actions.has('reject') ? (
        <div class="desk-reject">
          <p>{w.rejectLead}</p>
          <ButtonLink href={`${paths.rejectCase(applicationId)}?round=${round}`}>{w.reject}</ButtonLink>
        </div>
      ) : null}
    </section>
  );
}

function Remark(props: Props & { place: Place; isFirst: boolean }) {
  const { lang, place, typed, problems } = props;
  const name = remarkField(place);
  const id = fieldId(name);
  const error = problemFor(problems, lang, name);
  return (
    <div>
      <label for={id}>{placeName(lang, props.view.application.kind, place)}</label>
      {error === undefined ? null : (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <textarea
        {...{ id, name, rows: 2, class: 'input', autocomplete: 'off' }}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        data-key={props.isFirst ? 'r' : undefined}
      >
        {typed.remarks.find((one) => one.place === place)?.words}
      </textarea>
    </div>
  );
}

export const placeName = (lang: Lang, kind: ApplicationKind, place: Place): string =>
  place === 'invoice' ? caseWords[lang].documents : pagesOf(kind).placeName(lang, place);
