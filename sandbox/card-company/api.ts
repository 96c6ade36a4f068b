import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { ApiError, missing } from './api-error.ts';
import type { AnswerRow, Books, Change } from './books.ts';
import { expiryEntries, getSession, newSession } from './checkout-sessions.ts';
import { newId, secondsOf } from './entries.ts';
import type { Faults } from './faults.ts';
import { readBrackets } from './form-fields.ts';
import { newRefund } from './refunds.ts';
import { type Expand, eventView, expandNothing, intentView, refundView, sessionView } from './views.ts';

export type ApiOptions = {
  books: Books;
  faults: Faults;
  secretKey: string;
  publicUrl: () => string;
  clock: () => Date;
};
type Env = { Bindings: HttpBindings };
type Deed = (input: unknown, now: Date) => { view: object; changes: Change[] };

/** The part of Stripe's API that takes a card payment: sessions, payment intents, refunds, events. */
export function cardCompanyApi(options: ApiOptions): Hono<Env> {
  const { books, publicUrl } = options;
  const api = new Hono<Env>();

  api.use(async (c, next) => {
    c.header('Request-Id', newId('req'));
    checkKey(c, options.secretKey);
    await next();
  });
  api.use((c, next) => strike(c, options.faults, next));

  api.post('/checkout/sessions', (c) =>
    once(c, options, (input, now) => {
      const session = newSession(input, now);
      return {
        view: sessionView(session, publicUrl(), expandNothing, books),
        changes: [{ put: 'session', row: session }],
      };
    }),
  );
  api.get('/checkout/sessions/:id', (c) => {
    const expand = expandOf(c, { intent: 'payment_intent', charge: 'payment_intent.latest_charge' });
    return c.json(sessionView(getSession(books, c.req.param('id')), publicUrl(), expand, books));
  });
  api.post('/checkout/sessions/:id/expire', (c) =>
    once(c, options, (_input, now) => {
      const session = getSession(books, c.req.param('id'));
      const changes = expiryEntries(books, session, publicUrl(), now);
      return { view: sessionView({ ...session, status: 'expired' }, publicUrl(), expandNothing, books), changes };
    }),
  );
  api.get('/payment_intents/:id', (c) => {
    const intent = books.intent.get(c.req.param('id'));
    if (intent === undefined) throw missing('payment_intent', c.req.param('id'));
    return c.json(intentView(intent, expandOf(c, { charge: 'latest_charge' }), books));
  });
  api.post('/refunds', (c) =>
    once(c, options, (input, now) => {
      const { refund, changes } = newRefund(books, input, now);
      return { view: refundView(refund), changes };
    }),
  );
  api.get('/events', (c) => c.json(eventList(c, books)));
  api.get('/events/:id', (c) => {
    const event = books.event.get(c.req.param('id'));
    if (event === undefined) throw missing('event', c.req.param('id'));
    return c.json(eventView(event));
  });

  api.all('*', (c) => {
    throw new ApiError(`Unrecognized request URL (${c.req.method}: ${c.req.path}).`, { status: 404 });
  });
  api.onError((error, c) => {
    if (!(error instanceof ApiError)) throw error;
    const { type, code, param, message } = error;
    return c.json({ error: { type, code, param, message } }, error.status);
  });
  return api;
}

function checkKey(c: Context<Env>, secretKey: string): void {
  const given = Buffer.from(c.req.header('authorization') ?? '');
  const right = Buffer.from(`Bearer ${secretKey}`);
  if (given.length === right.length && timingSafeEqual(given, right)) return;
  throw new ApiError('Invalid API Key provided', { status: 401 });
}

async function strike(c: Context<Env>, faults: Faults, next: () => Promise<void>): Promise<void> {
  const kind = faults.strikeApi()?.kind;
  if (kind === undefined || kind.endsWith('_after')) await next();
  if (kind === undefined) return;
  if (kind.startsWith('api_silent')) {
    await new Promise<void>((resolve) => c.env.outgoing.once('close', resolve));
  }
  // Replaces what was answered where the call was carried out; nobody listens any more where we kept silent.
  c.res = undefined;
  c.res = c.json({ error: { type: 'api_error', message: 'The sandbox fails here, as it was asked to.' } }, 500);
}

/**
 * Does the deed once for each idempotency key, as Stripe does: the same key and input get the first answer again, the
 * same key with other input is refused. The answer is written together with what the deed changed.
 */
async function once(c: Context<Env>, options: ApiOptions, deed: Deed): Promise<Response> {
  const body = await c.req.text();
  const now = options.clock();
  const key = c.req.header('idempotency-key');
  const fingerprint = createHash('sha256').update(`${c.req.method} ${c.req.path}\n${body}`).digest('hex');
  const known = key === undefined ? undefined : keptAnswer(options.books, key, now);
  if (known !== undefined) {
    if (known.fingerprint !== fingerprint) throw otherInput(known.id);
    c.header('Idempotent-Replayed', 'true');
    return c.body(known.body, 200, { 'Content-Type': 'application/json' });
  }
  const { view, changes } = deed(readBrackets(body), now);
  const answer = JSON.stringify(view);
  const kept: Change[] =
    key === undefined
      ? []
      : [{ put: 'answer', row: { id: key, created: secondsOf(now), fingerprint, status: 200, body: answer } }];
  options.books.write([...changes, ...kept]);
  return c.body(answer, 200, { 'Content-Type': 'application/json' });
}

/** Stripe may forget a key after a day. */
const keptSeconds = 24 * 60 * 60;

function keptAnswer(books: Books, key: string, now: Date): AnswerRow | undefined {
  const answer = books.answer.get(key);
  return answer !== undefined && answer.created + keptSeconds > secondsOf(now) ? answer : undefined;
}

function otherInput(key: string): ApiError {
  return new ApiError(
    `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    { type: 'idempotency_error' },
  );
}

/** Which ids the caller wants replaced by what they name; `names` are the ones that can be. */
function expandOf(c: Context<Env>, names: { [K in keyof Expand]?: string }): Expand {
  const asked = Object.entries(c.req.queries())
    .filter(([key]) => /^expand\[\d*\]$/.test(key))
    .flatMap(([, values]) => values);
  for (const name of asked) {
    if (!Object.values(names).includes(name)) {
      throw new ApiError(`This property cannot be expanded (${name}).`, { param: 'expand' });
    }
  }
  const charge = names.charge !== undefined && asked.includes(names.charge);
  const intent = names.intent !== undefined && asked.includes(names.intent);
  return { charge, intent: intent || (charge && names.intent !== undefined) };
}

/** Newest first; `limit` (10, at most 100), `starting_after` and `type` as Stripe has them. */
function eventList(c: Context<Env>, books: Books): object {
  const limit = Math.min(Math.max(Number(c.req.query('limit') ?? 10) || 10, 1), 100);
  const type = c.req.query('type');
  const after = c.req.query('starting_after');
  const all = [...books.event.values()].reverse().filter((event) => type === undefined || event.type === type);
  const from = after === undefined ? 0 : all.findIndex((event) => event.id === after) + 1;
  if (after !== undefined && from === 0) throw missing('event', after);
  const page = all.slice(from, from + limit);
  return { object: 'list', url: '/v1/events', has_more: from + limit < all.length, data: page.map(eventView) };
}
