// Words and choices in one line above a list; the address says them all.
import type { PropsWithChildren } from 'hono/jsx';
import { fieldId } from '../../ui/field-frame.tsx';
import type { Option } from '../../ui/select-field.tsx';

type Select = { name: string; label: string; all: string; value: string | undefined; options: readonly Option[] };

/** The children are the buttons. */
export function SearchLine(
  props: PropsWithChildren<{
    action: string;
    /** What the form is called. */
    name: string;
    words: { label: string; value: string };
    selects: readonly Select[];
    hidden?: Readonly<Record<string, string>>;
  }>,
) {
  const { action, name, words, selects, hidden = {} } = props;
  return (
    <search class="reg-search">
      <form method="get" action={action} class="desk-actions" aria-label={name}>
        {Object.entries(hidden).map(([key, value]) => (
          <input type="hidden" name={key} value={value} />
        ))}
        <span class="reg-asked">
          <label class="desk-bar-text" for={fieldId('words')}>
            {words.label}
          </label>
          <input
            {...{
              type: 'search',
              id: fieldId('words'),
              name: 'words',
              class: 'input input-middle',
              autocomplete: 'off',
            }}
            {...{ value: words.value, maxlength: 100, spellcheck: false }}
          />
        </span>
        {selects.map((select) => (
          <span class="reg-asked">
            <label class="desk-bar-text" for={fieldId(select.name)}>
              {select.label}
            </label>
            <select id={fieldId(select.name)} name={select.name} class="input select">
              <option value="">{select.all}</option>
              {select.options.map(({ value, label }) => (
                <option value={value} selected={value === select.value}>
                  {label}
                </option>
              ))}
            </select>
          </span>
        ))}
        {props.children}
      </form>
    </search>
  );
}
