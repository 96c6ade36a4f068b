/** A box of the paper, or a place of the application that is not on the paper. */
export const places = ['request', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'goods', 'invoice'] as const;
export type Place = (typeof places)[number];

/**
 * What a rule found. `block`: cannot be submitted so. `warn`: may be submitted, the examiner sees it.
 * `path` points into the content (`consignee.country`, `goods.12.quantity`); row counts from 1, as a person counts.
 */
export type Finding = {
  rule: string;
  level: 'block' | 'warn';
  place: Place;
  path: string;
  row?: number;
  /** Only where the finding is about a cell of a file: its letter and heading, `E 数量`. */
  column?: string;
  /** What is wrong and what to do about it, in the reader's language. */
  ja: string;
  en: string;
  /** Of a warning that stood at submission: why it is as it should be, in the applicant's words. */
  why?: string;
};
