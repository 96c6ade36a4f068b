/**
 * Every job of the house and what it carries. Here, near the ground, since a lower room causes work above it by adding a
 * job, never by an import. `worker.ts` says which deed does it.
 */
export type Jobs = {
  /** Tells every registration of a firm that a sanction has begun or was lifted, chamber by chamber. */
  'tell-sanction': { sanctionId: string };
  /** Reminds firms before their registration ends, and lapses what has ended; once a day. */
  'age-registrations': Record<string, never>;
  /** Forgets sessions and one-time links that ended long ago, forms of registration that were kept long enough, and files that nothing points to. */
  'sweep-sessions': Record<string, never>;
  /** Asks the card company about one payment. */
  'reconcile-payment': { paymentId: string };
  /** Finds payments that wait, each minute. */
  'sweep-payments': Record<string, never>;
  /** Finds what is paid and does not come through, each minute. */
  'hold-stuck': Record<string, never>;
  /** Makes the papers of an application that is paid. */
  'issue-certificate': { chamberId: string; applicationId: string };
  /** Ends sub IDs whose last day is over, once a day. */
  'end-lapsed-sub-ids': Record<string, never>;
  /** Forgets answers that were kept for programs that ask again. */
  'sweep-idempotent-answers': Record<string, never>;
  /** A mail that is written whole; it is sent, and tried again until it is. `messageId` makes a repetition recognisable. */
  'send-mail': { to: string; subject: string; text: string; messageId: string };
  /** The same with a secret in it: `sealed` is its text, encrypted, since jobs are kept in the database for a while. */
  'send-sealed-mail': { to: string; subject: string; sealed: string; messageId: string };
  /** Somebody says that the password of this ID is forgotten. Done later, so that the answer tells nobody whether it exists. */
  'answer-forgotten': { chamberId: string; loginId: string };
};

/** A job without a line here does not compile. */
const named: Record<keyof Jobs, true> = {
  'tell-sanction': true,
  'age-registrations': true,
  'sweep-sessions': true,
  'sweep-idempotent-answers': true,
  'reconcile-payment': true,
  'sweep-payments': true,
  'hold-stuck': true,
  'end-lapsed-sub-ids': true,
  'issue-certificate': true,
  'send-mail': true,
  'send-sealed-mail': true,
  'answer-forgotten': true,
};
export const jobNames = Object.keys(named) as readonly (keyof Jobs)[];
