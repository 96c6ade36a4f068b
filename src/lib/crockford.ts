// Codes that people copy by hand, in Crockford's base 32 (https://www.crockford.com/base32.html).

/** No I, L, O, U, which are misread or make words. */
export const crockfordSymbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** One symbol for each byte: its lower five bits. Random bytes give random symbols. */
export function crockfordOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => crockfordSymbols.charAt(byte & 31)).join('');
}

/**
 * What was typed, as symbols only: spaces, hyphens, small and full-width letters are forgiven, and the letters that look like
 * digits. undefined: something else is in it.
 */
export function readCrockford(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return [...plain].every((char) => crockfordSymbols.includes(char)) ? plain : undefined;
}
