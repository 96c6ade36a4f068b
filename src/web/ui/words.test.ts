import { expect, test } from 'vitest';
import { catalogue, langOf } from './words.ts';

const w = catalogue(
  { title: '発給申請', count: (n: number) => `${n}件` },
  { title: 'Applications', count: (n) => `${n}` },
);

test('a catalogue gives strings and sentences with arguments in the language asked for', () => {
  expect(w.ja.count(3)).toBe('3件');
  expect(w.en.title).toBe('Applications');
});

// The next test is checked by the compiler: each directive is an error when the line below it compiles.
test('a missing, extra or differently called English word does not compile', () => {
  // @ts-expect-error `count` is missing
  catalogue({ title: '題', count: '数' }, { title: 'Title' });
  // @ts-expect-error `more` is not in the Japanese words
  catalogue({ title: '題' }, { title: 'Title', more: 'More' });
  // @ts-expect-error a sentence without arguments cannot take one
  catalogue({ title: '題' }, { title: (n: number) => `${n}` });
  // @ts-expect-error the argument is a number in Japanese
  catalogue({ count: (n: number) => `${n}件` }, { count: (n: string) => n });
  // @ts-expect-error the argument must be given
  expect(w.ja.count()).toBe('undefined件');
});

test('a language that is none of ours reads as Japanese', () => {
  expect([langOf('en'), langOf('ja'), langOf('fr'), langOf(undefined)]).toEqual(['en', 'ja', 'ja', 'ja']);
});
