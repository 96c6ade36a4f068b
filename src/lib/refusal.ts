/**
 * A deed says no. Not a bug: the caller asked for something that the rules do not allow, and is told so by its code.
 * `web/errors` gives each code its status and its words, so a code without words does not compile.
 */
export const refusalCodes = [
  'not_signed_in', // nobody, or a session that has ended
  'not_allowed', // signed in, without the right
  'proof_needed', // signed in, and not shown for half an hour who it is: show it again, then send it again
  'factor_needed', // signed in with a password alone, for what takes a second factor: set one up
  'not_found', // there is none, or none that this actor may know of
  'conflict', // somebody else was first: read again
  'invalid', // the input breaks a rule; `fields` name the places
  'too_many', // slower: `retryAfterSeconds` says until when
  'too_large',
  'unavailable', // something we depend on does not answer; nothing was changed
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A place in the input and what to mend there, in both languages. */
export type FieldProblem = { field: string; ja: string; en: string };

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly fields: readonly FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: RefusalCode,
    options: { fields?: readonly FieldProblem[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(`refused: ${code}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Refusal';
    this.code = code;
    this.fields = options.fields ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
