// リファレンスシステム: anyone who holds a paper asks here whether it is real. No sign-in, no cookie, no script; and nothing
// that was typed in an address.
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import { Refusal } from '../../lib/refusal.ts';
import { checkLimits } from '../../verification/check-limits.ts';
import {
  type CheckCtx,
  type CheckedCertificate,
  checkByNumber,
  checkByToken,
} from '../../verification/find-certificate.ts';
import { langCookie } from '../cookies.ts';
import { errorStatus } from '../errors.tsx';
import { paths } from '../paths.ts';
import { addressOf, type Deps, type Env, formOf, openCtxOf, type Req } from '../request.ts';
import { page } from '../ui/layout.tsx';
import { langOf, langs } from '../ui/words.ts';
import { ReferenceForm, ReferenceNotFound, ReferenceWait } from './reference-form.tsx';
import { dateIn, missingIn, typedIn } from './reference-input.ts';
import { ReferenceResult } from './reference-result.tsx';

/** Both, as the QR says it in capitals so that it is small, and a mail program may have made small letters of it. */
const scanned = [paths.reference(':token'), paths.reference(':token').toUpperCase().replace(':TOKEN', ':token')];

export function referenceScreens(deps: Pick<Deps, 'db'>): Hono<Env> {
  const limits = checkLimits(deps.db);
  const ctxFor = (c: Req): CheckCtx => ({ ...openCtxOf(c), limits });
  const screens = new Hono<Env>();
  for (const path of [...scanned, paths.check]) screens.use(path, strangers);

  screens.get(paths.check, (c) => c.html(page(<ReferenceForm lang={c.var.lang} />)));

  screens.post(paths.check, async (c) => {
    const typed = typedIn(isForm(c) ? await formOf(c) : {});
    const { lang } = c.var;
    const problems = missingIn(typed);
    if (problems.length > 0) return c.html(page(<ReferenceForm {...{ lang, typed, problems }} />), errorStatus.invalid);
    const { number, accessCode } = typed;
    const asked = { number, accessCode, date: dateIn(typed), address: addressOf(c) };
    return answer(c, paths.check, () => checkByNumber(ctxFor(c), asked));
  });

  for (const path of scanned)
    screens.get(path, (c: Context<Env, ':token'>) => {
      const token = c.req.param('token') ?? '';
      return answer(c, c.req.path, () => checkByToken(ctxFor(c), { token, address: addressOf(c) }));
    });
  return screens;
}

/** By the first part of a tag: a browser may say only `ja-JP`. English for everybody whose language we do not write. */
const strangersLang = (c: Req): string =>
  accepts(c, {
    ...{ header: 'Accept-Language', supports: [...langs], default: 'en' },
    match: (asked, { supports, default: other }) =>
      asked
        .toSorted((a, b) => b.q - a.q)
        .map(({ type }) => type.split('-')[0]?.toLowerCase() ?? '')
        .find((lang) => supports.includes(lang)) ?? other,
  });

/** Stricter than for our own pages: there is no script. */
const strangers: MiddlewareHandler<Env> = async (c, next) => {
  c.set('lang', langOf(langCookie(c) ?? strangersLang(c)));
  c.header('x-robots-tag', 'noindex, nofollow');
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
  c.header(
    'content-security-policy',
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; " +
      "frame-ancestors 'none'; base-uri 'none'",
  );
  await next();
};

/** What our own form sends. Anything else is read as an empty one, and told what to enter. */
const isForm = (c: Req): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type')?.trim() ?? '');

/** @param path where a change of language leads back to */
async function answer(c: Req, path: string, check: () => Promise<CheckedCertificate | undefined>): Promise<Response> {
  const { lang, now, deps } = c.var;
  try {
    const found = await check();
    if (!found) return c.html(page(<ReferenceNotFound lang={lang} />), errorStatus.not_found);
    const { host } = new URL(deps.base);
    return c.html(page(<ReferenceResult {...{ lang, path, found, host, now }} />));
  } catch (error) {
    if (!(error instanceof Refusal) || error.retryAfterSeconds === undefined) throw error;
    const { retryAfterSeconds } = error;
    c.header('retry-after', String(retryAfterSeconds));
    const wait = <ReferenceWait {...{ lang, retryAfterSeconds, scanned: path !== paths.check }} />;
    return c.html(page(wait), errorStatus.too_many);
  }
}
