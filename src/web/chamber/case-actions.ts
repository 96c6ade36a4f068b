// What a member of staff may do with a case now. The lifecycle says what is possible, the rights whose it is.
import type { Account } from '../../accounts/account.ts';
import { may } from '../../accounts/rights.ts';
import { type ApplicationAction, type ApplicationStatus, applicationLifecycle } from '../../applications/lifecycle.ts';

export type DeskAction =
  | 'claim'
  | 'take_over'
  | 'release'
  | 'certify_at_once'
  | 'go_on'
  | (ApplicationAction & ('send_back' | 'reject' | 'approve' | 'certify' | 'hand_back' | 'cancel' | 'resume'));

type Case = {
  status: ApplicationStatus;
  claimedBy: string | null;
  certifyPersons: 1 | 2;
  /** Who approved the round that is on the desk. */
  approvedBy: string | undefined;
  /** A sanction (処分) stops it. */
  isStopped?: boolean;
};

type Reader = Pick<Account, 'accountId' | 'role' | 'rights'>;

/**
 * `approve` stands alone where another certifies; `certify_at_once` in its place where one person is enough and this one
 * has both rights. A case that nobody holds must be taken first, so that two do not do the same work. What a sanction stops is
 * not approved, certified or issued; once it was certified, it may be let go on.
 */
export function deskActions(actor: Reader, one: Case): ReadonlySet<DeskAction> {
  const possible = [...examining(actor, one), ...certifying(actor, one)];
  if (!one.isStopped) return new Set(possible);
  const goesOn = may(actor, 'desk.certify') && (one.status === 'certified' || one.status === 'held');
  return new Set([...possible.filter((action) => !stoppedActions.has(action)), ...(goesOn ? ['go_on' as const] : [])]);
}

const stoppedActions: ReadonlySet<DeskAction> = new Set(['approve', 'certify_at_once', 'certify', 'resume']);

function examining(actor: Reader, one: Case): DeskAction[] {
  const mayTake = (action: ApplicationAction) => applicationLifecycle.mayTake(action, one.status, 'examiner');
  if (!may(actor, 'desk.examine') || !mayTake('approve')) return [];
  if (one.claimedBy === null) return ['claim'];
  if (one.claimedBy !== actor.accountId) return ['take_over'];
  const atOnce = one.certifyPersons === 1 && may(actor, 'desk.certify');
  const others = (['send_back', 'reject'] as const).filter(mayTake);
  return ['release', atOnce ? 'certify_at_once' : 'approve', ...others];
}

function certifying(actor: Reader, one: Case): DeskAction[] {
  if (!may(actor, 'desk.certify')) return [];
  const possible = (['certify', 'hand_back', 'cancel', 'resume'] as const).filter((action) =>
    applicationLifecycle.mayTake(action, one.status, 'certifier'),
  );
  return needsOther(actor, one) ? possible.filter((action) => action !== 'certify') : possible;
}

/** Four eyes: who approved does not certify where the chamber wants two persons. */
export function needsOther(actor: Pick<Account, 'accountId'>, one: Case): boolean {
  return one.certifyPersons === 2 && one.approvedBy === actor.accountId;
}
