/**
 * Every job of the house and what it carries. Here, near the ground, since a lower room causes work above it by adding a
 * job, never by an import. `worker.ts` says which deed does it.
 */
export type Jobs = {
  /** Ends sessions whose time is over and forgets those that ended long ago. */
  'sweep-sessions': Record<string, never>;
  /** A mail that is written whole; it is sent, and tried again until it is. `messageId` makes a repetition recognisable. */
  'send-mail': { to: string; subject: string; text: string; messageId: string };
};

export const jobNames = ['sweep-sessions', 'send-mail'] as const satisfies readonly (keyof Jobs)[];
