import type { ErrorCode } from '../errors-words.ts';

/** What whoever writes the program reads: what happened, whether anything was changed, what to do. */
export const problemTexts: Record<ErrorCode, { title: string; detail: string }> = {
  not_signed_in: {
    title: 'A key is needed',
    detail: 'Send "Authorization: Bearer" with a key that was not revoked. Keys are made on the page "API keys".',
  },
  not_allowed: {
    title: 'This key may not do this',
    detail: 'The ID or the key lacks the right, or this is not for its role. Nothing was changed.',
  },
  proof_needed: {
    title: 'A person has to show who he is',
    detail: 'A session has to prove itself again on the page "/prove". Nothing was changed. A key never meets this.',
  },
  factor_needed: {
    title: 'A second factor is needed',
    detail:
      'The ID has no second factor, and this is not done with a password alone. Nothing was changed. A key never meets this.',
  },
  not_found: {
    title: 'Not found',
    detail: 'There is nothing at this address, or nothing that you may know of.',
  },
  conflict: {
    title: 'Conflict',
    detail: 'Somebody was first, or the state does not allow it any more. Nothing was changed. Read again and decide.',
  },
  invalid: {
    title: 'The request cannot be taken',
    detail: 'Nothing was changed. "fields" say what to mend, and where.',
  },
  too_many: { title: 'Too many requests', detail: 'Nothing was changed. Send it again after "Retry-After" seconds.' },
  too_large: { title: 'Too large', detail: 'The body is larger than this operation takes. Nothing was changed.' },
  unavailable: {
    title: 'Not available now',
    detail: 'A service that we need does not answer. Nothing was changed. Try again in a few minutes.',
  },
  internal: {
    title: 'A fault of ours',
    detail: 'It was recorded. Read whether the action was carried out before you send it again; tell us "requestId".',
  },
};
