// What follows on a registration when a sanction begins, or is lifted: its history says it, its status follows, and its
// administrator is mailed. That it holds depends on none of this: it is read with the registration.
import type { OpenCtx } from '../../accounts/context.ts';
import { advance } from '../../audit/advance.ts';
import { appendEvent, type By } from '../../audit/events.ts';
import { dayInJapan } from '../../lib/clock.ts';
import type { Trx } from '../../lib/db.ts';
import type { Registration } from '../registration.ts';
import { registrationLifecycle } from '../registration-lifecycle.ts';
import { getRegistration } from '../store.ts';
import { mailSanction } from './mail-sanction.ts';
import { isInForce } from './sanction.ts';
import { getSanction, lastTold, type SanctionView } from './sanctions-store.ts';

type On = { chamberId: string; registrationId: string; sanctionId: string };
type TellCtx = Pick<OpenCtx, 'jobs' | 'outside' | 'now'>;

/** False when it was told before, or is not in force (any more). */
export async function tellImposed(trx: Trx, ctx: TellCtx, on: On, by: By): Promise<boolean> {
  // Locked before it is looked at: whoever lifts it meanwhile comes after us, and then finds what there is to take back.
  const sanction = await getSanction(trx, on.sanctionId, 'share');
  if (!isInForce(sanction, dayInJapan(ctx.now)) || (await lastTold(trx, on)) === 'sanctioned') return false;
  const registration = await getRegistration(trx, on.chamberId, on.registrationId);
  await note(trx, ctx, on, by, 'sanctioned', { ...factsOf(sanction), note: sanction.reason });
  if (sanction.kind === 'struck_off') await strikeOff(trx, ctx, registration, by);
  await mailSanction(trx, ctx, registration, sanction, 'imposed');
  return true;
}

/** `why`: for the history and the firm. False when the registration was never told of it. */
export async function tellLifted(trx: Trx, ctx: TellCtx, on: On, by: By, why: string): Promise<boolean> {
  if ((await lastTold(trx, on)) !== 'sanctioned') return false;
  const sanction = await getSanction(trx, on.sanctionId, 'look');
  await note(trx, ctx, on, by, 'sanction_lifted', { ...factsOf(sanction), note: why });
  const registration = await getRegistration(trx, on.chamberId, on.registrationId);
  if (sanction.kind === 'struck_off' && !registration.sanctioned.struckOff) await reinstate(trx, ctx, registration, by);
  await mailSanction(trx, ctx, registration, sanction, 'lifted', why);
  return true;
}

const factsOf = ({ sanctionId, kind, untilDay, chamber }: SanctionView) => ({
  ...{ sanction: sanctionId, sanctionKind: kind },
  ...(untilDay === null ? {} : { day: untilDay }),
  ...{ chamberJa: chamber.nameJa, chamberEn: chamber.nameEn },
});

function note(
  trx: Trx,
  { now }: TellCtx,
  { chamberId, registrationId }: On,
  by: By,
  action: 'sanctioned' | 'sanction_lifted',
  detail: Record<string, unknown>,
): Promise<void> {
  const subject = { subject: 'registration', subjectId: registrationId };
  return appendEvent(trx, { chamberId, at: now, by, ...subject, action, detail });
}

const roleOf = (by: By): 'chamber' | 'system' => (by.kind === 'system' ? 'system' : 'chamber');

async function strikeOff(trx: Trx, { now }: TellCtx, row: Registration, by: By): Promise<void> {
  const { chamberId, registrationId, status } = row;
  if (!registrationLifecycle.mayTake('strike_off', status, roleOf(by))) return;
  await advance(trx, registrationLifecycle, {
    ...{ subject: 'registration', chamberId, id: registrationId, from: status, action: 'strike_off' },
    ...{ role: roleOf(by), by, at: now },
  });
}

/** Back as far as the term still runs: one whose last day is over lapses at once. */
async function reinstate(trx: Trx, { now }: TellCtx, row: Registration, by: By): Promise<void> {
  const { chamberId, registrationId, status, validUntil } = row;
  if (!registrationLifecycle.mayTake('reinstate', status, roleOf(by))) return;
  const of = { subject: 'registration', chamberId, id: registrationId, at: now } as const;
  await advance(trx, registrationLifecycle, { ...of, from: status, action: 'reinstate', role: roleOf(by), by });
  if (validUntil >= dayInJapan(now)) return;
  await advance(trx, registrationLifecycle, {
    ...{ ...of, from: 'active', action: 'lapse', role: 'system', by: { kind: 'system' }, detail: { validUntil } },
  });
}
