// A form that came after its session had ended, on its way through the sign-in, or before its sender has shown again who he
// is: in hidden fields, never on the server.
import type { FindPageForm, PageForm } from './page-forms.ts';

export type KeptForm = PageForm & {
  /** When it was sent. */
  at: Date;
  /** Name and value, in the form's order; a name may come more than once. */
  fields: readonly (readonly [string, string])[];
  /** Names of files that were chosen: a page cannot choose them again by itself. */
  files: readonly string[];
};

const name = { path: 'kept-path', at: 'kept-at', file: 'kept-file', field: 'kept.' } as const;

/** A secret is typed again; it stands in no page. */
const isSecret = (field: string): boolean => /password|totp|recovery|passkey/i.test(field);

/** Without what no keyboard types and a page cannot carry: NUL, half a character. */
const plain = (typed: string): string => typed.toWellFormed().replaceAll('\0', '');

/** What of a posted form can be kept; the rest is only its files' names. An untouched file field has neither name nor size. */
export function keptForm(form: PageForm, at: Date, posted: FormData): KeptForm {
  const fields: [string, string][] = [];
  const files: string[] = [];
  for (const [field, value] of posted) {
    if (typeof value !== 'string') {
      if (value.name !== '' || value.size > 0) files.push(plain(value.name));
    } else if (!isSecret(field)) fields.push([plain(field), plain(value)]);
  }
  return { ...form, at, fields, files };
}

/** Whether it says anything: an untouched file field may come as an empty text. */
export function saysSomething(kept: KeptForm): boolean {
  return kept.fields.some(([, value]) => value !== '');
}

/** The hidden fields that carry it through the form of the sign-in. */
export function carried(kept: KeptForm): [string, string][] {
  return [
    [name.path, kept.address],
    [name.at, kept.at.toISOString()],
    ...kept.files.map((file): [string, string] => [name.file, file]),
    ...kept.fields.map(([field, value]): [string, string] => [name.field + field, value]),
  ];
}

/** Read back from the sign-in's form; undefined where it carries none, or one that is for no form of ours. */
export function keptIn(posted: FormData, find: FindPageForm): KeptForm | undefined {
  const texts = [...posted].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const textOf = (wanted: string): string => texts.find(([field]) => field === wanted)?.[1] ?? '';
  const form = find(textOf(name.path));
  const at = new Date(textOf(name.at));
  if (!form || Number.isNaN(at.getTime())) return undefined;
  return {
    ...{ ...form, at },
    files: texts.filter(([field]) => field === name.file).map(([, file]) => plain(file)),
    fields: texts
      .filter(([field]) => field.startsWith(name.field))
      .map(([field, value]): [string, string] => [plain(field.slice(name.field.length)), plain(value)])
      .filter(([field]) => !isSecret(field)),
  };
}

/** Bytes that the sign-in's form will have, with room for what is typed there. */
export function carriedBytes(kept: KeptForm): number {
  return new URLSearchParams(carried(kept)).toString().length + 10_000;
}
