import { FieldFrame, type FieldProps, fieldAria } from './field-frame.tsx';
import { shellWords } from './shell-words.ts';

/** About how many characters fit, so that the box tells how long the answer is. */
export type FieldWidth = 'tiny' | 'short' | 'middle' | 'full';

type Typed = FieldProps & {
  value?: string | undefined;
  width?: FieldWidth;
  maxlength?: number | undefined;
  readonly?: boolean | undefined;
  /** Where the browser may fill in what it knows of the person (WCAG 1.3.5); all else is `off`: trade data is not the person's. */
  autocomplete?: string | undefined;
  /** The language of the value, where it differs: a certificate is in English. */
  valueLang?: string | undefined;
  /** The hook by which an island finds the control. */
  island?: string | undefined;
};

type TextProps = Typed & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search';
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | undefined;
  spellcheck?: boolean | undefined;
  /** Written right behind the box: 円, kg, 部. */
  unit?: string | undefined;
};

function typedAttributes(props: Typed) {
  return {
    ...fieldAria(props),
    class: `input input-${props.width ?? 'full'}`,
    maxlength: props.maxlength,
    readonly: props.readonly,
    autocomplete: props.autocomplete ?? 'off',
    lang: props.valueLang,
    'data-island': props.island,
  };
}

/** One line of text. */
export function TextField(props: TextProps) {
  const attributes = typedAttributes(props);
  const unitId = props.unit === undefined ? undefined : `${attributes.id}-unit`;
  const described = [attributes['aria-describedby'], unitId].filter((part) => part !== undefined).join(' ');
  const input = (
    <input
      type={props.type ?? 'text'}
      {...attributes}
      aria-describedby={described || undefined}
      inputmode={props.inputmode}
      spellcheck={props.spellcheck}
      value={props.value}
    />
  );
  if (unitId === undefined) return <FieldFrame {...props}>{input}</FieldFrame>;
  return (
    <FieldFrame {...props}>
      <div class="with-unit">
        {input}
        <span class="unit" id={unitId}>
          {props.unit}
        </span>
      </div>
    </FieldFrame>
  );
}

/**
 * A number, typed as text: `type=number` changes with the wheel, hides what it cannot read and sends nothing then,
 * so that we could not tell the person what was wrong.
 */
export function NumberField(props: Omit<TextProps, 'type' | 'inputmode'> & { decimals?: boolean }) {
  return <TextField {...props} width={props.width ?? 'short'} inputmode={props.decimals ? 'decimal' : 'numeric'} />;
}

/** A browser drops a line break right behind `<textarea>`; a text that begins with one gets another in front. */
function afterTag(value: string | undefined): string | undefined {
  return value !== undefined && /^\r?\n/.test(value) ? `\n${value}` : value;
}

/** Several lines. */
export function TextArea(props: Typed & { rows?: number }) {
  return (
    <FieldFrame {...props}>
      <textarea {...typedAttributes(props)} rows={props.rows ?? 4}>
        {afterTag(props.value)}
      </textarea>
    </FieldFrame>
  );
}

/** A day by the browser's own calendar. Value, `min` and `max` are `YYYY-MM-DD`. */
export function DateField(
  props: Omit<Typed, 'width' | 'maxlength'> & { min?: string | undefined; max?: string | undefined },
) {
  return (
    <FieldFrame {...props}>
      <input
        type="date"
        {...typedAttributes({ ...props, width: 'short' })}
        min={props.min}
        max={props.max}
        value={props.value}
      />
    </FieldFrame>
  );
}

/**
 * A password. It is never sent back to the page, so it takes no value. With its island (`reveal-password`) one can see what
 * one types; without script there is no such button.
 */
export function PasswordField(
  props: Omit<Typed, 'value' | 'autocomplete'> & {
    autocomplete: 'current-password' | 'new-password';
  },
) {
  const w = shellWords[props.lang];
  return (
    <FieldFrame {...props}>
      <div
        class="reveal"
        data-island="reveal-password"
        data-words={JSON.stringify([w.reveal, w.conceal, w.revealed, w.concealed])}
      >
        <input type="password" {...typedAttributes(props)} spellcheck={false} autocapitalize="none" />
      </div>
    </FieldFrame>
  );
}
