// The first and last hands on every request: its number, its time, its line in the log, its language, and who comes.
import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import { matchedRoutes } from 'hono/route';
import type { Actor } from '../../accounts/context.ts';
import { findFirmNames } from '../../accounts/passwords-store.ts';
import { findActor } from '../../accounts/sessions.ts';
import { getChamber } from '../../chambers/store.ts';
import { inChamber, inInstallation } from '../../lib/db.ts';
import { langCookie, sessionCookie } from '../cookies.ts';
import type { Deps, Env, Req } from '../request.ts';
import { langOf, langs } from '../ui/words.ts';

export function entry(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now();
    c.set('deps', deps);
    c.set('now', deps.clock());
    c.set('requestId', randomBytes(9).toString('base64url'));
    c.set('actor', undefined);
    c.set('chamber', undefined);
    c.set('client', undefined);
    const asked =
      langCookie(c) ??
      accepts(c, { header: 'Accept-Language', supports: [...langs], default: 'ja', match: byLanguage });
    c.set('lang', langOf(asked));
    await next();
    c.header('x-request-id', c.var.requestId);
    // The pattern of the address, never the address: it may hold a certificate's token.
    deps.log.info('request', {
      ...{ method: c.req.method, route: patternOf(c), status: c.res.status },
      ...{ ms: Math.round(performance.now() - started), request: c.var.requestId },
    });
  };
}

/** `en-GB` is English: the region is not asked for. The one that the reader likes best comes first. */
function byLanguage(
  asked: { type: string; q: number }[],
  { supports, default: other }: { supports: string[]; default: string },
): string {
  const liked = asked.toSorted((a, b) => b.q - a.q).map((one) => one.type.toLowerCase().split('-')[0]);
  return liked.find((one) => one !== undefined && supports.includes(one)) ?? other;
}

/** The pattern of the handler; what only middleware has seen has none. */
function patternOf(c: Req): string {
  const patterns = matchedRoutes(c).map((route) => route.path);
  return patterns.findLast((pattern) => !pattern.endsWith('*')) ?? 'none';
}

/** Reads the session's cookie, where there is one. Says nothing about rights: the deeds do. */
export const whoComes: MiddlewareHandler<Env> = async (c, next) => {
  const cookie = sessionCookie(c);
  const actor = cookie && (await findActor(c.var.deps.db, cookie, c.var.now));
  if (actor) await comes(c, actor);
  await next();
};

/** From here on the request is this person's. */
export async function comes(c: Req, actor: Actor): Promise<void> {
  c.set('actor', actor);
  c.set('chamber', await inInstallation(c.var.deps.db, (trx) => getChamber(trx, actor.chamberId)));
  if (actor.role === 'sub') c.set('client', await clientOf(c.var.deps, actor));
}

async function clientOf({ db }: Deps, { chamberId, registrationId }: Actor): Promise<Env['Variables']['client']> {
  if (registrationId === null) return undefined;
  const [nameJa = '', nameEn = ''] = await inChamber(db, chamberId, (trx) =>
    findFirmNames(trx, chamberId, registrationId),
  );
  return { nameJa, nameEn };
}
