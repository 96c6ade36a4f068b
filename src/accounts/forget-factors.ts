import type { Trx } from '../lib/db.ts';
import { deleteRecoveryCodes } from './recovery-codes-store.ts';
import type { Factor } from './second-factor.ts';
import { deleteFactors } from './second-factors-store.ts';
import { deleteStepsOf } from './sign-in-steps-store.ts';

/** All that an ID has beside its password, and the sign-ins that wait for it. Returns the factors that there were. */
export async function forgetFactors(
  trx: Trx,
  account: { chamberId: string; accountId: string },
): Promise<Pick<Factor, 'kind' | 'name'>[]> {
  const factors = await deleteFactors(trx, account);
  await deleteRecoveryCodes(trx, account);
  await deleteStepsOf(trx, account);
  return factors;
}
