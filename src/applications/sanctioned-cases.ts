// What a sanction (処分) does to cases in flight. Submitted and examined ones stop where they are (./examine, and certifying asks
// for the standing). Certified ones wait until staff have decided: asked before a payment begins, and before anything is issued.
import type { Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { listChamberIds } from '../chambers/store.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber, inInstallation, type Trx } from '../lib/db.ts';
import { isId } from '../lib/ids.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import type { Registration } from '../registrations/registration.ts';
import { type SanctionTyped, sanctionFrom } from '../registrations/sanctions/sanction-input.ts';
import { listUnderSanction } from '../registrations/sanctions/sanctions-store.ts';
import { getRegistration } from '../registrations/store.ts';
import type { ApplicationStatus } from './lifecycle.ts';
import {
  countByStatus,
  countStopped,
  type InWay,
  listInWay,
  listStopped,
  type StoppedCase,
} from './sanctioned-cases-store.ts';

/** Refuses `invalid`, at `applications`, for each that waits for the chamber's decision. Inside the caller's transaction. */
export async function requireMayBePaid(
  trx: Trx,
  of: { chamberId: string; applicationIds: readonly string[]; now: Date },
): Promise<void> {
  const inWay = await listInWay(trx, { chamberId: of.chamberId, today: dayInJapan(of.now) }, of.applicationIds);
  const seen = new Set<string>();
  const firstOfEach = inWay.filter(({ applicationId }) => !seen.has(applicationId) && seen.add(applicationId));
  if (firstOfEach.length > 0) throw new Refusal('invalid', { fields: firstOfEach.map(waits) });
}

function waits({ receiptNumber, kind, untilDay }: InWay): FieldProblem {
  const [ja, en] =
    kind === 'struck_off'
      ? ['登録抹消の処分', 'the registration is struck off']
      : [`発給停止の処分(${untilDay} まで)`, `issuance is suspended until ${untilDay}`];
  return {
    field: 'applications',
    ja: `${receiptNumber}: ${ja}があるため、商工会議所の判断を待っています。判断があるまで、お支払いはできません。お問い合わせは商工会議所へお願いします。`,
    en: `${receiptNumber}: ${en}, so it waits for the chamber’s decision and cannot be paid until then. Please ask the chamber.`,
  };
}

/** Why it is held, for the history; undefined: nothing stands in the way of its papers. */
export async function whyStopped(
  trx: Trx,
  of: { chamberId: string; applicationId: string; now: Date },
): Promise<string | undefined> {
  const [first] = await listInWay(trx, { chamberId: of.chamberId, today: dayInJapan(of.now) }, [of.applicationId]);
  if (!first) return undefined;
  const { kind, untilDay, chamber } = first;
  const [ja, en] =
    kind === 'struck_off' ? ['登録抹消', 'struck off'] : [`発給停止 ${untilDay} まで`, `suspended until ${untilDay}`];
  return `処分(${ja}、${chamber.nameJa})のため、交付を止めています。 / Stopped by a sanction (${en}, ${chamber.nameEn}).`;
}

/** So many are shown at a time. */
export const mostStopped = 100;

export type Stopped = StoppedCase & { inWay: InWay[] };

/** Certified cases that wait for a decision, the oldest first; `mostStopped` at most, with the number of all. */
export function listStoppedCases(ctx: Ctx): Promise<{ cases: Stopped[]; total: number }> {
  requireAct(ctx.actor, 'desk.look');
  const { chamberId } = ctx.actor;
  const today = dayInJapan(ctx.now);
  return inChamber(ctx.db, chamberId, async (trx) => {
    const cases = await listStopped(trx, { chamberId, today, limit: mostStopped });
    const ids = cases.map(({ applicationId }) => applicationId);
    const inWay = ids.length === 0 ? [] : await listInWay(trx, { chamberId, today }, ids);
    return {
      cases: cases.map((one) => ({ ...one, inWay: inWay.filter((of) => of.applicationId === one.applicationId) })),
      total: cases.length < mostStopped ? cases.length : await countStopped(trx, { chamberId, today }),
    };
  });
}

/** Cases that a sanction touches, by what becomes of them. */
const touched = ['draft', 'returned', 'submitted', 'approved', 'certified', 'paid', 'held', 'issued'] as const;
type Touched = (typeof touched)[number];

export type SanctionReach = {
  /** Chambers at which the firm is registered, the actor's own included. */
  chambers: number;
  /** It is on all of them by its corporate number; false: there is none, and it is on this registration alone. */
  byNumber: boolean;
  /** Cases of the firm at all of them. */
  cases: Readonly<Record<Touched, number>>;
};

/**
 * What a sanction on this firm would touch, said before it is imposed: at every chamber, by its corporate number; without one,
 * at this chamber alone. Numbers only: no other chamber's case is shown. Refuses `not_found`; `invalid` where what was `typed` of it
 * would be refused.
 */
export async function previewSanction(
  ctx: Ctx,
  { registrationId, typed }: { registrationId: string; typed?: SanctionTyped },
): Promise<SanctionReach> {
  const { actor } = ctx;
  requireAct(actor, 'desk.sanction');
  const said = typed && sanctionFrom(typed, dayInJapan(ctx.now));
  if (said && !said.ok) throw new Refusal('invalid', { fields: said.problems });
  if (!isId(registrationId)) throw new Refusal('not_found');
  const own = await inChamber(ctx.db, actor.chamberId, (trx) => getRegistration(trx, actor.chamberId, registrationId));
  const everywhere = own.corporateNumber === null ? [actor.chamberId] : await inInstallation(ctx.db, listChamberIds);
  const found: ReadonlyMap<ApplicationStatus, number>[] = [];
  for (const chamberId of everywhere) {
    const counts = await inChamber(ctx.db, chamberId, (trx) => countAt(trx, chamberId, own));
    if (counts) found.push(counts);
  }
  const sum = (status: Touched): number => found.reduce((all, counts) => all + (counts.get(status) ?? 0), 0);
  const cases = Object.fromEntries(touched.map((status) => [status, sum(status)])) as Record<Touched, number>;
  return { chambers: found.length, byNumber: own.corporateNumber !== null, cases };
}

/** At one chamber; undefined where the firm is not registered. */
async function countAt(
  trx: Trx,
  chamberId: string,
  own: Pick<Registration, 'chamberId' | 'registrationId' | 'corporateNumber'>,
): Promise<ReadonlyMap<ApplicationStatus, number> | undefined> {
  const { corporateNumber } = own;
  const ids = new Set(await listUnderSanction(trx, chamberId, { sanctionId: null, corporateNumber }));
  if (chamberId === own.chamberId) ids.add(own.registrationId);
  return ids.size === 0 ? undefined : countByStatus(trx, { chamberId, registrationIds: [...ids] });
}
