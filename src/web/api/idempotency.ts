// `Idempotency-Key`: a request that is sent again gets its first answer, and is not carried out twice.
import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { freeKey, keepAnswer, takeKey } from '../../accounts/idempotent-answers.ts';
import type { KeptAnswer } from '../../accounts/idempotent-answers-store.ts';
import { Refusal } from '../../lib/refusal.ts';
import { ctxOf, type Env, type Req } from '../request.ts';
import { safeMethods } from './body.ts';

/** What is kept of an answer beside status and body. Everything else belongs to one exchange. */
const keptHeaders = ['content-type', 'etag', 'location'];

/** Comes after `readableBody`: what could not be read has no answer of a deed, so it uses up no key. */
export const idempotent: MiddlewareHandler<Env> = async (c, next) => {
  const key = c.req.header('idempotency-key');
  if (key === undefined || safeMethods.has(c.req.method)) return next();
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw badKey;
  const ctx = ctxOf(c);
  const taken = await takeKey(ctx, { key, requestSha256: await fingerprint(c) });
  if ('answer' in taken) return replay(taken.answer);
  await next();
  // 429 and 5xx say "again, later": kept, they would be the answer for a day. A deed that failed half-way has written
  // nothing, since it is one transaction; where one did, the second attempt meets what it wrote (see takeKey).
  if (c.res.status === 429 || c.res.status >= 500) await freeKey(ctx, taken.ticket);
  else await keepAnswer(ctx, taken.ticket, await answerOf(c.res));
};

const badKey = new Refusal('invalid', {
  fields: [
    {
      field: 'Idempotency-Key',
      ja: 'Idempotency-Key は、空白を含まない半角英数字・記号で、255字以内にしてください。',
      en: 'Idempotency-Key: 1 to 255 visible ASCII characters, without spaces.',
    },
  ],
});

/** No answer to a request that changes something holds a secret: keys are made on the page, codes are read by GET. */
async function answerOf(answer: Response): Promise<KeptAnswer> {
  const headers = keptHeaders.flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { status: answer.status, body: await answer.clone().text(), headers: Object.fromEntries(headers) };
}

function replay({ status, body, headers }: KeptAnswer): Response {
  return new Response(body === '' ? null : body, { status, headers: { ...headers, 'idempotent-replayed': 'true' } });
}

/** The same request: method, address with its query, If-Match and what is sent. */
async function fingerprint(c: Req): Promise<Buffer> {
  const { pathname, search } = new URL(c.req.url);
  const hash = createHash('sha256');
  for (const part of [c.req.method, pathname + search, c.req.header('if-match') ?? '']) hash.update(`${part}\n`);
  for await (const part of contentOf(c)) hash.update(part);
  return hash.digest();
}

/** A form's parts, not its bytes: a program that sends it again draws another boundary. */
async function* contentOf(c: Req): AsyncGenerator<string | Uint8Array> {
  if (!/^multipart\/form-data/i.test(c.req.header('content-type') ?? '')) {
    yield new Uint8Array(await c.req.arrayBuffer());
    return;
  }
  for (const [name, value] of Object.entries(await c.req.parseBody({ all: true }))) {
    for (const one of [value].flat()) {
      const isFile = one instanceof File;
      yield JSON.stringify(isFile ? [name, one.name, one.size] : [name, one]);
      if (isFile) yield new Uint8Array(await one.arrayBuffer());
    }
  }
}
