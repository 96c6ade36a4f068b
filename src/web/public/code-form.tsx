import type { FieldProblem } from '../../lib/refusal.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Lang } from '../ui/words.ts';

/** The code out of a mail: a script takes it from the address (island `one-time-link`), without one it is pasted. */
export function CodeForm(props: {
  lang: Lang;
  action: string;
  /** Of the field, the line under it, and the button. */
  words: { label: string; help: string; submit: string };
  code: string;
  problems: readonly FieldProblem[];
}) {
  const { lang, action, words, code, problems } = props;
  const { label, help, submit } = words;
  return (
    <form method="post" action={action} data-island="one-time-link">
      <TextField
        {...{ lang, name: 'code', label, help, value: code, width: 'middle' }}
        {...{ required: true, spellcheck: false, maxlength: 200 }}
        error={problemFor(problems, lang, 'code')}
      />
      <ButtonRow>
        <Button tone="primary">{submit}</Button>
      </ButtonRow>
    </form>
  );
}
