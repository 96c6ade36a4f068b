/**
 * How an operation is tried on a fresh demo world; stands in openapi.json as `x-example`. The examples are run in this
 * order by a test, so that what the description shows works.
 */
export type Example = {
  order: number;
  /** Role of the demo account whose key is used; left out: without a key. */
  as?: 'user' | 'staff';
  /** Path parameters: a value, or `{ from, at }`: a place (`sessions.0.sessionId`) in the answer to an operation before. */
  path?: Record<string, string | { from: string; at: string }>;
  status: number;
};

export function example(values: Example): { 'x-example': Example } {
  return { 'x-example': values };
}
