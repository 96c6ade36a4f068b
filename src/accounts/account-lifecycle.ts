import { defineLifecycle } from '../lib/lifecycle.ts';
import type { AccountStatus } from './account.ts';

/** Who may end an ID. signatory: a sub ID of his. system: its last day is over, or what it stood on has ended. */
export type AccountRole = 'signatory' | 'chamber' | 'system';

/** An ID ends for good: its number is never given again, and its history stays. */
export const accountLifecycle = defineLifecycle<AccountStatus, AccountRole, 'end'>({
  end: { from: ['active'], to: 'ended', by: ['signatory', 'chamber', 'system'] },
});
