/**
 * A place in the answer to an example before: in its JSON body (`signatories.0.signatoryId`), or one of its headers. Or what
 * no answer says, since it stands on the demo's printed certificate: a place in the demo's `demo.json`.
 */
export type From = { from: string; at: string } | { from: string; header: string } | { demo: string };
/** A value, or where it comes from; in a JSON body at any depth. */
export type Value = string | number | boolean | null | From | readonly Value[] | { readonly [key: string]: Value };
export type ExampleFile = { name: string; type: string; base64: string };

/**
 * How an operation is tried on a fresh demo world; stands in openapi.json as `x-example`, a list, since some are tried
 * more than once on the way. All examples of all operations are run in their order by a test, so that what the
 * description shows works, and is answered as described.
 */
export type Example = {
  /** What others say as `from`; left out: the operationId. */
  name?: string;
  order: number;
  /** The demo account whose key is used; left out: without a key. */
  as?: 'administrator' | 'user' | 'sub' | 'examiner' | 'certifier';
  path?: Record<string, string | From>;
  query?: Record<string, string | From>;
  headers?: Record<string, string | From>;
  body?: { json: Value } | { multipart: Record<string, string | ExampleFile> };
  status: number;
};

export function example(...examples: readonly Example[]): { 'x-example': readonly Example[] } {
  return { 'x-example': examples };
}

/** What stands in a sentence of the API's description. */
export const exampleText =
  'Each operation carries `x-example`: a list of requests that can be run on a fresh demo world, all of them together in ' +
  'the order of `order`. `as`: whose key (`administrator` A0001, `user` U0001, `sub` U0001-01, `examiner` S0001, `certifier` S0002 of the demo). `path`, `query`, ' +
  '`headers`: values to fill in. `body.json`: the body; `body.multipart`: form fields, a file as `{name, type, base64}`. ' +
  '`{from, at}` anywhere stands for a place in the JSON answer to the example of that name (its `name`, else its ' +
  'operationId), `{from, header}` for one of its headers (both keys: `from` alone is a port of loading), `{demo}` for a ' +
  'place in `demo.json`, which the demo writes into its data folder. `status`: what is answered.';
