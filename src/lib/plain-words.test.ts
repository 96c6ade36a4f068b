import { expect, test } from 'vitest';
import { longestWords, wordsProblem } from './plain-words.ts';

test('a sign that nobody sees is refused with its place and number', () => {
  for (const [words, name] of [
    ['住所を\u202E直して', 'U+202E'],
    ['a\u2066b', 'U+2066'],
    ['a\u200Fb', 'U+200F'],
    ['a\u061Cb', 'U+061C'],
    ['a\0b', 'U+0000'],
    ['a\u001Bb', 'U+001B'],
    ['a\u0085b', 'U+0085'],
  ] as const) {
    const problem = wordsProblem('note', words);
    expect(problem).toMatchObject({ field: 'note' });
    expect(problem?.ja, name).toContain(name);
    expect(problem?.en, name).toContain(name);
  }
});

test('lines, tabs, every script and pairs of surrogates are text', () => {
  expect(wordsProblem('note', '1行目\r\n2行目\n\t𠮷 שלום 👨‍👩‍👧 é')).toBeUndefined();
});

test('words that are too long are refused with how long they are, not cut', () => {
  expect(wordsProblem('note', 'あ'.repeat(longestWords))).toBeUndefined();
  expect(wordsProblem('note', 'あ'.repeat(longestWords + 1))?.ja).toContain('2001文字');
});
