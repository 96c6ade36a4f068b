import { raw } from 'hono/html';
import type { Child, PropsWithChildren } from 'hono/jsx';
import { assetPath, islandPath, styleSheets } from './assets.ts';
import { Header, type MenuItem, type SignedIn } from './header.tsx';
import { shellPaths } from './shell-paths.ts';
import { shellWords } from './shell-words.ts';
import type { Lang } from './words.ts';

export type LayoutProps = PropsWithChildren<{
  lang: Lang;
  /** The page's heading and, with the chamber, its title in the browser. */
  title: string;
  /** The address of this page with its query, to come back to after a change of language. */
  path: string;
  /** No change of language: the page holds what was typed, which its address does not know. */
  fixedLanguage?: boolean | undefined;
  /** `firm`: applicants. `chamber`: staff, dense. `public`: strangers; no menu and no brand, only the content. */
  section: 'firm' | 'chamber' | 'public';
  /** The chamber's name in the page's language. */
  chamber?: string | undefined;
  /** On a page for strangers: whose page it is, where no chamber says it. */
  site?: string | undefined;
  user?: SignedIn | undefined;
  /** For which firm who signed in with a sub ID works, in the page's language. */
  client?: string | undefined;
  menu?: readonly MenuItem[];
  /** A link above the heading, back to where one came from. */
  back?: { href: string; label?: string } | undefined;
  /** Says "error" first in the browser's title, which a screen reader reads first. */
  hasErrors?: boolean | undefined;
  /** Names of islands that this page uses. */
  islands?: readonly string[];
  /** The chamber's contact, in the footer. */
  contact?: Child;
  /** Keeps search engines away from pages that are somebody's own; only the front page should say `true`. */
  indexed?: boolean;
}>;

/** The same on every page, so written once. */
const styleLinks = raw(
  styleSheets.map((file) => (<link rel="stylesheet" href={assetPath(file)} />).toString()).join(''),
);

/** The whole document around a page. To send it, see `page`. */
export function Layout(props: LayoutProps) {
  const w = shellWords[props.lang];
  const title = props.hasErrors ? w.errorTitle(props.title) : props.title;
  const owner = [props.chamber, props.site, props.section === 'public' ? undefined : w.system].filter(
    (part) => part !== undefined,
  );
  return (
    <html lang={props.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{[title, ...owner].join(' | ')}</title>
        {props.indexed ? null : <meta name="robots" content="noindex" />}
        {/* Numbers on a certificate are no telephone numbers. */}
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href={assetPath('favicon.svg')} type="image/svg+xml" />
        {styleLinks}
        {props.islands?.map((name) => (
          <script type="module" src={islandPath(name)} />
        ))}
      </head>
      <body class={`section-${props.section}`}>
        <a class="skip" href="#main">
          {w.skip}
        </a>
        <Header {...props} />
        <main id="main" tabindex={-1}>
          {props.back === undefined ? null : (
            <p class="back">
              <a href={props.back.href}>{props.back.label ?? w.back}</a>
            </p>
          )}
          <h1>{props.title}</h1>
          {props.children}
        </main>
        <Footer {...props} />
      </body>
    </html>
  );
}

function Footer(props: Pick<LayoutProps, 'lang' | 'section' | 'chamber' | 'contact'>) {
  const w = shellWords[props.lang];
  return (
    <footer class="footer">
      {props.chamber === undefined ? null : <p class="footer-chamber">{props.chamber}</p>}
      {props.contact === undefined ? null : <div class="footer-contact">{props.contact}</div>}
      {props.section === 'public' ? null : (
        <p class="footer-system">
          {w.system} <a href={shellPaths.environment}>{w.environment}</a> <a href={shellPaths.idKinds}>{w.idKinds}</a>
        </p>
      )}
    </footer>
  );
}

/**
 * A whole document as it is sent: a browser falls into quirks mode without the doctype, and JSX cannot say it.
 * Pages are synchronous; what they show is read before they are drawn.
 */
export function page(document: { toString(): string | Promise<string> }): string {
  const html = document.toString();
  if (typeof html !== 'string') throw new TypeError('a page must not contain asynchronous components');
  return `<!DOCTYPE html>${html}`;
}
