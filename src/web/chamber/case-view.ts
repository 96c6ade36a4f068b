// The one thing that every part of a case's page gets.
import type { Account } from '../../accounts/account.ts';
import { may } from '../../accounts/rights.ts';
import type { DeskCase } from '../../applications/read-desk-details.ts';
import type { Event } from '../../audit/events.ts';
import type { Lang } from '../ui/words.ts';
import { type DeskAction, deskActions, needsOther } from './case-actions.ts';
import { caseWords } from './case-words.ts';

export type CaseView = {
  lang: Lang;
  view: DeskCase;
  actions: ReadonlySet<DeskAction>;
  /** The reader approved it himself and must leave the certifying to a colleague. */
  isOwnApproval: boolean;
  now: Date;
};

export function caseView(lang: Lang, actor: Account, view: DeskCase, now: Date): CaseView {
  const { status, claimedBy, round } = view.application;
  const approval = view.examinations.findLast((one) => one.decision === 'approved' && one.round === round);
  const one = { status, claimedBy, certifyPersons: view.certifyPersons, approvedBy: approval?.accountId };
  const isStopped = view.inWay.length > 0;
  const isOwnApproval = status === 'approved' && may(actor, 'desk.certify') && needsOther(actor, one);
  return { lang, view, now, actions: deskActions(actor, { ...one, isStopped }), isOwnApproval };
}

export const nameOf = (lang: Lang, account: Pick<Account, 'nameJa' | 'nameEn'>): string =>
  lang === 'ja' ? account.nameJa : account.nameEn;

export function caseTitle(lang: Lang, view: DeskCase): string {
  const { registration, application } = view;
  const firm = lang === 'ja' ? registration.nameJa : registration.nameEn;
  return caseWords[lang].title(application.receiptNumber ?? '', firm);
}

/** A text that a step of the history carries: its note, its number, the new last day of the print window. */
export function detailOf(event: Event, key: 'note' | 'number' | 'printUntil'): string | undefined {
  const value = ((event.detail ?? {}) as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : undefined;
}
