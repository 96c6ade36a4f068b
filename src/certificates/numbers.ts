// Certificate No., Access Code and the QR's token: how they look, how a typed one is read, what a slip of the pen breaks.
// Their forms are our own choice: the outside world only names them (reference description, 真正性・完全性の保証).
import { crockfordOf, crockfordSymbols } from '../lib/crockford.ts';

/** `9901-2026-000123-K`: chamber, year, gapless serial, check character (ISO 7064 MOD 37,36). */
export function certificateNumber(chamberId: string, year: number, serial: number): string {
  const body = `${chamberId}${year}${String(serial).padStart(6, '0')}`;
  return `${chamberId}-${year}-${String(serial).padStart(6, '0')}-${mod3736(body)}`;
}

/** A number as typed, in its printed form; undefined when it cannot be one (the check character tells most slips). */
export function readCertificateNumber(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const parts = /^([0-9A-Z]{4})(\d{4})(\d{6,9})([0-9A-Z])$/.exec(plain);
  if (!parts) return undefined;
  const [, chamberId = '', year = '', serial = '', check = ''] = parts;
  if (mod3736(`${chamberId}${year}${serial}`) !== check) return undefined;
  return `${chamberId}-${year}-${serial}-${check}`;
}

const alphanumerics = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ISO/IEC 7064 MOD 37,36: notices every single wrong character and every swap of two neighbours. */
function mod3736(text: string): string {
  let product = 36;
  for (const char of text) {
    const sum = (product + alphanumerics.indexOf(char)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return alphanumerics.charAt((37 - product) % 36);
}

const codeLength = 12;

/** 60 random bits as `7K3M-Q9TD-X2PA-V`: twelve symbols and a check symbol. @param bytes 12 or more random bytes */
export function accessCodeOf(bytes: Uint8Array): string {
  const body = crockfordOf(bytes.subarray(0, codeLength));
  if (body.length !== codeLength) throw new RangeError('an access code needs 12 random bytes');
  return grouped(body + checkSymbol(body));
}

/** A code as typed (letters that look like digits forgiven), in its printed form; undefined when it cannot be one. */
export function readAccessCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (plain.length !== codeLength + 1 || [...plain].some((char) => !crockfordSymbols.includes(char))) return undefined;
  const body = plain.slice(0, codeLength);
  return checkSymbol(body) === plain.charAt(codeLength) ? grouped(plain) : undefined;
}

const grouped = (plain: string): string => plain.replace(/(.{4})(?=.)/g, '$1-');

/** The sum of aⁱ·cᵢ in GF(32): every single wrong symbol and every swap of two neighbours gives another check symbol. */
function checkSymbol(body: string): string {
  let sum = 0;
  for (const char of body) sum = timesAlpha(sum ^ crockfordSymbols.indexOf(char));
  return crockfordSymbols.charAt(sum);
}

/** Multiplication by the generator of GF(32), modulo x⁵ + x² + 1. */
const timesAlpha = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/** 128 random bits in 26 symbols, for the QR's address. @param bytes 16 random bytes */
export function tokenOf(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new RangeError('a token has 16 random bytes');
  let bits = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let token = '';
  for (let i = 0; i < 26; i++) {
    token = crockfordSymbols.charAt(Number(bits & 31n)) + token;
    bits >>= 5n;
  }
  return token;
}

export const tokenPattern = /^[0-9A-HJKMNP-TV-Z]{26}$/;
