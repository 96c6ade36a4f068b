import { FieldFrame, type FieldProps, fieldAria } from './field-frame.tsx';
import { shellWords } from './shell-words.ts';

export type Option = { value: string; label: string; help?: string | undefined };

/** One of many, as a native list. An unanswered one starts with "please choose", which has the empty value. */
export function SelectField(
  props: FieldProps & {
    options: readonly Option[];
    value?: string | undefined;
    /** Leaves out the empty first line, where there is always an answer. */
    answered?: boolean | undefined;
    autocomplete?: string | undefined;
  },
) {
  return (
    <FieldFrame {...props}>
      <select {...fieldAria(props)} class="input select" autocomplete={props.autocomplete ?? 'off'}>
        {props.answered ? null : <option value="">{shellWords[props.lang].choose}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
