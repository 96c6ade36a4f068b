// What a firm brings to have its administrator ID issued again, and what is wrong with it. Pure.
import { addDays } from '../../lib/clock.ts';
import { wordsProblem } from '../../lib/plain-words.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import type { LegalForm, RegistrationContent } from '../content.ts';
import { contactProblems } from '../procedures/content-rules.ts';
import type { PaperKind } from '../procedures/procedure.ts';

/** How a paper came to the chamber, and on which day (YYYY-MM-DD in Japan). */
export type CameBy = { how: 'counter' | 'post'; day: string };

export type ReissueInput = {
  /** 管理者ID再発行届, sealed by the firm. Left out: it has not come. */
  letter?: CameBy | undefined;
  /** 印鑑証明書, or 印鑑登録証明書 of a sole trader, and the day on which the office issued it. */
  certificate?: (CameBy & { issuedOn: string }) | undefined;
  reason: string;
  /** The new 連絡担当者. */
  contact: RegistrationContent['contact'];
};

export type Reissue = ReissueInput & {
  registrationId: string;
  /** The administrator ID that the actor saw: `conflict` when it is another one by now. */
  formerId: string;
};

/** Which certificate proves the seal on the letter. */
export const sealCertificateOf = (legalForm: LegalForm): PaperKind & `${string}seal_certificate` =>
  legalForm === 'corporation' ? 'seal_certificate' : 'personal_seal_certificate';

export const sealCertificateMonths = 3;

/** `field`: `letter`, `certificate.issuedOn`, `contact.mail` and so on. Empty: it may be issued. */
export function reissueProblems(input: ReissueInput, today: string): FieldProblem[] {
  const { letter, certificate, contact } = input;
  return [
    ...(letter === undefined ? [missing.letter] : dayProblems('letter.day', letter.day, today)),
    ...(certificate === undefined ? [missing.certificate] : certificateProblems(certificate, today)),
    ...(input.reason.trim() === '' ? [noReason] : []),
    ...words('reason', input.reason),
    ...personProblems(contact),
  ];
}

const words = (field: string, text: string): FieldProblem[] => {
  const found = wordsProblem(field, text);
  return found ? [found] : [];
};

const notCome = (field: 'letter' | 'certificate', ja: string, en: string): FieldProblem => ({
  field,
  ja: `${ja}を受け取り、確かめてからチェックを入れてください。受け取るまで再発行できません。`,
  en: `Tick this once the ${en} has come and been checked. Nothing is issued before.`,
});
const missing = {
  letter: notCome('letter', '管理者ID再発行届', 'letter'),
  certificate: notCome('certificate', '印鑑の証明書', 'certificate of the seal'),
};

const noReason: FieldProblem = {
  field: 'reason',
  ja: '再発行の理由を入れてください。',
  en: 'Say why it is issued again.',
};

/** A day of the calendar: the 30th of February is none. */
const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && addDays(day, 0) === day;

function dayProblems(field: string, day: string, today: string): FieldProblem[] {
  if (isDay(day) && day <= today) return [];
  return [
    {
      field,
      ja: '受け取った日を、今日までの日付で入れてください。',
      en: 'Give the day on which it came, today at the latest.',
    },
  ];
}

function certificateProblems({ day, issuedOn }: CameBy & { issuedOn: string }, today: string): FieldProblem[] {
  const came = dayProblems('certificate.day', day, today);
  const field = 'certificate.issuedOn';
  if (!isDay(issuedOn) || issuedOn > (came.length === 0 ? day : today))
    return [
      ...came,
      {
        field,
        ja: '証明書の発行日を、受け取った日までの日付で入れてください。',
        en: 'Give the day on which the certificate was issued, the day it came at the latest.',
      },
    ];
  if (came.length > 0 || day <= monthsLater(issuedOn, sealCertificateMonths)) return came;
  return [
    {
      field,
      ja: `発行から${sealCertificateMonths}か月を過ぎた証明書では再発行できません。新しい証明書をお願いしてください。`,
      en: `The certificate was issued more than ${sealCertificateMonths} months before it came. Please ask for a newer one.`,
    },
  ];
}

/** The same day so many months later, or the last of a shorter month (民法 第143条2項). */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

const atMost = { departmentJa: 60, nameJa: 60, nameEn: 70, telephone: 30, mail: 254 } as const;

/** As for the contact of a form, which he becomes. */
function personProblems(contact: ReissueInput['contact']): FieldProblem[] {
  const each = (Object.keys(atMost) as (keyof typeof atMost)[]).flatMap((key) => {
    const field = `contact.${key}`;
    return [...tooLong(field, contact[key], atMost[key]), ...words(field, contact[key])];
  });
  return [...contactProblems({ contact }), ...each];
}

function tooLong(field: string, text: string, length: number): FieldProblem[] {
  if (text.length <= length) return [];
  return [{ field, ja: `${length}文字までで入れてください。`, en: `Up to ${length} characters fit here.` }];
}
