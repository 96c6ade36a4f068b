import type { FieldProblem } from '../lib/refusal.ts';
import { type ErrorCode, errorTexts, errorWords } from './errors-words.ts';
import { paths } from './paths.ts';
import { ButtonLink, ButtonRow } from './ui/button.tsx';
import { Layout, type LayoutProps } from './ui/layout.tsx';
import { shellPaths } from './ui/shell-paths.ts';

/** The HTTP status of each code. */
export const errorStatus = {
  not_signed_in: 401,
  not_allowed: 403,
  proof_needed: 403,
  factor_needed: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  too_many: 429,
  too_large: 413,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

type ErrorPageProps = Pick<
  LayoutProps,
  'lang' | 'path' | 'section' | 'chamber' | 'user' | 'client' | 'menu' | 'contact'
> & {
  code: ErrorCode;
  /** Finds the request in our log; shown so that it can be told to us. */
  requestId: string;
  problems?: readonly FieldProblem[] | undefined;
  retryAfterSeconds?: number | undefined;
};

/** The page for a refusal that its own screen did not show, and for faults of ours. Says nothing of their causes. */
export function errorPage(props: ErrorPageProps) {
  const { code, lang, requestId, problems = [], retryAfterSeconds, ...frame } = props;
  const text = errorTexts[lang][code];
  const w = errorWords[lang];
  return (
    <Layout {...frame} lang={lang} title={text.title}>
      <p>{text.meaning}</p>
      <p>
        {text.todo}
        {retryAfterSeconds === undefined ? null : ` ${w.retryAfter(retryAfterSeconds)}`}
      </p>
      {problems.length === 0 ? null : (
        <ul>
          {problems.map((problem) => (
            <li>{problem[lang]}</li>
          ))}
        </ul>
      )}
      <ButtonRow>
        <WayOn code={code} lang={lang} path={props.path} />
      </ButtonRow>
      <p class="quiet">
        {w.requestId}: <span translate="no">{requestId}</span>
      </p>
    </Layout>
  );
}

/** The one thing to do now. */
function WayOn({ code, lang, path }: Pick<ErrorPageProps, 'code' | 'lang' | 'path'>) {
  const w = errorWords[lang];
  const back = `?back=${encodeURIComponent(path)}`;
  const ways: Partial<Record<ErrorCode, { href: string; words: string }>> = {
    not_signed_in: { href: `${shellPaths.signIn}${back}`, words: w.signIn },
    proof_needed: { href: `${paths.prove}${back}`, words: w.prove },
    factor_needed: { href: paths.secondFactor, words: w.setUp },
  };
  const way = ways[code];
  if (way === undefined) return <ButtonLink href={shellPaths.home}>{w.home}</ButtonLink>;
  return (
    <ButtonLink href={way.href} tone="primary">
      {way.words}
    </ButtonLink>
  );
}
