// One JSON line an entry, to standard error. Never a secret, never an address that holds one: callers pass names, not URLs.

export type Log = {
  info(what: string, facts?: Facts): void;
  error(what: string, error: unknown, facts?: Facts): void;
};
type Facts = Record<string, string | number | boolean | undefined>;

export function jsonLog(write: (line: string) => void, now: () => Date): Log {
  const entry = (level: 'info' | 'error', what: string, facts: object): void =>
    write(`${JSON.stringify({ at: now().toISOString(), level, what, ...facts })}\n`);
  return {
    info: (what, facts = {}) => entry('info', what, facts),
    error: (what, error, facts = {}) => entry('error', what, { ...facts, error: described(error) }),
  };
}

/** The whole chain of causes: the first message alone seldom says what broke. */
function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${described(error.cause)}`;
}
