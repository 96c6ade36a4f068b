// A country abroad by a name that may be printed.
import { FieldFrame, type FieldProps, fieldAria } from '../../ui/field-frame.tsx';
import type { Option } from '../../ui/select-field.tsx';
import { shellWords } from '../../ui/shell-words.ts';
import { countryNames } from './boxes-lists.ts';
import { boxesWords } from './boxes-words.ts';

/** What was typed elsewhere (a copy, a program) and is none of the list's names stays, as the first. */
export function CountryField(props: FieldProps & { value: string }) {
  const { lang, value } = props;
  const w = boxesWords[lang];
  const { usual, others } = countryNames[lang];
  const isListed = value === '' || [...usual, ...others].some((option) => option.value === value);
  return (
    <FieldFrame {...props}>
      <select {...fieldAria(props)} class="input select" autocomplete="off">
        <option value="">{shellWords[lang].choose}</option>
        {isListed ? null : (
          <option value={value} selected>
            {w.countryTyped(value)}
          </option>
        )}
        <Group label={w.countryNames} options={usual} value={value} />
        <Group label={w.countryOtherNames} options={others} value={value} />
      </select>
    </FieldFrame>
  );
}

function Group(props: { label: string; options: readonly Option[]; value: string }) {
  return (
    <optgroup label={props.label}>
      {props.options.map((option) => (
        <option value={option.value} selected={option.value === props.value}>
          {option.label}
        </option>
      ))}
    </optgroup>
  );
}
