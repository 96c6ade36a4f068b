// What a member of staff says of a sanction. Pure.
import { addYears } from '../../lib/clock.ts';
import { wordsProblem } from '../../lib/plain-words.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import { longestYears, type SanctionKind, sanctionKinds } from './sanction.ts';

/** As typed. `untilDay`: YYYY-MM-DD; empty for 登録抹消, which has no end. */
export type SanctionTyped = { kind: string; reason: string; untilDay: string };
export type SanctionInput = { kind: SanctionKind; reason: string; untilDay: string | null };

/** `today`: YYYY-MM-DD in Japan. */
export function sanctionFrom(
  typed: SanctionTyped,
  today: string,
): { ok: true; input: SanctionInput } | { ok: false; problems: FieldProblem[] } {
  const kind = sanctionKinds.find((one) => one === typed.kind);
  const reason = typed.reason.trim();
  const problems: FieldProblem[] = [];
  if (!kind) problems.push({ field: 'kind', ja: '処分の種類を選んでください。', en: 'Choose the kind of sanction.' });
  problems.push(...(kind === undefined || kind === 'struck_off' ? [] : dayProblems(typed.untilDay.trim(), today)));
  problems.push(...reasonProblems(reason));
  if (!kind || problems.length > 0) return { ok: false, problems };
  return { ok: true, input: { kind, reason, untilDay: kind === 'struck_off' ? null : typed.untilDay.trim() } };
}

/** Of any reason that staff give about a sanction, at `reason`. */
export function reasonProblems(reason: string): FieldProblem[] {
  if (reason === '') return [{ field: 'reason', ja: '理由を入れてください。', en: 'Please give the reason.' }];
  return [wordsProblem('reason', reason) ?? []].flat();
}

function dayProblems(day: string, today: string): FieldProblem[] {
  const last = addYears(today, longestYears);
  if (isDay(day) && day >= today && day <= last) return [];
  return [
    {
      field: 'untilDay',
      ja: `いつまでかを、今日(${today})から ${last} までの日付で入れてください(例 ${today})。`,
      en: `Give the last day, from today (${today}) to ${last}, like ${today}.`,
    },
  ];
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
