import type { Child, PropsWithChildren } from 'hono/jsx';
import type { FieldProblem } from '../../lib/refusal.ts';
import { shellWords } from './shell-words.ts';
import type { Lang } from './words.ts';

/** What every control of a form has. */
export type FieldProps = {
  lang: Lang;
  /** The form's name for it, also the path in the input: `consignee.country`. Once a page. */
  name: string;
  label: string;
  /** Says 必須 or 任意 beside the label; left out (searches, filters) it says nothing. */
  required?: boolean | undefined;
  /** One sentence under the label. */
  help?: Child;
  /** The rule in full, shown on demand. */
  rule?: Child;
  /** What to do about it: 「荷受人の国名を入れてください」. */
  error?: string | undefined;
};

/** The id of the control of that name, to link to: `#f-consignee.country`. */
export function fieldId(name: string): string {
  return `f-${name}`;
}

/** The words of the first problem at that place, for the field's `error`. */
export function problemFor(problems: readonly FieldProblem[], lang: Lang, name: string): string | undefined {
  return problems.find((problem) => problem.field === name)?.[lang];
}

/** The ARIA attributes that tie a control to its frame. */
export function fieldAria(props: Pick<FieldProps, 'name' | 'required' | 'help' | 'error'>) {
  const id = fieldId(props.name);
  const described = [
    props.required === false ? `${id}-need` : undefined,
    props.help === undefined ? undefined : `${id}-help`,
    props.error === undefined ? undefined : `${id}-error`,
  ].filter((part) => part !== undefined);
  return {
    id,
    name: props.name,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-required': props.required ? ('true' as const) : undefined,
    'aria-invalid': props.error === undefined ? undefined : ('true' as const),
  };
}

/** Label, mark, help and error around one control. For several controls under one question see `GroupFrame`. */
export function FieldFrame(props: PropsWithChildren<FieldProps>) {
  const id = fieldId(props.name);
  return (
    <div class={props.error === undefined ? 'field' : 'field field-wrong'}>
      <div class="field-head">
        <label class="field-label" for={id}>
          {props.label}
        </label>
        <Need {...props} hidden={props.required === true} />
      </div>
      <FieldTexts {...props} />
      {props.children}
    </div>
  );
}

/** The same around a group of controls: a fieldset whose legend is the question. */
export function GroupFrame(props: PropsWithChildren<FieldProps>) {
  const { id, 'aria-describedby': described } = fieldAria(props);
  const needId = props.required === true ? `${id}-need ` : '';
  return (
    <fieldset
      class={props.error === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={`${needId}${described ?? ''}`.trim() || undefined}
    >
      <legend class="field-head">
        <span class="field-label">{props.label}</span>
      </legend>
      <Need {...props} hidden={false} />
      <FieldTexts {...props} />
      {props.children}
    </fieldset>
  );
}

/** 必須 or 任意. `hidden` from screen readers where the control itself says `aria-required`, so that it is not read twice. */
export function Need(props: Pick<FieldProps, 'lang' | 'name' | 'required'> & { hidden: boolean }) {
  if (props.required === undefined) return null;
  const w = shellWords[props.lang];
  return (
    <span
      id={`${fieldId(props.name)}-need`}
      class={props.required ? 'need need-required' : 'need'}
      aria-hidden={props.hidden ? 'true' : undefined}
    >
      {props.required ? w.required : w.optional}
    </span>
  );
}

function FieldTexts(props: FieldProps) {
  const id = fieldId(props.name);
  const w = shellWords[props.lang];
  return (
    <>
      {props.help === undefined ? null : (
        <p class="field-help" id={`${id}-help`}>
          {props.help}
        </p>
      )}
      {props.rule === undefined ? null : (
        <details class="field-rule">
          <summary>
            {w.rule}
            <span class="unseen">: {props.label}</span>
          </summary>
          <div class="field-rule-text">{props.rule}</div>
        </details>
      )}
      {props.error === undefined ? null : (
        <p class="field-error" id={`${id}-error`}>
          <span class="unseen">{w.errorPrefix}</span>
          {props.error}
        </p>
      )}
    </>
  );
}
