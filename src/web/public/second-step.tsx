// The second half of a sign-in, for an ID with a second factor.
import { Hono } from 'hono';
import { challengeSignIn, finishSignIn, readSignInStep, stepOver } from '../../accounts/finish-sign-in.ts';
import type { FactorKind } from '../../accounts/second-factor.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { FactorFields, factorProblem, givenIn } from '../account/factor-fields.tsx';
import { factorWords } from '../account/factor-words.ts';
import {
  clearStepCookie,
  lastChamberCookie,
  setLastChamberCookie,
  setSessionCookie,
  setStepCookie,
  stepCookie,
} from '../cookies.ts';
import { errorStatus } from '../errors.tsx';
import { frameOf } from '../frame.ts';
import { carried, type KeptForm, keptIn } from '../kept-form.ts';
import { comes } from '../middleware/entry.ts';
import type { FindPageForm } from '../page-forms.ts';
import { paths, safeBack } from '../paths.ts';
import { addressOf, type Env, formOf, hasForm, openCtxOf, type Req } from '../request.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { keptFormPage } from './kept-form-page.tsx';
import { signInPage } from './sign-in-page.tsx';

/** @param find the forms that may be carried through the sign-in */
export function secondStepScreens(find: FindPageForm): Hono<Env> {
  const screens = new Hono<Env>();
  screens.get(paths.secondStep, showStep);
  screens.post(paths.secondStep, (c) => finish(c, find));
  screens.post(paths.secondStepPasskey, async (c) => {
    const asked = await challengeSignIn(openCtxOf(c), stepCookie(c) ?? '');
    // The page's script loads the page again, which leads to the password.
    if (asked === stepOver) throw new Refusal('conflict');
    return c.json(asked);
  });
  return screens;
}

type Carried = { back: string; kept?: KeptForm | undefined };

/** From the right password to here; a form that is carried comes along in the page itself. */
export async function toSecondStep(c: Req, step: string, { back, kept }: Carried): Promise<Response> {
  setStepCookie(c, step);
  if (!kept) return c.redirect(`${paths.secondStep}?back=${encodeURIComponent(back)}`, 303);
  const kinds = await readSignInStep(openCtxOf(c), step);
  return kinds === stepOver ? over(c, { back, kept }) : c.html(stepPage(c, kinds, { back, kept }));
}

async function showStep(c: Req): Promise<Response> {
  const back = safeBack(c.req.query('back'));
  if (c.var.actor) return c.redirect(back, 303);
  const kinds = await readSignInStep(openCtxOf(c), stepCookie(c) ?? '');
  return kinds === stepOver ? over(c, { back }) : c.html(stepPage(c, kinds, { back }));
}

/** The password is to be typed again. */
function over(c: Req, { back, kept }: Carried): Response | Promise<Response> {
  clearStepCookie(c);
  if (!kept) return c.redirect(`${paths.signIn}?over&back=${encodeURIComponent(back)}`, 303);
  return c.html(signInPage(c, { chamber: lastChamberCookie(c), id: '', back }, { why: 'over', kept }), 422);
}

async function finish(c: Req, find: FindPageForm): Promise<Response> {
  const form = await formOf(c);
  const kept = hasForm(c) ? keptIn(await c.req.formData(), find) : undefined;
  const [back, cookie, given] = [safeBack(form['back']), stepCookie(c) ?? '', givenIn(form)];
  const kinds = await readSignInStep(openCtxOf(c), cookie);
  if (kinds === stepOver) return over(c, { back, kept });
  const again = (problem: FieldProblem, status: 422 | 429) =>
    c.html(stepPage(c, kinds, { back, kept, problems: [problem] }), status);
  if (!given) return again(factorProblem('missing', given, kinds), 422);
  try {
    const signedIn = await finishSignIn(
      { ...openCtxOf(c), limits: c.var.deps.limits },
      { cookie, given, browser: c.req.header('user-agent') ?? '', address: addressOf(c) },
    );
    if (signedIn === stepOver) return await over(c, { back, kept });
    if (!signedIn) return again(factorProblem('wrong', given, kinds), 422);
    clearStepCookie(c);
    setSessionCookie(c, signedIn.cookie);
    setLastChamberCookie(c, signedIn.actor.chamberId);
    if (!kept) return c.redirect(back, 303);
    await comes(c, signedIn.actor);
    return c.html(keptFormPage(c, kept));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'too_many') throw error;
    const waitSeconds = error.retryAfterSeconds ?? 60;
    c.header('retry-after', String(waitSeconds));
    return again(factorProblem({ waitSeconds }, given, kinds), errorStatus.too_many);
  }
}

type Shown = Carried & { problems?: readonly FieldProblem[] };

function stepPage(c: Req, kinds: readonly FactorKind[], { back, kept, problems = [] }: Shown): string {
  const { lang } = c.var;
  const w = factorWords[lang];
  return page(
    <Layout
      {...frameOf(c)}
      path={`${paths.secondStep}?back=${encodeURIComponent(back)}`}
      title={w.secondTitle}
      hasErrors={problems.length > 0}
      fixedLanguage={kept !== undefined}
      islands={kinds.includes('passkey') ? ['passkey'] : []}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <p>{w.secondLead}</p>
      <form method="post" action={paths.secondStep}>
        <input type="hidden" name="back" value={back} />
        {kept && carried(kept).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <FactorFields {...{ lang, kinds, problems }} askAt={paths.secondStepPasskey} />
      </form>
      <p class="quiet">
        <a href={paths.signIn}>{w.startOver}</a>
      </p>
    </Layout>,
  );
}
