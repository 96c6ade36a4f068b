/** The languages of pages, mails and letters. Certificates are in English and do not come through here. */
export const langs = ['ja', 'en'] as const;
export type Lang = (typeof langs)[number];

type Entry = string | ((...args: never[]) => string);
type Words<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string ? (...args: A) => string : string;
};

/**
 * The words of one screen in both languages: `const w = signInWords[lang]`, then `w.title`, `w.count(3)`.
 * Japanese sets the keys and the arguments; an English key too few, too many or with other arguments does not compile.
 */
export function catalogue<const T extends Record<string, Entry>>(
  ja: T,
  en: NoInfer<Words<T>>,
): { readonly ja: T; readonly en: Words<T> } {
  return { ja, en };
}

/** The language that a reader asked for, or Japanese when it is none of ours. */
export function langOf(asked: string | undefined): Lang {
  return langs.find((lang) => lang === asked) ?? 'ja';
}
