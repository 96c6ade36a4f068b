// What the overview derives from one application: the step at which to go on, and the lines of its history.
import { type Place, places } from '../../../applications/finding.ts';
import type { FirmView } from '../../../applications/read.ts';
import type { Event } from '../../../audit/events.ts';
import { formatDay } from '../../ui/dates.ts';
import type { Lang } from '../../ui/words.ts';
import type { DraftStep } from '../draft/draft-frame.tsx';
import { stepOf } from '../review/finding-link.ts';
import { applicationOverviewWords, historyWords } from './application-overview-words.ts';

/** Where somebody who opens the application goes on: at the first box with a remark, else at the first step with nothing in it yet. */
export function stepToGoOn({ application, evidence, remarks }: FirmView): DraftStep {
  const [first] = remarksByPlace(remarks);
  if (application.status === 'returned' && first) return stepOf(first);
  const { request, consignee, goods } = application.content;
  if (request.goodsClass === '') return 'request';
  if (consignee.form !== 'to-order' && consignee.name.trim() === '') return 'boxes';
  if (goods.length === 0) return 'goods';
  return evidence.length === 0 ? 'evidence' : 'review';
}

/** The places that the chamber asked to correct, in the order of the paper, each with its remarks as they were written. */
export function remarksByPlace(remarks: FirmView['remarks']): { place: Place; words: string[] }[] {
  return places.flatMap((place) => {
    const words = remarks.filter((remark) => remark.place === place).map((remark) => remark.words);
    return words.length === 0 ? [] : [{ place, words }];
  });
}

export type HistoryLine = { at: Date; what: string; who: string };

/** Oldest first. Steps without words are the chamber's own affair (who took the case, who handed it back). */
export function historyLines(lang: Lang, events: readonly Event[], firmAccountId: string): HistoryLine[] {
  const words: Readonly<Record<string, string>> = historyWords[lang];
  return events.flatMap((event) => {
    const what = reopenedLine(lang, event) ?? words[event.action];
    return what === undefined ? [] : [{ at: event.at, what, who: whoDid(lang, event, firmAccountId) }];
  });
}

/** The new print window with the chamber's reason, which is the firm's to know; undefined for any other step. */
function reopenedLine(lang: Lang, { action, detail }: Event): string | undefined {
  if (action !== 'reopen_printing') return undefined;
  const { note, printUntil } = (detail ?? {}) as { note?: unknown; printUntil?: unknown };
  if (typeof note !== 'string' || typeof printUntil !== 'string') return undefined;
  return applicationOverviewWords[lang].reopened(formatDay(lang, printUntil), note);
}

const firmActions = new Set(['start', 'attach_evidence', 'remove_evidence', 'submit', 'withdraw']);

function whoDid(lang: Lang, { by, action }: Event, firmAccountId: string): string {
  const w = applicationOverviewWords[lang];
  if (by.kind === 'system') return w.system;
  if (by.kind === 'api_key') return firmActions.has(action) ? w.firmProgram : w.chamber;
  return by.id === firmAccountId ? w.firm : w.chamber;
}

/** The chamber's reason for an end that is the firm's to know: of a rejection, of a cancelled certification. */
export function reasonOf(events: readonly Event[], status: string): string | undefined {
  const ended = events.findLast((event) => ['reject', 'cancel'].includes(event.action) && event.to === status);
  const { note } = (ended?.detail ?? {}) as { note?: unknown };
  return typeof note === 'string' ? note : undefined;
}
