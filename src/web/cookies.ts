import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Req } from './request.ts';
import type { Lang } from './ui/words.ts';

// `__Host-` binds the cookie to this very host, and browsers take it over https only; the demo on http://localhost goes
// without. Lax: the card company comes back by a top-level GET, which must still be signed in.
const isHttps = (c: Req): boolean => c.var.deps.base.startsWith('https:');
const sessionName = (c: Req): string => (isHttps(c) ? '__Host-hakkyu' : 'hakkyu');
const year = 365 * 24 * 3600;

export function sessionCookie(c: Req): string | undefined {
  return getCookie(c, sessionName(c));
}

/** Ends with the browser; the server ends it earlier (sessions.ts). */
export function setSessionCookie(c: Req, value: string): void {
  setCookie(c, sessionName(c), value, { path: '/', httpOnly: true, secure: isHttps(c), sameSite: 'Lax' });
}

export function clearSessionCookie(c: Req): void {
  deleteCookie(c, sessionName(c), { path: '/', secure: isHttps(c) });
}

// Somebody without an ID who has come to a registration's form with the code of a mail. Ends with the browser; the server
// ends it earlier (procedure-links.ts).
const formName = (c: Req): string => (isHttps(c) ? '__Host-hakkyu-form' : 'hakkyu-form');

export function formCookie(c: Req): string | undefined {
  return getCookie(c, formName(c));
}

export function setFormCookie(c: Req, value: string): void {
  setCookie(c, formName(c), value, { path: '/', httpOnly: true, secure: isHttps(c), sameSite: 'Lax' });
}

export function clearFormCookie(c: Req): void {
  deleteCookie(c, formName(c), { path: '/', secure: isHttps(c) });
}

// A sign-in whose password was right and whose second factor is still to come. Ends with the browser; the server ends it
// after ten minutes.
const stepName = (c: Req): string => (isHttps(c) ? '__Host-hakkyu-step' : 'hakkyu-step');

export function stepCookie(c: Req): string | undefined {
  return getCookie(c, stepName(c));
}

export function setStepCookie(c: Req, value: string): void {
  setCookie(c, stepName(c), value, { path: '/', httpOnly: true, secure: isHttps(c), sameSite: 'Strict' });
}

export function clearStepCookie(c: Req): void {
  deleteCookie(c, stepName(c), { path: '/', secure: isHttps(c) });
}

export function langCookie(c: Req): string | undefined {
  return getCookie(c, 'lang');
}

export function setLangCookie(c: Req, lang: Lang): void {
  setCookie(c, 'lang', lang, { path: '/', httpOnly: true, secure: isHttps(c), sameSite: 'Lax', maxAge: year });
}

/** The chamber code of the last sign-in here, so that a clerk need not type it every morning. No secret. */
export function lastChamberCookie(c: Req): string {
  return getCookie(c, 'chamber') ?? '';
}

export function setLastChamberCookie(c: Req, chamberId: string): void {
  setCookie(c, 'chamber', chamberId, { path: '/', httpOnly: true, secure: isHttps(c), sameSite: 'Lax', maxAge: year });
}
