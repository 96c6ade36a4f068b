// The one thing that every part of a procedure's page gets, and what its reader may do with it now.
import type { Actor } from '../../../accounts/context.ts';
import { may } from '../../../accounts/rights.ts';
import { dayInJapan } from '../../../lib/clock.ts';
import { feeToReturn } from '../../../registrations/procedures/procedure.ts';
import type { DeskProcedure } from '../../../registrations/procedures/procedure-desk.ts';
import { isOver, procedureLifecycle } from '../../../registrations/procedures/procedure-lifecycle.ts';
import { allCame } from '../../../registrations/procedures/procedure-papers.ts';
import type { Lang } from '../../ui/words.ts';
import { procedureWords } from './procedure-words.ts';

export type ProcedureDeskAction =
  | 'claim'
  | 'take_over'
  | 'tick'
  | 'untick'
  | 'examine'
  | 'send_back'
  | 'reject'
  | 'accept'
  | 'tell_fee'
  | 'receive_fee'
  | 'return_fee';

export type ProcedureView = {
  lang: Lang;
  view: DeskProcedure;
  actions: ReadonlySet<ProcedureDeskAction>;
  /** Today in Japan, YYYY-MM-DD. */
  today: string;
};

export function procedureView(lang: Lang, actor: Actor, view: DeskProcedure, now: Date): ProcedureView {
  return { lang, view, today: dayInJapan(now), actions: actionsOf(actor, view) };
}

/** The deeds ask again. */
function actionsOf(actor: Actor, { procedure }: DeskProcedure): ReadonlySet<ProcedureDeskAction> {
  if (!may(actor, 'desk.register')) return new Set();
  const { status, claimedBy, feePaid, feeYen } = procedure;
  const isMine = claimedBy === actor.accountId;
  const isFree = claimedBy === null;
  const waits = !isOver(status) && status !== 'returned';
  const takes = (action: 'examine' | 'send_back' | 'reject' | 'accept') =>
    procedureLifecycle.mayTake(action, status, 'desk') && (isMine || (isFree && action !== 'accept'));
  const allowed: readonly [ProcedureDeskAction, boolean][] = [
    ['claim', waits && isFree],
    ['take_over', waits && !isFree && !isMine],
    ['tick', !isOver(status)],
    ['untick', status === 'submitted' || status === 'received' || status === 'returned'],
    ['examine', takes('examine')],
    ['send_back', takes('send_back')],
    ['reject', takes('reject')],
    ['accept', takes('accept')],
    ['tell_fee', feePaid === null && (status === 'received' || status === 'examining') && (isMine || isFree)],
    ['receive_fee', feePaid === null && (feeYen ?? 0) > 0 && !isOver(status)],
    ['return_fee', feeToReturn(procedure) > 0],
  ];
  return new Set(allowed.flatMap(([action, is]) => (is ? [action] : [])));
}

/** Papers of which nothing has come, or nobody has looked at what came. */
export const missingPapers = ({ papers }: DeskProcedure): number => papers.filter((paper) => !allCame([paper])).length;

export function procedureTitle(lang: Lang, { procedure }: DeskProcedure): string {
  const { content, receiptNumber } = procedure;
  return procedureWords[lang].title(receiptNumber ?? '', (lang === 'ja' ? content.nameJa : content.nameEn).trim());
}
