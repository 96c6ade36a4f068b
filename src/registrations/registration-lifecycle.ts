import { defineLifecycle } from '../lib/lifecycle.ts';
import type { Registration } from './registration.ts';

/**
 * A registration lapses by itself and comes back by renewal. 登録抹消 is a sanction; where the chamber lifts it, the
 * registration is back, as far as its term still runs. Ended is for good: a firm that lapsed too long ago to renew is
 * registered anew.
 */
export const registrationLifecycle = defineLifecycle<Registration['status'], 'chamber' | 'system', RegistrationAction>({
  lapse: { from: ['active'], to: 'expired', by: ['system'] },
  renew: { from: ['expired'], to: 'active', by: ['chamber'] },
  end: { from: ['expired'], to: 'ended', by: ['chamber'] },
  strike_off: { from: ['active', 'expired'], to: 'struck_off', by: ['chamber', 'system'] },
  reinstate: { from: ['struck_off'], to: 'active', by: ['chamber', 'system'] },
});

export type RegistrationAction = 'lapse' | 'renew' | 'end' | 'strike_off' | 'reinstate';
