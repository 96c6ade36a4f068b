import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { Refusal } from '../../lib/refusal.ts';
import type { Env } from '../request.ts';

/**
 * Everything comes from our own host, nothing runs or is styled inline, nobody frames us. A handler may be stricter: what
 * it has set itself stays.
 * @param cardPages origins of the card company's pages: a browser asks `form-action` about the redirect after a form, too
 */
export function securityHeaders(base: string, cardPages: readonly string[]): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'", ...cardPages],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    overwrite: false,
    strictTransportSecurity: base.startsWith('https:') ? 'max-age=63072000; includeSubDomains' : false,
  });
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A form of another site must not act in a signed-in person's name, whatever its content type. Browsers say where a
 * request comes from (Sec-Fetch-Site), older ones at least the origin; a request that says neither is no browser's.
 */
export function sameOrigin(base: string): MiddlewareHandler<Env> {
  const own = new URL(base).origin;
  return async (c, next) => {
    if (!safeMethods.has(c.req.method)) {
      const site = c.req.header('sec-fetch-site');
      const origin = c.req.header('origin');
      const ours = site === undefined ? origin === own : site === 'same-origin' || site === 'none';
      if (!ours) throw new Refusal('not_allowed');
    }
    await next();
  };
}

/** Pages of a signed-in person are nobody else's: not kept by any cache, nor by the browser after signing out. */
export const neverStored: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
};
