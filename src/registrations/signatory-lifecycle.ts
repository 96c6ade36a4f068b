import { defineLifecycle } from '../lib/lifecycle.ts';
import type { SignatoryStatus } from './registration.ts';

/** A signatory leaves for good, when the chamber accepts it: who comes back is registered anew. */
export const signatoryLifecycle = defineLifecycle<SignatoryStatus, 'chamber', 'end'>({
  end: { from: ['active'], to: 'ended', by: ['chamber'] },
});
