// The parts from which each operation's description of its answers and headers is put together.
import { z } from '@hono/zod-openapi';
import { Problem } from './problem.ts';

export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

export const json = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A file: its bytes are the body. */
export const file = (description: string, mediaType: string) => ({
  description,
  content: { [mediaType]: { schema: { type: 'string' as const, format: 'binary' } } },
});

export const etagHeader = {
  ETag: {
    description: 'The version that is there now, `"v7"`: for the next If-Match.',
    schema: { type: 'string' as const },
    required: true,
  },
};

const meanings = {
  401: 'No key, or one that is not valid (`not_signed_in`)',
  403: 'This key may not do it (`not_allowed`)',
  404: 'There is none, or none that this key may know of (`not_found`)',
  409: 'Somebody was first, or its state does not allow it any more (`conflict`): read it again',
  413: 'The body is larger than may be (`too_large`)',
  422: 'The input cannot be taken (`invalid`); `fields` name the places and what to mend',
  429: 'Too much at once (`too_many`): again after `Retry-After` seconds',
} as const;

type Status = keyof typeof meanings;

/** The refusals of an operation that needs a key, so 401 is always among them. */
export const refusals = <S extends Status = never>(...statuses: readonly S[]) =>
  keylessRefusals<S | 401>(401, ...statuses);

/** The refusals of an operation that anybody may call. */
export function keylessRefusals<S extends Status>(...statuses: readonly S[]) {
  const all = [...new Set(statuses)].map((status) => [status, problem(meanings[status])] as const);
  return Object.fromEntries(all) as Record<S, ReturnType<typeof problem>>;
}

/** Marks an operation that changes nothing although it is a POST: what it is asked must not stand in an address. */
export const readsOnly = { 'x-reads-only': true } as const;

const onceHeader = z
  .string()
  .optional()
  .openapi({
    description:
      'Up to 255 visible ASCII characters of your own choice, new for each new request. Sent again with the same key, the ' +
      'request gets its first answer and is not carried out twice. See the description of this API.',
    example: 'order-4711-submit',
  });

const ifMatchText =
  'The `ETag` that was read, `"v7"`. When somebody has saved since, the answer is 409 `conflict` and nothing is changed. ' +
  '`*` writes over whatever is there.';

/** Headers of every operation that changes something. */
export const onceHeaders = z.object({ 'Idempotency-Key': onceHeader });
export const versionedHeaders = onceHeaders.extend({
  'If-Match': z
    .string()
    .optional()
    .openapi({ description: ifMatchText, example: '"v7"', param: { required: true } }),
});
export const maybeVersionedHeaders = onceHeaders.extend({
  'If-Match': z
    .string()
    .optional()
    .openapi({ description: `${ifMatchText} Left out: the same as \`*\`.`, example: '"v7"' }),
});

export const ofApplication = z.object({
  id: z.string().openapi({ description: 'The application, as `startApplication` named it.' }),
});

/** Beyond the largest there is nothing. */
export const pageNumberOf = (size: number) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(1)
    .openapi({ description: `From 1; ${size} a page.` });
export const pageNumber = pageNumberOf(50);

export const instant = (description: string) =>
  z.iso.datetime().openapi({ description: `${description} UTC, ISO 8601.` });

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
/** What was sent, without the fields that were not: a deed tells "left out" by a missing key. */
export function given<T extends object>(sent: T): Given<T> {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Given<T>;
}
