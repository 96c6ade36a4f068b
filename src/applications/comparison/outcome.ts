// What came of looking for a value.
import { excerpt, pageAt, type Reading } from './invoice-reading.ts';

/** On which page of which document. */
type Where = { evidenceId: string; page: number };

export type Outcome =
  /** `beside`: not on the invoice, but on a complement (補完書類). */
  | ({ is: 'found' | 'beside' } & Where)
  /** `says`: what the invoice says there, as it stands. */
  | ({ is: 'otherwise'; says: string } & Where)
  | { is: 'missing' };

/** Offsets in the text. */
export type Range = { at: number; end: number };

export const missing: Outcome = { is: 'missing' };
export const found = (reading: Reading, at: number): Outcome => ({ is: 'found', ...pageAt(reading, at) });
export function otherwise(reading: Reading, { at, end }: Range): Outcome {
  return { is: 'otherwise', says: excerpt(reading, at, end), ...pageAt(reading, at) };
}
