import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { linkCodeOf, readLinkCode } from './link-code.ts';

const code = linkCodeOf(new Uint8Array(26).map((_, i) => i + 7));

test('a code is 26 symbols of five bits in groups of four or five, without letters that are misread', () => {
  for (let i = 0; i < 50; i++) {
    const one = linkCodeOf(randomBytes(26));
    expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{4}){4}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(readLinkCode(one)).toBe(one);
  }
});

test('every bit counts: the lower five of each byte', () => {
  const bytes = new Uint8Array(26);
  const seen = new Set([linkCodeOf(bytes)]);
  for (let at = 0; at < 26; at++)
    for (let bit = 0; bit < 5; bit++) seen.add(linkCodeOf(bytes.map((_, i) => (i === at ? 1 << bit : 0))));
  expect(seen.size).toBe(1 + 130);
});

test.each([
  ['small letters', code.toLowerCase()],
  ['no hyphens', code.replaceAll('-', '')],
  ['spaces and a line break', ` ${code.replaceAll('-', ' \r\n')} `],
  ['full-width letters', code.replace(/[0-9A-Z]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))],
  ['another dash', code.replaceAll('-', '–')],
  ['O for zero, I and l for one', code.replaceAll('0', 'O').replace('1', 'I').replaceAll('1', 'l')],
  ['the whole link', `https://hakkyu.example.jp/link#${code}`],
])('forgiven: %s', (_, typed) => expect(readLinkCode(typed)).toBe(code));

test.each(['', '#', code.slice(1), `${code}0`, code.replace(/^./, 'U'), code.replace(/^./, '鍵'), '\0'.repeat(26)])(
  'no code: %j',
  (typed) => expect(readLinkCode(typed)).toBeUndefined(),
);

test('fewer random bytes make no code', () => expect(() => linkCodeOf(new Uint8Array(25))).toThrow(RangeError));
