import { notYet } from '../audit/advance.ts';
import { defineLifecycle } from '../lib/lifecycle.ts';

export type CertificateStatus = typeof notYet | 'issued' | 'revoked' | 'superseded';

/** Before it is issued the application's status says everything; a paper is good only when issued. */
export const certificateLifecycle = defineLifecycle<CertificateStatus, 'system', 'issue'>({
  issue: { from: [notYet], to: 'issued', by: ['system'] },
});
