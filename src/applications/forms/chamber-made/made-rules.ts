// What is wrong with what the chamber wrote, told to who writes it. It cannot be certified before all of it is mended.

import { isDay } from '../../../lib/day.ts';
import { allowedCharacters } from '../../../registrations/character-set.ts';
import type { Finding } from '../../finding.ts';
import { isBlank } from '../rule.ts';
import type { Made } from './content.ts';
import type { ChamberMadeKind } from './kind.ts';

type Words = { ja: string; en: string };
const found = (rule: string, path: string, words: Words): Finding => ({
  ...{ rule, level: 'block', place: '3', path: `made.${path}` },
  ...words,
});

/** The same day so many months earlier; the month's last day where it has no such day. Days YYYY-MM-DD. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** @param of.today in Japan, YYYY-MM-DD */
export function madeProblems(
  made: Made,
  of: { kind: Pick<ChamberMadeKind, 'extractMonths' | 'lookUp'>; today: string },
): Finding[] {
  return [
    ...textProblems(made),
    ...factProblems(made),
    ...extractProblems(made, of.kind.extractMonths, of.today),
    ...lookedUpProblems(made, of.kind.lookUp),
  ];
}

function textProblems({ text }: Made): Finding[] {
  if (isBlank(text))
    return [
      found('made-text-given', 'text', {
        ja: '証明する文を入れてください。',
        en: 'Write the text of the certificate.',
      }),
    ];
  return oddCharacters('text', text);
}

function factProblems({ facts }: Made): Finding[] {
  return facts.flatMap(({ name, value }, i) => {
    const path = `facts.${i}`;
    const empty = isBlank(name) || isBlank(value);
    const words = {
      ja: `「${name}」の内容を入れるか、この行を消してください。`,
      en: `Fill in "${name}", or take this line out.`,
    };
    return [
      ...(empty ? [found('made-fact-filled', `${path}.${isBlank(name) ? 'name' : 'value'}`, words)] : []),
      ...oddCharacters(`${path}.name`, name),
      ...oddCharacters(`${path}.value`, value),
    ];
  });
}

function oddCharacters(path: string, text: string): Finding[] {
  const odd = [...new Set(text)].filter((one) => !allowedCharacters.has(one) && one !== '\n' && one !== '\r');
  if (odd.length === 0) return [];
  const shown = odd.slice(0, 5).map((one) => `「${one}」`);
  return [
    found('made-characters', path, {
      ja: `証明書に使えない文字があります: ${shown.join('')}。英字で入れてください。`,
      en: `A certificate cannot have these characters: ${shown.join(' ')}. Write in Latin letters.`,
    }),
  ];
}

function extractProblems({ extractDate }: Made, months: number | undefined, today: string): Finding[] {
  if (months === undefined) return [];
  const isGood = isDay(extractDate) && extractDate <= today && extractDate >= monthsBefore(today, months);
  if (isGood) return [];
  return [
    found('made-extract-recent', 'extractDate', {
      ja: `履歴事項全部証明書の発行日を入れてください。発行から${months}か月以内のものに限ります。`,
      en: `Give the day on which the extract was issued. It may be ${months} months old at most.`,
    }),
  ];
}

function lookedUpProblems({ lookedUp }: Made, what: Words): Finding[] {
  if (lookedUp) return [];
  return [
    found('made-looked-up', 'lookedUp', {
      ja: `${what.ja}を確かめ、チェックを入れてください。`,
      en: `Look up ${what.en}, and tick that you have.`,
    }),
  ];
}
