import type { Child } from 'hono/jsx';
import { type FieldProps, fieldAria, fieldId, GroupFrame, Need } from './field-frame.tsx';
import type { Option } from './select-field.tsx';
import { shellWords } from './shell-words.ts';

/** One of a few, all in sight. A link to the field's id (from the error list) goes to the first of them. */
export function RadioGroup(props: FieldProps & { options: readonly Option[]; value?: string | undefined }) {
  return (
    <GroupFrame {...props}>
      {props.options.map((option, index) => (
        <Choice
          type="radio"
          id={index === 0 ? fieldId(props.name) : `${fieldId(props.name)}-${index + 1}`}
          name={props.name}
          option={option}
          checked={option.value === props.value}
        />
      ))}
    </GroupFrame>
  );
}

/** Any of a few: each checked value is sent under the same name. */
export function CheckboxGroup(props: FieldProps & { options: readonly Option[]; values?: readonly string[] }) {
  return (
    <GroupFrame {...props}>
      {props.options.map((option, index) => (
        <Choice
          type="checkbox"
          id={index === 0 ? fieldId(props.name) : `${fieldId(props.name)}-${index + 1}`}
          name={props.name}
          option={option}
          checked={props.values?.includes(option.value) ?? false}
        />
      ))}
    </GroupFrame>
  );
}

/** One yes: an oath, a consent. Its label is the sentence that is agreed to. */
export function Checkbox(
  props: Omit<FieldProps, 'label' | 'rule'> & { label: Child; value?: string; checked?: boolean },
) {
  const aria = fieldAria(props);
  const w = shellWords[props.lang];
  return (
    <div class={props.error === undefined ? 'field' : 'field field-wrong'}>
      {props.error === undefined ? null : (
        <p class="field-error" id={`${aria.id}-error`}>
          <span class="unseen">{w.errorPrefix}</span>
          {props.error}
        </p>
      )}
      <div class="choice">
        <input type="checkbox" {...aria} value={props.value ?? 'yes'} checked={props.checked ?? false} />
        <label for={aria.id}>{props.label}</label>
        <Need {...props} hidden={props.required === true} />
      </div>
      {props.help === undefined ? null : (
        <p class="choice-help" id={`${aria.id}-help`}>
          {props.help}
        </p>
      )}
    </div>
  );
}

function Choice(props: { type: 'radio' | 'checkbox'; id: string; name: string; option: Option; checked: boolean }) {
  const help = props.option.help;
  return (
    <>
      <div class="choice">
        <input
          type={props.type}
          id={props.id}
          name={props.name}
          value={props.option.value}
          checked={props.checked}
          aria-describedby={help === undefined ? undefined : `${props.id}-about`}
        />
        <label for={props.id}>{props.option.label}</label>
      </div>
      {help === undefined ? null : (
        <p class="choice-help" id={`${props.id}-about`}>
          {help}
        </p>
      )}
    </>
  );
}
