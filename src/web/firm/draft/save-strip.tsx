// Whether what is on the page is saved, in sight however far down one types, and the button that saves it.
import { Button } from '../../ui/button.tsx';
import type { Lang } from '../../ui/words.ts';
import { draftWords } from './draft-words.ts';

/** What the page was answered with: `saved`, or why what it shows is not what is saved. */
export type Standing = 'saved' | 'conflict' | 'closed' | 'refused';

/** The form that the strip saves, by its id, and the name under which its button posts `save`. */
export type StripForm = { id: string; button: string };

/**
 * The strip stays in sight where it has a form. Its button comes first of that form's, so it is also what the Enter key
 * presses (islands/draft.ts). The scripts write into `<output data-island="saved">`.
 */
export function SaveStrip(props: {
  lang: Lang;
  /** The receipt number, or what is being made. */
  of: string;
  /** `14:03` */
  savedAt: string;
  standing: Standing;
  form?: StripForm | undefined;
}) {
  const { lang, standing, form } = props;
  const w = draftWords[lang];
  const words = {
    saved: w.saved(props.savedAt),
    ...{ conflict: w.conflictShown, closed: w.closedShown, refused: w.refused },
  };
  return (
    <div class={form === undefined ? 'save-strip' : 'save-strip save-strip-held'}>
      <span class="save-of">{props.of}</span>
      <output class="save-state" data-island="saved" data-state={standing} aria-live="polite">
        {words[standing]}
      </output>
      {form === undefined || standing === 'closed' ? null : (
        <Button form={form.id} name={form.button} value="save">
          {w.save}
        </Button>
      )}
    </div>
  );
}
