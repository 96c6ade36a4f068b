// The rules, told before one chooses.
import { passwordLength } from '../../accounts/password-rules.ts';
import { catalogue, type Lang } from '../ui/words.ts';

const { min, max } = passwordLength;

const words = catalogue(
  {
    heading: 'パスワードの決め方',
    length: `${min}文字以上、${max}文字までです。長いほど安全です。`,
    characters:
      '文字の種類は自由です。日本語や空白も使えます。大文字や数字、記号を混ぜなければならない決まりはありません。',
    refused: 'ID、お名前、会社名、よく使われるパスワード、繰り返し、日付などが大部分を占めるものは使えません。',
    good: '互いに関係のない言葉を4つ以上つなげるか、パスワード管理ソフトに作らせることをおすすめします。貼り付けもできます。',
    noChange: '定期的に変える必要はありません。だれかに知られたおそれがあるときは、すぐに変えてください。',
  },
  {
    heading: 'How to choose a password',
    length: `Between ${min} and ${max} characters. The longer, the safer.`,
    characters: 'Any characters, spaces and Japanese too. There is no need to mix capitals, digits and symbols.',
    refused: 'It must not consist mostly of your ID, your name, your firm, a common password, repetitions or dates.',
    good: 'Use four or more words that have nothing to do with each other, or let a password manager make one. You can paste it.',
    noChange: 'You do not have to change it regularly. Change it at once if somebody may know it.',
  },
);

export function PasswordRules({ lang }: { lang: Lang }) {
  const w = words[lang];
  return (
    <>
      <h2>{w.heading}</h2>
      <ul>
        <li>{w.length}</li>
        <li>{w.characters}</li>
        <li>{w.refused}</li>
        <li>{w.good}</li>
        <li>{w.noChange}</li>
      </ul>
    </>
  );
}
