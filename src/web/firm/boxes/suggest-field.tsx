// One line of text with names to choose from, none of them binding: the browser's own list, without script.
import { FieldFrame, type FieldProps, fieldAria } from '../../ui/field-frame.tsx';
import type { FieldWidth } from '../../ui/text-field.tsx';
import { type SuggestionList, suggestions } from './boxes-lists.ts';

const listId = (list: SuggestionList): string => `list-${list}`;

export function SuggestField(props: FieldProps & { value: string; list: SuggestionList; width?: FieldWidth }) {
  return (
    <FieldFrame {...props}>
      <input
        {...fieldAria(props)}
        type="text"
        class={`input input-${props.width ?? 'middle'}`}
        list={listId(props.list)}
        autocomplete="off"
        lang="en"
        spellcheck={false}
        value={props.value}
      />
    </FieldFrame>
  );
}

/** The lists that the fields name; once a page. */
export function SuggestionLists() {
  return (
    <>
      {(Object.keys(suggestions) as SuggestionList[]).map((list) => (
        <datalist id={listId(list)}>
          {suggestions[list].map(({ value, label }) => (
            <option value={value} label={label} />
          ))}
        </datalist>
      ))}
    </>
  );
}
