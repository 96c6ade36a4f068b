import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { styleSheet } from './style-sheet.ts';

export type Lang = 'ja' | 'en';

/** The language of a sandbox page: what the address asks for (`?lang=en`), else what the browser prefers. */
export function langOf(c: Context): Lang {
  const asked = c.req.query('lang') ?? c.req.header('accept-language') ?? '';
  return asked.toLowerCase().startsWith('en') ? 'en' : 'ja';
}

/**
 * Sends a page with its doctype. No script and no style of its own can run in it; forms may lead, by redirect, only to
 * `formTargets` (browsers hold a redirect after a form to `form-action`, too).
 */
export function sendPage(
  c: Context,
  page: {
    lang: Lang;
    title: string;
    banner: string;
    body: Child;
    status?: 200 | 404 | 410 | 422;
    formTargets?: string[];
  },
): Response {
  const formAction = ["'self'", ...(page.formTargets ?? [])].join(' ');
  c.header(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'self'; img-src 'self'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
  );
  c.header('Referrer-Policy', 'no-referrer');
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Cache-Control', 'no-store');
  const html = (
    <html lang={page.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.title}</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/sandbox.css" />
      </head>
      <body>
        <header class="banner">{page.banner}</header>
        <main>{page.body}</main>
      </body>
    </html>
  );
  return c.html(`<!DOCTYPE html>${html.toString()}`, page.status ?? 200);
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#8a4b00"/><path d="M3 5h10v6H3z" fill="#fff"/></svg>';

/** The two files that every sandbox page loads, or undefined when the path is another. */
export function frameFile(path: string): Response | undefined {
  const headers = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'max-age=60' };
  if (path === '/sandbox.css') {
    return new Response(styleSheet, { headers: { ...headers, 'Content-Type': 'text/css; charset=utf-8' } });
  }
  if (path === '/icon.svg') return new Response(icon, { headers: { ...headers, 'Content-Type': 'image/svg+xml' } });
  return undefined;
}

/** True when a browser says that another site's page sends this: no sandbox may be driven from elsewhere. */
export function comesFromElsewhere(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** A moment as pages show it, in Japan's time, to the second. */
export function shownTime(lang: Lang, moment: Date): string {
  const locale = lang === 'ja' ? 'ja-JP' : 'en-GB';
  const shown = { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Tokyo' } as const;
  return `${new Intl.DateTimeFormat(locale, shown).format(moment)} JST`;
}

export function shownYen(lang: Lang, yen: number): string {
  return lang === 'ja' ? `${yen.toLocaleString('ja-JP')}円` : `JPY ${yen.toLocaleString('en-GB')}`;
}
