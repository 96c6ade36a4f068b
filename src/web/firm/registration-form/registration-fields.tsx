// The fields of a step, drawn from their list.
import type { FieldProblem } from '../../../lib/refusal.ts';
import type { RegistrationContent } from '../../../registrations/content.ts';
import { plainValues } from '../../../registrations/procedures/form-differences.ts';
import { Checkbox, RadioGroup } from '../../ui/choice-field.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { choiceNames, fieldHelps, fieldLabels } from './field-words.ts';
import { asked, type FormField, isRequired, isShown } from './form-fields.ts';

type Props = {
  lang: Lang;
  content: RegistrationContent;
  problems: readonly FieldProblem[];
};

export function RegistrationFields(props: Props & { fields: readonly FormField[] }) {
  const values = plainValues(props.content);
  return (
    <>
      {props.fields
        .filter((field) => isShown(field, props.content))
        .map((field) => (
          <OneField {...props} field={field} value={values.get(field.path) ?? ''} />
        ))}
    </>
  );
}

function OneField({ lang, content, problems, field, value }: Props & { field: FormField; value: string }) {
  const { path, kind, options, maxlength } = field;
  const common = {
    ...{ lang, name: path, label: fieldLabels[path][lang], help: fieldHelps[path]?.[lang] },
    ...{ required: isRequired(field, content), error: problemFor(problems, lang, path) },
  };
  if (kind === 'tick')
    return (
      <>
        <input type="hidden" name={asked(path)} value="1" />
        <Checkbox {...common} required={undefined} checked={value === 'true'} />
      </>
    );
  if (kind === 'choice')
    return (
      <RadioGroup
        {...common}
        value={value}
        options={(options ?? []).map((one) => ({ value: one, label: choiceNames[one]?.[lang] ?? one }))}
      />
    );
  const language = field.english && lang === 'ja' ? 'en' : undefined;
  const valueLang = !field.english && lang === 'en' ? 'ja' : language;
  if (kind === 'area') return <TextArea {...{ ...common, value, maxlength, valueLang }} rows={3} />;
  const { width, inputmode } = field;
  return (
    <TextField
      {...{ ...common, value, maxlength, valueLang, inputmode, spellcheck: false }}
      {...(width === undefined ? {} : { width })}
    />
  );
}
