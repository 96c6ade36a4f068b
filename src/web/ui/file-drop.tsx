import { formatBytes } from './dates.ts';
import { FieldFrame, type FieldProps, fieldAria } from './field-frame.tsx';
import { shellWords } from './shell-words.ts';

/**
 * Files from the reader's computer: a plain file input, which an island turns into a place to drop them
 * (`data-island="file-drop"`; `data-max-bytes` lets it speak up before the way to the server). The form needs
 * `enctype="multipart/form-data"`.
 */
export function FileDrop(
  props: Omit<FieldProps, 'help'> & {
    /** For the browser's dialog: `.pdf,application/pdf`. */
    accept: string;
    /** The same in words: `PDF`. */
    types: string;
    maxBytes: number;
    multiple?: boolean;
    /** A sentence behind types and size: 「20ページまで」. */
    more?: string | undefined;
  },
) {
  const w = shellWords[props.lang];
  const many = props.multiple ? w.fileMany : undefined;
  const help = [
    `${w.fileLimit(props.types, formatBytes(props.maxBytes))}${props.lang === 'ja' ? '。' : '.'}`,
    many,
    props.more,
  ]
    .filter((part) => part !== undefined)
    .join(props.lang === 'ja' ? '' : ' ');
  const field = { ...props, help };
  return (
    <FieldFrame {...field}>
      <div
        class="file-drop"
        data-island="file-drop"
        data-max-bytes={String(props.maxBytes)}
        data-too-large={w.fileLimit(props.types, formatBytes(props.maxBytes))}
      >
        <input type="file" {...fieldAria(field)} accept={props.accept} multiple={props.multiple ?? false} />
      </div>
    </FieldFrame>
  );
}
