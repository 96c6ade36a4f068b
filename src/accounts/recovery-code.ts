// A recovery code, for who has lost the second factor: printed and kept in a drawer, typed once.
import { crockfordOf, readCrockford } from '../lib/crockford.ts';

/** As many at a time as others give: enough for years, and they fit on a slip of paper. */
export const recoveryCodesAtOnce = 10;

/** Five bits each: 80 bits, which nobody guesses in the tries that the limits of sign-in leave. */
export const recoveryCodeLength = 16;

/** `7K3M-9TD0-X2PA-V4EH`. @param bytes 16 random bytes; RangeError for another number */
export function recoveryCodeOf(bytes: Uint8Array): string {
  if (bytes.length !== recoveryCodeLength)
    throw new RangeError(`a recovery code needs ${recoveryCodeLength} random bytes`);
  return grouped(crockfordOf(bytes));
}

/** A code as typed, in its written form; undefined when it is none. */
export function readRecoveryCode(typed: string): string | undefined {
  const plain = readCrockford(typed);
  return plain?.length === recoveryCodeLength ? grouped(plain) : undefined;
}

const grouped = (plain: string): string => plain.replace(/(.{4})(?=.)/g, '$1-');
