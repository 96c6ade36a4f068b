import type { Child, PropsWithChildren } from 'hono/jsx';

/** `primary` once a page, for the one thing to do. `danger` only for what cannot be undone. `link`: a small deed in a line of text. */
export type ButtonTone = 'primary' | 'secondary' | 'danger' | 'link';

type ButtonProps = PropsWithChildren<{
  tone?: ButtonTone;
  type?: 'submit' | 'button';
  /** Name and value tell the server which button of a form was pressed. */
  name?: string | undefined;
  value?: string | undefined;
  /** The address that this button posts to, when it is not its form's. */
  formaction?: string | undefined;
  /** The id of the form, where the button stands outside of it. */
  form?: string | undefined;
  id?: string | undefined;
}>;

export function Button({ tone = 'secondary', type = 'submit', children, ...rest }: ButtonProps) {
  return (
    <button type={type} class={`button button-${tone}`} {...rest}>
      {children}
    </button>
  );
}

/** Goes to another page and changes nothing; it looks like a button where it is the page's one thing to do. */
export function ButtonLink(
  props: PropsWithChildren<{
    href: string;
    tone?: ButtonTone;
    download?: string | undefined;
    hreflang?: string | undefined;
  }>,
) {
  const { tone = 'secondary', children, ...rest } = props;
  return (
    <a class={`button button-${tone}`} {...rest}>
      {children}
    </a>
  );
}

/** A deed of one press: a form of hidden values and a button. */
export function PostButton(props: {
  action: string;
  values?: Readonly<Record<string, string>>;
  tone?: ButtonTone;
  /** The language of the label, where it is not the page's. */
  labelLang?: string | undefined;
  children?: Child;
}) {
  return (
    <form method="post" action={props.action} class="post-button">
      {Object.entries(props.values ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={`button button-${props.tone ?? 'secondary'}`} lang={props.labelLang}>
        {props.children}
      </button>
    </form>
  );
}

/** Buttons side by side, the primary one first; under each other on a phone. */
export function ButtonRow({ children }: PropsWithChildren) {
  return <div class="button-row">{children}</div>;
}
