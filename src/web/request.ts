// What a handler knows of its request, and how it becomes the context of a deed.
import type { Context } from 'hono';
import type { Actor, Ctx, OpenCtx, Outside } from '../accounts/context.ts';
import type { SignInLimits } from '../accounts/sign-in-limits.ts';
import type { Jobs } from '../audit/jobs.ts';
import type { Chamber } from '../chambers/chamber.ts';
import type { Clock } from '../lib/clock.ts';
import type { Db } from '../lib/db.ts';
import type { JobQueue } from '../lib/jobs.ts';
import type { Log } from '../lib/log.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Lang } from './ui/words.ts';

/** What the web needs from the house; made once by `main`. */
export type Deps = {
  db: Db;
  jobs: JobQueue<Jobs>;
  outside: Outside;
  clock: Clock;
  log: Log;
  limits: SignInLimits;
  /** The address under which people reach us, without a slash at its end. */
  base: string;
  /** How many reverse proxies stand in front. */
  proxies: number;
  /** Origins of the card company's pages, to which a form of ours may lead. */
  cardPages: readonly string[];
  /** The checkout: where public/ and the built islands lie. */
  root: string;
};

export type Env = {
  Bindings: { incoming?: { socket?: { remoteAddress?: string } } };
  Variables: {
    deps: Deps;
    now: Date;
    requestId: string;
    lang: Lang;
    /** Who is signed in, and the chamber in which. */
    actor: Actor | undefined;
    chamber: Chamber | undefined;
    /** The firm for which who signed in with a sub ID works: it may be one of several. */
    client: { nameJa: string; nameEn: string } | undefined;
  };
};
export type Req = Context<Env>;

export function openCtxOf(c: Req): OpenCtx {
  const { db, jobs, outside } = c.var.deps;
  return { db, jobs, outside, now: c.var.now };
}

/** Refuses `not_signed_in` when nobody is. */
export function ctxOf(c: Req): Ctx {
  const { actor } = c.var;
  if (!actor) throw new Refusal('not_signed_in');
  return { ...openCtxOf(c), actor };
}

/**
 * Where a request comes from. Behind `proxies` of our own, each has added the address that it saw at the right end of
 * X-Forwarded-For; what stands further left was written by the visitor and is not believed.
 */
export function addressOf(c: Req): string {
  const { proxies } = c.var.deps;
  const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  const forwarded = proxies > 0 ? seen.at(-proxies) : undefined;
  return forwarded || (c.env?.incoming?.socket?.remoteAddress ?? 'unknown');
}

/** The page's own address with its query, to come back to. */
export function pathOf(c: Req): string {
  const url = new URL(c.req.url);
  return url.pathname + url.search;
}

const formTypes = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)(?:;|$)/i;

/** Whether a form was sent, and not JSON or nothing. */
export function hasForm(c: Req): boolean {
  return formTypes.test(c.req.header('content-type') ?? '');
}

/**
 * The text fields of a posted form; a field that was sent as a file, or twice, is not a text field. Without what no
 * keyboard types and the database cannot keep: NUL, half a character.
 */
export async function formOf(c: Req): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  const typed = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(typed.map(([name, value]) => [name, value.toWellFormed().replaceAll('\0', '')]));
}
