import { PostButton } from './button.tsx';
import { shellPaths } from './shell-paths.ts';
import { shellWords } from './shell-words.ts';
import type { Lang } from './words.ts';

export type MenuItem = { href: string; label: string; current?: boolean };
/** Who is signed in. `role` in the words of the page's language. */
export type SignedIn = { name: string; id: string; role: string };

type HeaderProps = {
  lang: Lang;
  path: string;
  section: 'firm' | 'chamber' | 'public';
  chamber?: string | undefined;
  site?: string | undefined;
  user?: SignedIn | undefined;
  client?: string | undefined;
  menu?: readonly MenuItem[];
  fixedLanguage?: boolean | undefined;
};

/** The top of every page: system, chamber, who is signed in, the other language. Strangers see whose page it is, and the language. */
export function Header(props: HeaderProps) {
  const w = shellWords[props.lang];
  const brand = props.section !== 'public';
  return (
    <header class="header">
      <div class="header-line">
        <p class="header-names">
          {brand ? (
            <a class="wordmark" href={shellPaths.home} translate="no">
              {w.system}
            </a>
          ) : null}
          {props.site === undefined ? null : <span class="header-chamber">{props.site}</span>}
          {props.chamber === undefined ? null : <span class="header-chamber">{props.chamber}</span>}
        </p>
        <div class="header-person">
          {props.client === undefined ? null : <Client lang={props.lang} firm={props.client} />}
          {props.user === undefined ? null : <Person lang={props.lang} user={props.user} />}
          {props.fixedLanguage ? null : <OtherLanguage {...props} />}
          {props.user === undefined ? null : (
            <PostButton action={shellPaths.signOut} tone="link">
              {w.signOut}
            </PostButton>
          )}
        </div>
      </div>
      {brand && props.menu !== undefined && props.menu.length > 0 ? (
        <Menu lang={props.lang} items={props.menu} />
      ) : null}
    </header>
  );
}

function OtherLanguage({ lang, path }: Pick<HeaderProps, 'lang' | 'path'>) {
  const other = lang === 'ja' ? 'en' : 'ja';
  return (
    <PostButton action={shellPaths.language} values={{ lang: other, back: path }} tone="link" labelLang={other}>
      {shellWords[lang].otherLanguage}
    </PostButton>
  );
}

function Person(props: { lang: Lang; user: SignedIn }) {
  return (
    <p class="person">
      <span class="unseen">{shellWords[props.lang].signedInAs}: </span>
      <span class="person-name">{props.user.name}</span>
      <span class="person-id" translate="no">
        {props.user.id}
      </span>
      <span class="person-role">{props.user.role}</span>
    </p>
  );
}

/** Whose work is done, before who does it: who works for several must never mistake one for another. */
function Client({ lang, firm }: { lang: Lang; firm: string }) {
  const w = shellWords[lang];
  return (
    <p class="person">
      <span class="unseen">{w.client}: </span>
      <span class="person-name">{firm}</span>
      <a href={shellPaths.clients}>{w.switchClient}</a>
    </p>
  );
}

function Menu(props: { lang: Lang; items: readonly MenuItem[] }) {
  return (
    <nav class="menu" aria-label={shellWords[props.lang].menu}>
      <ul>
        {props.items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
