// What is said about a password that is not good enough: what is wrong with it, and how to make a good one.
import { type PasswordFault, passwordLength } from './password-rules.ts';

type Words = { ja: string; en: string };

const { min, max } = passwordLength;

const faults: Record<PasswordFault, (length: number) => Words> = {
  short: (length) => ({
    ja: `パスワードは${min}文字以上にしてください(入力されたのは${length}文字です)。`,
    en: `Please use at least ${min} characters (you typed ${length}).`,
  }),
  long: (length) => ({
    ja: `パスワードは${max}文字までにしてください(入力されたのは${length}文字です)。`,
    en: `Please use at most ${max} characters (you typed ${length}).`,
  }),
  common: () => ({
    ja: 'よく使われるパスワードが大部分を占めているため、見破られやすいものです。',
    en: 'Most of this is a password that many people use, so it is easily guessed.',
  }),
  context: () => ({
    ja: 'ID、お名前、会社名、商工会議所名など、ほかの人も知っている語が大部分を占めています。',
    en: 'Most of this is known to others: the ID, your name, your firm or the chamber.',
  }),
  repeat: () => ({
    ja: '同じ文字や短い語を繰り返しているため、見破られやすいものです。',
    en: 'This repeats a character or a short word, so it is easily guessed.',
  }),
  sequence: () => ({
    ja: '「12345」「abcde」やキーボードの並びなど、順に並んだ文字が大部分を占めています。',
    en: 'Most of this is a row of characters such as 12345, abcde or neighbouring keys.',
  }),
  date: () => ({
    ja: '日付や年が大部分を占めているため、見破られやすいものです。',
    en: 'Most of this is a date or a year, so it is easily guessed.',
  }),
  guessable: () => ({
    ja: 'よく使われる語や並びの組み合わせのため、見破られやすいものです。',
    en: 'This is put together from common words and patterns, so it is easily guessed.',
  }),
};

const advice: Words = {
  ja: '互いに関係のない言葉を4つ以上つなげると、覚えやすく、見破られにくくなります。',
  en: 'Four or more words that have nothing to do with each other are easy to remember and hard to guess.',
};

export function passwordFaultWords(fault: PasswordFault, password: string): Words {
  const { ja, en } = faults[fault]([...password.normalize('NFC')].length);
  return fault === 'long' ? { ja, en } : { ja: ja + advice.ja, en: `${en} ${advice.en}` };
}
