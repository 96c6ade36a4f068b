import type { Ctx } from '../../accounts/context.ts';
import { inChamber } from '../../lib/db.ts';
import { Refusal } from '../../lib/refusal.ts';
import { type FirmSubId, type HolderFirm, listSubIds } from '../firm-ids-store.ts';
import { getRegistration } from '../store.ts';
import { managedSignatoryIds } from './own-sub-id.ts';

/** More are counted, not listed. */
export const ownSubIdsAtMost = 500;

export type OwnSubIds = {
  /** The ones in use first. */
  rows: FirmSubId[];
  total: number;
  /** The firm wants the signatory's release of what they prepare. */
  releaseRequired: boolean;
};

/** The signatory's sub IDs, and those of whom he succeeded. Refuses `not_allowed` for who is no signatory. */
export function listOwnSubIds(ctx: Ctx): Promise<OwnSubIds> {
  const { chamberId, registrationId } = ctx.actor;
  if (registrationId === null) return Promise.reject(new Refusal('not_allowed'));
  return inChamber(ctx.db, chamberId, async (trx) => {
    const of = { chamberId, registrationId, now: ctx.now };
    const found = { rows: [] as FirmSubId[], total: 0 };
    for (const signatoryId of await managedSignatoryIds(trx, ctx.actor)) {
      const { rows, total } = await listSubIds(trx, of, { signatoryId, page: 1, size: ownSubIdsAtMost });
      found.rows.push(...rows);
      found.total += total;
    }
    const rank = (row: FirmSubId): number => (row.status === 'active' ? 0 : 1);
    const { releaseRequired } = await getRegistration(trx, chamberId, registrationId);
    return { ...found, releaseRequired, rows: found.rows.toSorted((a, b) => rank(a) - rank(b)) };
  });
}

/** Those that clerks of one agent hold, ended ones too. Refuses `not_found` when that agent never held one of his. */
export async function listSubIdsOfAgent(
  ctx: Ctx,
  agentRegistrationId: string,
): Promise<{ agent: HolderFirm; rows: FirmSubId[] }> {
  const rows = (await listOwnSubIds(ctx)).rows.filter((row) => row.holder?.registrationId === agentRegistrationId);
  const agent = rows[0]?.holder;
  if (!agent) throw new Refusal('not_found');
  return { agent, rows };
}

/** One of them. Refuses `not_found` for any other. */
export async function getOwnSubId(ctx: Ctx, accountId: string): Promise<FirmSubId> {
  const found = (await listOwnSubIds(ctx)).rows.find((row) => row.accountId === accountId);
  if (!found) throw new Refusal('not_found');
  return found;
}
