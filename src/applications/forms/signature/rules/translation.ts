// 翻訳に関する申請者宣誓書: what was translated, from which language, and the translation itself.
import { isDay } from '../../../../lib/day.ts';
import { type Hit, hitIf, isBlank } from '../../rule.ts';
import { type DocumentLanguage, partsFor, type SignatureContent } from '../content.ts';
import { ownChoice, rule } from './rule.ts';

const source = ownChoice('翻訳に関する申請者宣誓書');

const asked = (content: SignatureContent, find: (of: SignatureContent['translation']) => Hit[]): Hit[] =>
  partsFor(content).translation ? find(content.translation) : [];

export const originalGiven = rule({
  name: 'original-given',
  box: '4',
  level: 'block',
  source,
  find: (content) =>
    asked(content, ({ original, from }) => [
      ...hitIf(
        isBlank(original),
        'translation.original',
        '翻訳した元の書類の名称を入れてください。',
        'Name the original document.',
      ),
      ...hitIf(
        isBlank(from),
        'translation.from',
        '元の書類の言語を入れてください(例: Japanese)。',
        'Give the language of the original, such as Japanese.',
      ),
    ]),
});

const names: Readonly<Record<DocumentLanguage, RegExp>> = {
  en: /^(?:english|anglais|inglés)$/i,
  fr: /^(?:french|français|francés)$/i,
  es: /^(?:spanish|espagnol|español)$/i,
};

export const languagesDiffer = rule({
  name: 'languages-differ',
  box: '4',
  level: 'block',
  source,
  find: (content) =>
    asked(content, ({ from }) =>
      hitIf(
        names[content.language].test(from.trim()),
        'translation.from',
        '元の言語と翻訳の言語が同じです。どちらかを直してください。',
        'The original and the translation are in the same language. Mend one of them.',
      ),
    ),
});

export const translationTextGiven = rule({
  name: 'translation-text-given',
  box: '4',
  level: 'block',
  source,
  find: (content) =>
    asked(content, ({ text }) =>
      hitIf(
        isBlank(text),
        'translation.text',
        '翻訳した文を入れてください。宣誓と同じ紙に印刷されます。',
        'Enter the translated text. It is printed on the same paper as the declaration.',
      ),
    ),
});

export const originalDateReal = rule({
  name: 'original-date-real',
  box: '4',
  level: 'block',
  source,
  find: (content, { today }) =>
    asked(content, ({ date }) =>
      hitIf(
        !isBlank(date) && (!isDay(date) || date > today),
        'translation.date',
        `元の書類の日付「${date}」は、ない日か未来の日です。入れ直すか、日付がなければ空にしてください。`,
        `The date "${date}" of the original is no day, or one to come. Enter it again, or leave it empty where there is none.`,
      ),
    ),
});
