import { defineLifecycle } from '../lib/lifecycle.ts';

export type ApiKeyStatus = 'active' | 'revoked';

/** A key is revoked by its owner, for good. */
export const apiKeyLifecycle = defineLifecycle<ApiKeyStatus, 'owner', 'revoke'>({
  revoke: { from: ['active'], to: 'revoked', by: ['owner'] },
});
