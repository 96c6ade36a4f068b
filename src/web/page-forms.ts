// Which addresses take a form of a signed-in person's page, and which page such a form stands on.
import type { Hono } from 'hono';
import { paths, safeBack } from './paths.ts';
import type { Env } from './request.ts';

/** One of our own forms. */
export type PageForm = {
  /** Where it is posted to: path and query. */
  address: string;
  /** The page it stands on: path and query. */
  page: string;
  /** The page's address as it is written in `paths`: `/applications/:id/boxes`. */
  pagePattern: string;
};

/** The form that is posted to an address; undefined for an address that is not ours, or takes no such form. */
export type FindPageForm = (address: string) => PageForm | undefined;

/** Nobody's work: signing in and out, the language; and what is posted by scripts, which keep it themselves. */
const others: ReadonlySet<string> = new Set([
  ...[paths.signIn, paths.signOut, paths.language, paths.check, paths.gatewayNotice],
  ...[paths.oneTimeLink, paths.choosePassword, paths.forgotten],
  // Showing who one is, and what a passkey's script asks for.
  ...[paths.secondStep, paths.secondStepPasskey, paths.prove, paths.provePasskey, paths.askPasskey],
  paths.goodsLines(':id'),
  ...[paths.startRegistration(':chamber'), paths.registrationLink(':chamber'), paths.openRegistration],
]);

const isOther = (pattern: string): boolean =>
  pattern.startsWith('/api/') ||
  pattern.endsWith('/autosave') ||
  // Whoever holds the link of a registration's form has no ID to sign in with: its screens keep what is typed themselves.
  pattern.startsWith(paths.form('')) ||
  others.has(pattern);

/** `/a/b/c`, `/a/b`, `/a`. */
function upwards(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, cut) => parts.slice(0, parts.length - cut).join('/'));
}

/** Asks the app's own router, so that no list of forms can be forgotten. Only once all routes are there. */
export function pageFormsOf(app: Hono<Env>): FindPageForm {
  const patternOf = (method: 'GET' | 'POST', path: string): string | undefined =>
    app.router
      .match(method, path)[0]
      .map(([[, route]]) => route)
      .find((route) => route.method === method && !route.path.endsWith('*'))?.path;

  return (address) => {
    if (safeBack(address) !== address) return undefined;
    // Through the parser, so that what is asked here is what a browser would ask: `/a/../sign-out` is `/sign-out`.
    const { pathname, search } = new URL(address, 'http://own.invalid');
    // The router would read `%6e` as a letter; none of our addresses needs one.
    if (pathname.startsWith('//') || pathname.includes('%')) return undefined;
    const pattern = patternOf('POST', pathname);
    if (pattern === undefined || isOther(pattern)) return undefined;
    // The page is what can be read at the address itself, or above it: `…/:id/claim` stands on `…/:id`.
    const above = upwards(pathname).find((path) => patternOf('GET', path) !== undefined) ?? paths.home;
    return {
      ...{ address: pathname + search, page: above === pathname ? pathname + search : above },
      pagePattern: patternOf('GET', above) ?? paths.home,
    };
  };
}
