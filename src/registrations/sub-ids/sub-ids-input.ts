// What a signatory types about a sub ID, and what is wrong with it. Pure.

import { isMailAddress } from '../../lib/mail-address.ts';
import { wordsProblem } from '../../lib/plain-words.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import type { SubMay } from '../registration.ts';

/** Who holds a sub ID. */
export type SubIdHolder = {
  nameJa: string;
  /** As the chamber reads it: letters, digits and signs of ASCII. */
  nameEn: string;
  /** Where the one-time link and the mails about the cases go. */
  mail: string;
};

/** The 貿易登録番号 of the agent (代行業者) whose clerk will hold it, as typed; empty or left out: somebody of the own firm. */
export type HolderAgent = { agentNumber?: string | undefined };

/** What a sub ID may do beside preparing, and until when. */
export type SubIdLimits = {
  may: readonly SubMay[];
  /** The last day of its use, YYYY-MM-DD in Japan; null: until it is ended. */
  validUntil: string | null;
};

/** Characters of a name or an address. */
export const subIdLengths = { name: 60, mail: 200 } as const;

export const trimmedHolder = ({ nameJa, nameEn, mail }: SubIdHolder): SubIdHolder => ({
  ...{ nameJa: nameJa.trim(), nameEn: nameEn.trim(), mail: mail.trim() },
});

/** What is wrong with a holder, as typed. */
export function holderProblems(typed: SubIdHolder): FieldProblem[] {
  const { nameJa, nameEn, mail } = trimmedHolder(typed);
  return [...nameProblems(nameJa, nameEn), ...mailProblems(mail)];
}

function nameProblems(nameJa: string, nameEn: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const unseen = wordsProblem('nameJa', nameJa);
  if (nameJa === '' || nameJa.length > subIdLengths.name || /[\r\n\t]/.test(nameJa))
    problems.push({
      field: 'nameJa',
      ja: `お使いになる方の氏名を、${subIdLengths.name}文字以内で入れてください。`,
      en: `Give the name of the person who will use it, in ${subIdLengths.name} characters or fewer.`,
    });
  else if (unseen) problems.push(unseen);
  if (!/^[\x20-\x7e]+$/.test(nameEn) || nameEn.length > subIdLengths.name)
    problems.push({
      field: 'nameEn',
      ja: `お使いになる方の氏名を、半角のローマ字 ${subIdLengths.name}文字以内で入れてください(例: Hanako Mihon)。`,
      en: `Give the person’s name in Latin letters, ${subIdLengths.name} characters or fewer, such as Hanako Mihon.`,
    });
  return problems;
}

function mailProblems(mail: string): FieldProblem[] {
  if (mail.length <= subIdLengths.mail && isMailAddress(mail)) return [];
  return [
    {
      field: 'mail',
      ja: 'お使いになる方のメールアドレスを1つ、name@example.co.jp のような形で入れてください。',
      en: 'Give one mail address of the person who will use it, such as name@example.co.jp.',
    },
  ];
}

/** What is wrong with the limits. `today`: YYYY-MM-DD in Japan. */
export function limitProblems({ validUntil }: SubIdLimits, today: string): FieldProblem[] {
  if (validUntil === null) return [];
  if (isDay(validUntil) && validUntil >= today) return [];
  return [
    {
      field: 'validUntil',
      ja: '最終日には、今日か、それより後の日を入れてください。期限を決めないときは空欄にします。',
      en: 'Give today or a later day as the last day, or leave it empty for no end.',
    },
  ];
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
