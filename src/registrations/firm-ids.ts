// The firm's IDs for its administrator: who holds them, and the way to a new password for a holder who lost his.
import type { Account } from '../accounts/account.ts';
import type { Ctx } from '../accounts/context.ts';
import { handOverLink, sendPasswordLink } from '../accounts/one-time-links.ts';
import { requireProven } from '../accounts/proof.ts';
import { resetFactors } from '../accounts/reset-factors.ts';
import { type Act, requireAct } from '../accounts/rights.ts';
import { hasFactor } from '../accounts/second-factors-store.ts';
import { findAccount } from '../accounts/store.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import {
  countWithoutPassword,
  type FirmSubId,
  type FirmUserId,
  getPasswordState,
  listSubIds,
  listUserIds,
  type OfFirm,
} from './firm-ids-store.ts';

export const subIdsPageSize = 50;

export type FirmIds = {
  /** Ended ones too; 200 at most. */
  users: FirmUserId[];
  /** A page of them, and how many there are. */
  subs: { rows: FirmSubId[]; total: number };
};

/** The firm of an ID of the firm; refuses `not_allowed` as the table of rights says, and for staff, who have none. */
export function ownFirm(ctx: Ctx, act: Act): OfFirm {
  requireAct(ctx.actor, act);
  const { chamberId, registrationId } = ctx.actor;
  if (registrationId === null) throw new Refusal('not_allowed');
  return { chamberId, registrationId, now: ctx.now };
}

/**
 * @param asked.page of the sub IDs, from 1; `subIdsPageSize` a page
 * @param asked.signatoryId only the sub IDs of this signatory; one of another firm has none
 */
export async function listFirmIds(ctx: Ctx, asked: { page: number; signatoryId?: string }): Promise<FirmIds> {
  const of = ownFirm(ctx, 'id.list');
  const { page, signatoryId } = asked;
  if (signatoryId !== undefined && !isId(signatoryId)) throw new Refusal('not_found');
  return inChamber(ctx.db, of.chamberId, async (trx) => ({
    users: await listUserIds(trx, of),
    subs: await listSubIds(trx, of, { signatoryId, page, size: subIdsPageSize }),
  }));
}

/** How many IDs of the firm wait for their holder to choose a first password. */
export async function countIdsWithoutPassword(ctx: Ctx): Promise<number> {
  const of = ownFirm(ctx, 'id.list');
  return inChamber(ctx.db, of.chamberId, (trx) => countWithoutPassword(trx, of));
}

export const resetWays = ['mail', 'hand'] as const;
export type ResetWay = (typeof resetWays)[number];

/** `first`: nobody has chosen a password for this ID yet, so the link is valid for longer. */
export type ForReset = {
  account: Account;
  purpose: 'first' | 'reset';
  hasFactor: boolean;
  /** Until when a link that was given before waits for the holder; null: none does. */
  linkUntil: Date | null;
};

/** What is asked before a reset is begun. Refuses `not_found` for an ID that is not a user or sub ID of the actor's firm. */
export async function readForReset(ctx: Ctx, accountId: string): Promise<ForReset> {
  const of = ownFirm(ctx, 'id.reset');
  return inChamber(ctx.db, of.chamberId, (trx) => getForReset(trx, of, accountId));
}

/**
 * Lets the holder of an ID choose a password by a one-time link; nobody else ever chooses or knows one. `mail`: to the ID's
 * own address. `hand`: the code is returned, to be shown once to the administrator, who hands it over. The password that is
 * there, if any, works until the holder has chosen the new one: otherwise this button would lock a colleague out. Links that
 * were made before end. The link writes the event itself.
 *
 * `forgetFactors`, for a holder who has lost the second factor, too: that is taken away, and the password and every session
 * with it, so that until the link is used nobody comes in.
 *
 * Refuses `proof_needed`, `not_found` for an ID that is not a user or sub ID of the actor's firm, `conflict` for one that has ended.
 */
export async function startReset(
  ctx: Ctx,
  input: { accountId: string; how: ResetWay; forgetFactors?: boolean },
): Promise<ForReset & { handedOver: { code: string; endsAt: Date } | undefined }> {
  const of = ownFirm(ctx, 'id.reset');
  requireProven(ctx);
  return inChamber(ctx.db, of.chamberId, async (trx) => {
    const found = await getForReset(trx, of, input.accountId);
    const { account, purpose } = found;
    if (input.forgetFactors) await resetFactors(trx, ctx, account);
    if (input.how === 'hand') return { ...found, handedOver: await handOverLink(trx, ctx, account, purpose) };
    await sendPasswordLink(trx, ctx, account, purpose);
    return { ...found, handedOver: undefined };
  });
}

async function getForReset(trx: Trx, of: OfFirm, accountId: string): Promise<ForReset> {
  const account = isId(accountId) ? await findAccount(trx, of.chamberId, accountId) : undefined;
  const isOfFirm = account?.registrationId === of.registrationId;
  if (!account || !isOfFirm || (account.role !== 'user' && account.role !== 'sub')) throw new Refusal('not_found');
  const { hasPassword, linkUntil } = await getPasswordState(trx, { ...account, now: of.now });
  return { account, purpose: hasPassword ? 'reset' : 'first', linkUntil, hasFactor: await hasFactor(trx, account) };
}
