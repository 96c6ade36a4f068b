// What the overview derives from one application: the step at which to go on, and the lines of its history.
import type { Place } from '../../../applications/finding.ts';
import { formFor } from '../../../applications/forms/forms.ts';
import { applicationLifecycle } from '../../../applications/lifecycle.ts';
import type { Maker } from '../../../applications/makers-store.ts';
import type { FirmView } from '../../../applications/read.ts';
import type { Event } from '../../../audit/events.ts';
import type { DraftStep } from '../../kinds/kind-pages.ts';
import { pagesOf } from '../../kinds/kinds.ts';
import { formatDay } from '../../ui/dates.ts';
import type { Lang } from '../../ui/words.ts';
import { applicationOverviewWords, historyWords } from './application-overview-words.ts';
import { idText } from './of-whom.tsx';

/** Where somebody who opens the application goes on: at the first box with a remark, else at the first step with nothing in it yet. */
export function stepToGoOn({ application, evidence, remarks }: FirmView): DraftStep {
  const pages = pagesOf(application.kind);
  const [first] = remarksByPlace({ application, remarks });
  if (application.status === 'returned' && first) return pages.stepOf(first);
  return pages.firstEmpty(application.content) ?? (evidence.length === 0 ? 'evidence' : 'review');
}

/** Whether the reader may take it back now; what waits for its signatory is his to drop. */
export function mayWithdraw({ application, allowed }: FirmView): boolean {
  const isHis = application.preparedAt === null || allowed.has('application.release');
  return (
    isHis && allowed.has('application.submit') && applicationLifecycle.mayTake('withdraw', application.status, 'firm')
  );
}

/** The places that the chamber asked to correct, in the order of the paper, each with its remarks as they were written. */
export function remarksByPlace({
  application,
  remarks,
}: Pick<FirmView, 'application' | 'remarks'>): { place: Place; words: string[] }[] {
  return formFor(application.kind).places.flatMap((place) => {
    const words = remarks.filter((remark) => remark.place === place).map((remark) => remark.words);
    return words.length === 0 ? [] : [{ place, words }];
  });
}

export type HistoryLine = { at: Date; what: string; who: string };

/** Who did a step, by the id that its event names: of an ID, or of a bearer key. */
export type Doers = ReadonlyMap<string, Maker>;

/** Oldest first. Steps without words are the chamber's own affair (who took the case, who handed it back). */
export function historyLines(lang: Lang, events: readonly Event[], doers: Doers): HistoryLine[] {
  const words: Readonly<Record<string, string>> = historyWords[lang];
  return events.flatMap((event) => {
    const what =
      reopenedLine(lang, event) ?? signedLine(lang, event) ?? givenBackLine(lang, event) ?? words[event.action];
    return what === undefined ? [] : [{ at: event.at, what, who: whoDid(lang, event, doers) }];
  });
}

/** The new print window with the chamber's reason, which is the firm's to know; undefined for any other step. */
function reopenedLine(lang: Lang, { action, detail }: Event): string | undefined {
  if (action !== 'reopen_printing') return undefined;
  const { note, printUntil } = (detail ?? {}) as { note?: unknown; printUntil?: unknown };
  if (typeof note !== 'string' || typeof printUntil !== 'string') return undefined;
  return applicationOverviewWords[lang].reopened(formatDay(lang, printUntil), note);
}

/** Submitted by a sub ID: whose signature it bears stands beside who did it. */
function signedLine(lang: Lang, { action, detail }: Event): string | undefined {
  const { signatory } = (detail ?? {}) as { signatory?: { nameJa?: unknown; nameEn?: unknown } };
  const name = lang === 'ja' ? signatory?.nameJa : signatory?.nameEn;
  return action === 'submit' && typeof name === 'string' ? applicationOverviewWords[lang].signedBy(name) : undefined;
}

/** With the signatory's note, which is among the firm's own people. */
function givenBackLine(lang: Lang, { action, detail }: Event): string | undefined {
  const { note } = (detail ?? {}) as { note?: unknown };
  if (action !== 'give_back' || typeof note !== 'string') return undefined;
  return applicationOverviewWords[lang].withNote(historyWords[lang].give_back, note);
}

/** Of the firm the ID and its holder; of the chamber only that it was the chamber. */
function whoDid(lang: Lang, { by }: Event, doers: Doers): string {
  const w = applicationOverviewWords[lang];
  if (by.kind === 'system') return w.system;
  const doer = doers.get(by.id);
  if (doer === undefined) return w.unknown;
  if (doer.role === 'staff') return w.chamber;
  return by.kind === 'api_key' ? w.byProgram(idText(lang, doer)) : idText(lang, doer);
}

/** The chamber's reason for an end that is the firm's to know: of a rejection, of a cancelled certification. */
export function reasonOf(events: readonly Event[], status: string): string | undefined {
  const ended = events.findLast((event) => ['reject', 'cancel'].includes(event.action) && event.to === status);
  const { note } = (ended?.detail ?? {}) as { note?: unknown };
  return typeof note === 'string' ? note : undefined;
}
