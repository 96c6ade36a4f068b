import { expect, test } from 'vitest';
import { readTotpCode, totpCodeAt, totpStepOf, totpUri } from './totp.ts';

/** RFC 6238 appendix B: the ASCII secret `12345678901234567890`; the last six of its eight digits. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('RFC 6238, second %s: %s', (seconds, code) => {
  expect(totpCodeAt(secret, new Date(seconds * 1000))).toBe(code);
});

const at = new Date(1_700_000_015_000);
const step = Math.floor(1_700_000_015 / 30);
const codeOf = (steps: number): string => totpCodeAt(secret, new Date((step + steps) * 30_000));

test.each([
  [-2, undefined],
  [-1, step - 1],
  [0, step],
  [1, step + 1],
  [2, undefined],
])('a code of %s steps from now is of step %s', (steps, found) => {
  expect(totpStepOf(secret, codeOf(steps), { at, after: 0 })).toBe(found);
});

test.each([-1, 0, 1, 2, 50])('after step %s from now only later ones are right', (after) => {
  for (const steps of [-1, 0, 1]) {
    const found = totpStepOf(secret, codeOf(steps), { at, after: step + after });
    expect(found).toBe(steps > after ? step + steps : undefined);
  }
});

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['１２３４５６', '123456'],
  ['12345', undefined],
  ['1234567', undefined],
  ['12345a', undefined],
  ['', undefined],
])('typed %j is %s', (typed, code) => {
  expect(readTotpCode(typed)).toBe(code);
});

test('what the QR code holds is read by every app: type, label, secret, issuer', () => {
  const uri = new URL(totpUri(secret, { issuer: 'Hakkyu (localhost)', label: '9901 U0001' }));
  expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
  expect(decodeURIComponent(uri.pathname)).toContain('9901 U0001');
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, issuer: 'Hakkyu (localhost)' });
});
