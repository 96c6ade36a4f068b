// The code of a one-time link: in a mail behind `#`, or read from a sheet that somebody hands over.
import { crockfordOf, readCrockford } from '../lib/crockford.ts';

/** first: nobody has chosen a password for this ID yet. reset: the old one is forgotten. */
export type LinkPurpose = 'first' | 'reset';

const hour = 3_600_000;
/** A first password waits for its holder over a weekend; a reset is asked for by somebody who sits and waits. */
export const linkLengthMs: Record<LinkPurpose, number> = { first: 72 * hour, reset: 2 * hour };

/** Five bits each: 130 bits, which nobody guesses. */
export const linkCodeLength = 26;

/** `7K3MQ-9TD0-X2PA-V4EH-0C8R-YW6NB`. @param bytes 26 random bytes; RangeError for another number */
export function linkCodeOf(bytes: Uint8Array): string {
  if (bytes.length !== linkCodeLength) throw new RangeError(`a link code needs ${linkCodeLength} random bytes`);
  return grouped(crockfordOf(bytes));
}

/** A code as typed or pasted, also a whole link with the code behind its `#`, in its written form; undefined when it is none. */
export function readLinkCode(typed: string): string | undefined {
  const plain = readCrockford(typed.slice(typed.indexOf('#') + 1));
  return plain?.length === linkCodeLength ? grouped(plain) : undefined;
}

const grouped = (plain: string): string => plain.replace(/^(.{5})(.{4})(.{4})(.{4})(.{4})(.{5})$/, '$1-$2-$3-$4-$5-$6');
