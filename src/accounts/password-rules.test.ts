import { describe, expect, test } from 'vitest';
import { contextWords, type PasswordFault, passwordFault } from './password-rules.ts';
import { passwordFaultWords } from './password-words.ts';

const context = contextWords([
  ...['U0001', '9901', '見本 花子(デモ)', 'Hanako Mihon', 'hanako.mihon@mihon-trading.example.jp'],
  ...['見本貿易株式会社', 'MIHON TRADING CO., LTD.', '見本商工会議所', 'The Mihon Chamber of Commerce and Industry'],
]);

describe('NIST SP 800-63B-4 3.1.1.2, ASVS 6.2: refused, and why', () => {
  test.each<[PasswordFault, string]>([
    // 15 where a password is all there is
    ['short', ''],
    ['short', 'Tr0ub4dor&3xyz'],
    ['short', '鍵'.repeat(14)],
    ['long', `${'x7'.repeat(64)}z`],
    // ASVS 6.2.4: the lists of common passwords
    ['common', 'password12345678'],
    ['common', '1qaz2wsx3edc4rfv'],
    ['guessable', 'P@ssw0rd!Welcome1'],
    ['common', '123456789012345'],
    ['repeat', 'aaaaaaaaaaaaaaa'],
    ['repeat', 'ああああああああああああああああ'],
    ['repeat', 'iloveyouiloveyou'],
    ['repeat', 'sakurasakurasakura'],
    ['repeat', 'hakkyuhakkyuhakkyu'],
    ['repeat', 'Summer2026Summer2026'],
    ['repeat', 'トウキョウトウキョウトウキョウ'],
    ['repeat', ' '.repeat(20)],
    ['repeat', 'ab'.repeat(64)],
    ['sequence', 'abcdefghijklmnop'],
    ['sequence', 'あいうえおかきくけこさしすせそ'],
    ['sequence', 'zxcvbnm,./asdfghjkl'],
    ['date', '2026-11-23 1970-12-31'],
    // ASVS 6.2.11: words of this ID, this firm, this system
    ['context', 'mihon-demo-u0001'],
    ['context', 'mihontrading2026'],
    ['context', 'hanako.mihon1234'],
    ['context', 'hakkyu password 2026'],
    ['context', 'U0001 U0001 9901'],
    ['context', '見本花子の見本貿易株式会社2026'],
  ])('%s: %j', (fault, password) => expect(passwordFault(password, context)).toBe(fault));
});

describe('taken', () => {
  test.each([
    'correct horse battery staple',
    'neko ga suki desu yo',
    '桜の花が咲く頃に会いましょうね',
    '今日は 雨が降って いますか 傘',
    'k7#Vp2!xQz9&LmT4',
    // No rule of composition: small letters alone, digits alone
    'wagtailbucketmonsoonferry',
    '804917362558203',
    // ASVS 6.2.9: 64 and more
    'gravel '.concat('otter lamp siding quince marble tiller dune parcel bishop acorn'),
    // Words of the firm may stand in it, where they are not most of it
    'mihon umbrella glacier notebook',
    '🦊🌋🎻🚲🥝🧭🪁🛶🦉🌵🥁🧲🪐🛎🧵',
  ])('%j', (password) => expect(passwordFault(password, context)).toBeUndefined());
});

test('the same characters in another form of Unicode are as many', () => {
  const composed = 'がぎぐげござじずぜぞだぢづで';
  expect([...composed].length).toBe(14);
  expect(passwordFault(composed.normalize('NFD'), [])).toBe('short');
});

test('128 characters are taken, 129 are not', () => {
  const long = Array.from({ length: 129 }, (_, i) =>
    '0123456789abcdefghijklmnopqrstuv'.charAt((i * i * 7 + i * 3) % 32),
  );
  expect(passwordFault(long.slice(0, 128).join(''), [])).toBeUndefined();
  expect(passwordFault(long.join(''), [])).toBe('long');
});

test('what begins badly and ends well is taken as a whole', () => {
  expect(passwordFault('a'.repeat(40), [])).toBe('repeat');
  expect(passwordFault(`${'a'.repeat(40)} correct horse battery staple`, [])).toBeUndefined();
});

test('words that a stranger knows: whole, joined, one by one, before the @ of an address; not single letters', () => {
  const words = contextWords(['Mihon Trading Co., Ltd.', 'h.mihon@example.jp', '見本 花子', 'U0001']);
  expect(words).toEqual(
    expect.arrayContaining([
      'mihon',
      'trading',
      'mihontradingcoltd',
      'h.mihon',
      'ltd',
      '見本',
      '花子',
      '見本花子',
      'u0001',
    ]),
  );
  expect(words).not.toContain('co');
  expect(words).not.toContain('example');
});

test('every fault says what is wrong and, where one has to think of another, how to make a good one', () => {
  for (const fault of ['short', 'common', 'context', 'repeat', 'sequence', 'date', 'guessable'] as const) {
    const words = passwordFaultWords(fault, 'さくら');
    expect(words.ja).toContain('4つ以上つなげる');
    expect(words.en).toContain('Four or more words');
  }
  expect(passwordFaultWords('short', 'が'.normalize('NFD')).ja).toContain('1文字です');
  expect(passwordFaultWords('long', 'x'.repeat(129)).en).toBe('Please use at most 128 characters (you typed 129).');
});
