import type { Ctx } from '../accounts/context.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber } from '../lib/db.ts';
import type { RegistrationContent } from './content.ts';
import { ownFirm } from './firm-ids.ts';
import { type Registration, type Signatory, type Standing, standingOf } from './registration.ts';
import { getRegisteredForm, getRegistration, listSignatories } from './store.ts';

export type RegistrationView = {
  registration: Registration;
  standing: Standing;
  /** Days until the last day of validity, which counts: 0 on that day itself, negative after it. */
  daysLeft: number;
  /** The whole form as it was accepted; null: registered before there was one. */
  form: RegistrationContent | null;
  /** Those who left, too; 200 at most. */
  signatories: Signatory[];
};

/** What stands in the registration of the actor's own firm. */
export async function readRegistration(ctx: Ctx): Promise<RegistrationView> {
  const { chamberId, registrationId } = ownFirm(ctx, 'registration.read');
  return inChamber(ctx.db, chamberId, async (trx) => {
    const registration = await getRegistration(trx, chamberId, registrationId);
    const today = dayInJapan(ctx.now);
    return {
      ...{ registration, standing: standingOf(registration, today) },
      daysLeft: daysBetween(today, registration.validUntil),
      form: await getRegisteredForm(trx, chamberId, registrationId),
      signatories: await listSignatories(trx, chamberId, registrationId),
    };
  });
}

const dayMs = 24 * 3_600_000;

/** From one day (YYYY-MM-DD) to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;
