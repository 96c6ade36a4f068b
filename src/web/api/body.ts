// What a program may send: how large, in which form. Whatever is wrong with it is said here, before any operation runs.
import type { MiddlewareHandler, Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '../../lib/refusal.ts';
import { unstorableTexts } from '../../lib/storable-text.ts';
import { ctxOf, type Env, type Req } from '../request.ts';

export const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * In bytes. A file of 10 MB with what a form puts around it; 5,000 lines of goods as JSON; what somebody without a key
 * asks; anything else.
 */
export const bodyLimits = { upload: 12_000_000, goods: 5_000_000, question: 10_000, other: 1_000_000 } as const;
type Size = keyof typeof bodyLimits;

function sizeOf(path: string): Size {
  if (
    /\/(?:evidence|goods\/upload|check-goods|register\/import|procedures\/[^/]+\/(?:papers|signatories\/[^/]+\/signature))$/.test(
      path,
    )
  )
    return 'upload';
  return path.endsWith('/goods') ? 'goods' : 'other';
}

const limited = (size: Size) =>
  bodyLimit({
    maxSize: bodyLimits[size],
    onError: () => {
      throw new Refusal('too_large');
    },
  });
const limits: Record<Size, MiddlewareHandler> = {
  upload: limited('upload'),
  goods: limited('goods'),
  question: limited('question'),
  other: limited('other'),
};

/** Reads nothing from anybody without a key. */
export const readableBody: MiddlewareHandler<Env> = async (c, next) => {
  refuseUnstorable(Object.fromEntries(Object.entries(c.req.queries()).map(([name, all]) => [name, all.join('\n')])));
  if (safeMethods.has(c.req.method)) return next();
  ctxOf(c);
  return readBody(c, sizeOf(c.req.path), next);
};

/** JSON of anybody, and little of it: for an operation that needs no key. */
export const readableQuestion: MiddlewareHandler<Env> = (c, next) => readBody(c, 'question', next);

function readBody(c: Req, size: Size, next: Next): ReturnType<MiddlewareHandler> {
  return limits[size](c, async () => {
    await (size === 'upload' ? requireForm(c) : requireJson(c));
    await next();
  });
}

const mediaTypeOf = (c: Req): string => (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

const wrong = (field: string, ja: string, en: string): Refusal =>
  new Refusal('invalid', { fields: [{ field, ja, en }] });

async function requireForm(c: Req): Promise<void> {
  const bytes = await c.req.arrayBuffer();
  // A waiting file is dropped at the address to which it was sent.
  if (bytes.byteLength === 0 && c.req.method === 'DELETE') return;
  if (mediaTypeOf(c) !== 'multipart/form-data')
    throw wrong(
      'Content-Type',
      'ファイルは multipart/form-data で送ってください。',
      'Send the file as multipart/form-data.',
    );
  try {
    await c.req.parseBody();
  } catch {
    throw wrong(
      'body',
      'multipart/form-data として読めません。境界(boundary)と末尾を確かめてください。',
      'The body cannot be read as multipart/form-data. Check its boundary and its end.',
    );
  }
}

async function requireJson(c: Req): Promise<void> {
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength === 0) {
    // Nothing is an empty object: the operation says what it lacks, and one that needs nothing goes on.
    const { method, url, raw } = c.req;
    const headers = new Headers(raw.headers);
    headers.set('content-type', 'application/json'); // whatever it was of: there was nothing
    c.req.raw = new Request(url, { method, headers, body: '{}' });
    c.req.bodyCache = {};
    return;
  }
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(mediaTypeOf(c)))
    throw wrong('Content-Type', '本文は application/json で送ってください。', 'Send the body as application/json.');
  refuseUnstorable(parsed(bytes));
}

function parsed(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    // What the decoder and the parser say of the caller's own text: the place in it.
    const place = error instanceof SyntaxError ? error.message : 'it is not UTF-8';
    throw wrong('body', `本文をJSONとして読めません。(${place})`, `The body cannot be read as JSON: ${place}`);
  }
}

function refuseUnstorable(value: unknown): void {
  const found = unstorableTexts(value);
  if (found.length === 0) return;
  throw new Refusal('invalid', {
    fields: found.map(({ path, sign }) => ({
      field: path,
      ja: `使えない文字(${sign})が含まれています。その文字を削除してください。`,
      en: `This holds a character that cannot be used (${sign}). Delete it.`,
    })),
  });
}
