import { defineLifecycle } from '../lib/lifecycle.ts';
import type { Registration } from './registration.ts';

/** A registration lapses by itself and comes back by renewal; struck off (登録抹消) and ended are for good. */
export const registrationLifecycle = defineLifecycle<Registration['status'], 'chamber' | 'system', RegistrationAction>({
  lapse: { from: ['active'], to: 'expired', by: ['system'] },
  renew: { from: ['expired'], to: 'active', by: ['chamber'] },
});

export type RegistrationAction = 'lapse' | 'renew';
