/**
 * Every job of the house and what it carries. Here, near the ground, since a lower room causes work above it by adding a
 * job, never by an import. `worker.ts` says which deed does it.
 */
export type Jobs = {
  /** Ends sessions whose time is over and forgets those that ended long ago. */
  'sweep-sessions': Record<string, never>;
  /** Asks the card company about one payment. */
  'reconcile-payment': { paymentId: string };
  /** Finds payments that wait, each minute. */
  'sweep-payments': Record<string, never>;
  /** Finds what is paid and does not come through, each minute. */
  'hold-stuck': Record<string, never>;
  /** Makes the papers of an application that is paid. */
  'issue-certificate': { chamberId: string; applicationId: string };
  /** Forgets answers that were kept for programs that ask again. */
  'sweep-idempotent-answers': Record<string, never>;
  /** A mail that is written whole; it is sent, and tried again until it is. `messageId` makes a repetition recognisable. */
  'send-mail': { to: string; subject: string; text: string; messageId: string };
};

/** A job without a line here does not compile. */
const named: Record<keyof Jobs, true> = {
  'sweep-sessions': true,
  'sweep-idempotent-answers': true,
  'reconcile-payment': true,
  'sweep-payments': true,
  'hold-stuck': true,
  'issue-certificate': true,
  'send-mail': true,
};
export const jobNames = Object.keys(named) as readonly (keyof Jobs)[];
