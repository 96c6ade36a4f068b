import type { Child, PropsWithChildren } from 'hono/jsx';
import { Button, ButtonLink, ButtonRow, type ButtonTone } from './button.tsx';
import { shellWords } from './shell-words.ts';
import type { Lang } from './words.ts';

type ConfirmProps = PropsWithChildren<{
  lang: Lang;
  /** Where the answer "yes" is posted. */
  action: string;
  values?: Readonly<Record<string, string>>;
  /** What the button does, as a verb: 「取り消す」, never "OK". */
  yes: string;
  tone?: ButtonTone;
  /** The way back: an address on a page; in a dialog the button that closes it. */
  no: { href: string } | 'close';
}>;

/** What will happen (the children), and yes or no. The body of a confirm page and of a dialog alike. */
export function Confirm(props: ConfirmProps) {
  const w = shellWords[props.lang];
  return (
    <form method="post" action={props.action} class="confirm">
      {Object.entries(props.values ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
      <ButtonRow>
        <Button tone={props.tone ?? 'primary'}>{props.yes}</Button>
        {props.no === 'close' ? (
          // The focus starts on the harmless answer where the other one cannot be undone.
          <button
            type="submit"
            class="button button-secondary"
            formmethod="dialog"
            formnovalidate
            autofocus={props.tone === 'danger'}
          >
            {w.cancel}
          </button>
        ) : (
          <ButtonLink href={props.no.href}>{w.cancel}</ButtonLink>
        )}
      </ButtonRow>
    </form>
  );
}

/**
 * A question over the page. `DialogOpener` opens it. Without script the opener is a link to a page of its own
 * that holds the same `Confirm`, so nothing can be done by a dialog alone.
 */
export function Dialog(props: PropsWithChildren<{ id: string; heading: string }>) {
  return (
    <dialog id={props.id} class="dialog" aria-labelledby={`${props.id}-heading`}>
      <h2 id={`${props.id}-heading`}>{props.heading}</h2>
      {props.children}
    </dialog>
  );
}

/** A link to the confirm page; the island `dialog` opens the dialog of that id in its place. */
export function DialogOpener(props: { href: string; dialog: string; tone?: ButtonTone; children?: Child }) {
  return (
    <a class={`button button-${props.tone ?? 'secondary'}`} href={props.href} data-opens-dialog={props.dialog}>
      {props.children}
    </a>
  );
}
