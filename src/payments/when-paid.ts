// What follows when a charge is paid, by what it is for. Each thing of a kind is locked before its charge is, as by everybody
// else, so that two never wait for each other.
import type { OpenCtx } from '../accounts/context.ts';
import { applicationLifecycle } from '../applications/lifecycle.ts';
import { lockApplicationRows } from '../applications/store.ts';
import { advance } from '../audit/advance.ts';
import type { Trx } from '../lib/db.ts';
import { getProcedure } from '../registrations/procedures/procedures-store.ts';
import { getRegistration } from '../registrations/store.ts';
import type { Charge, Subject } from './payment.ts';
import { noteRegistrationPaid } from './registration-paid.ts';

export type PaidCharge = Charge & {
  /** Who buys, as he is called on that day. */
  buyer: { nameJa: string; nameEn: string };
  /** Moves what the charge is for. */
  goOn: (paymentId: string) => Promise<void>;
};

type Prepare = (trx: Trx, ctx: OpenCtx, chamberId: string, charges: readonly Charge[]) => Promise<PaidCharge[]>;

const applications: Prepare = async (trx, ctx, chamberId, charges) => {
  const ids = charges.map(({ subject }) => subject.id);
  const rows = new Map((await lockApplicationRows(trx, chamberId, ids)).map((row) => [row.applicationId, row]));
  const buyers = new Map<string, PaidCharge['buyer']>();
  const paid: PaidCharge[] = [];
  for (const charge of charges) {
    const row = rows.get(charge.subject.id);
    if (!row) throw new Error(`charge ${charge.chargeId} has no application`);
    const { applicationId, registrationId, status } = row;
    const buyer = buyers.get(registrationId) ?? (await getRegistration(trx, chamberId, registrationId));
    buyers.set(registrationId, buyer);
    paid.push({
      ...charge,
      buyer,
      async goOn(payment) {
        await advance(trx, applicationLifecycle, {
          ...{ subject: 'application', chamberId, id: applicationId, from: status, action: 'settle', role: 'system' },
          ...{ by: { kind: 'system' }, at: ctx.now, detail: { payment } },
        });
        await ctx.jobs.add(trx, 'issue-certificate', { chamberId, applicationId });
      },
    });
  }
  return paid;
};

const registrations: Prepare = async (trx, ctx, chamberId, charges) => {
  const paid: PaidCharge[] = [];
  for (const charge of charges) {
    const procedure = await getProcedure(trx, chamberId, charge.subject.id, 'lock');
    const { nameJa, nameEn } = procedure.content;
    paid.push({
      ...{ ...charge, buyer: { nameJa: nameJa.trim(), nameEn: nameEn.trim() } },
      goOn: (payment) => noteRegistrationPaid(trx, ctx, procedure, { yen: charge.yen, how: 'card', payment }),
    });
  }
  return paid;
};

const prepare: Readonly<Record<Subject['kind'], Prepare>> = { application: applications, registration: registrations };

/** The charges with what they are for, locked; `goOn` of each is called when it is paid. */
export async function readyToPay(
  trx: Trx,
  ctx: OpenCtx,
  chamberId: string,
  charges: readonly Charge[],
): Promise<PaidCharge[]> {
  const ready: PaidCharge[] = [];
  for (const [kind, lock] of Object.entries(prepare)) {
    const those = charges.filter(({ subject }) => subject.kind === kind);
    if (those.length > 0) ready.push(...(await lock(trx, ctx, chamberId, those)));
  }
  return ready;
}
