// What a program gets instead of an error page: application/problem+json (RFC 9457) with a code that never changes.
import { z } from '@hono/zod-openapi';
import type { Refusal } from '../../lib/refusal.ts';
import { errorStatus } from '../errors.tsx';
import type { ErrorCode } from '../errors-words.ts';
import type { Req } from '../request.ts';
import { problemTexts } from './problem-words.ts';

export const Problem = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    title: z.string(),
    status: z.number().int(),
    code: z.string().openapi({ description: 'Stable: it is never renamed and never gets another meaning.' }),
    detail: z.string(),
    fields: z
      .array(z.object({ field: z.string(), ja: z.string(), en: z.string() }))
      .openapi({ description: 'The places in the input and what to mend there.' }),
    requestId: z.string(),
  })
  .openapi('Problem');

export function problemResponse(c: Req, code: ErrorCode, refusal?: Refusal): Response {
  const { title, detail } = problemTexts[code];
  const body: z.infer<typeof Problem> = {
    ...{ type: 'about:blank', title, status: errorStatus[code], code },
    ...{ detail, fields: [...(refusal?.fields ?? [])], requestId: c.var.requestId },
  };
  return new Response(JSON.stringify(body), {
    status: errorStatus[code],
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(refusal?.retryAfterSeconds === undefined ? {} : { 'retry-after': String(refusal.retryAfterSeconds) }),
      ...(code === 'not_signed_in' ? { 'www-authenticate': 'Bearer' } : {}),
    },
  });
}
