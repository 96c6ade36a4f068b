import { Hono } from 'hono';
import { endSession } from '../../accounts/sessions.ts';
import { signIn } from '../../accounts/sign-in.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import {
  clearSessionCookie,
  lastChamberCookie,
  setLangCookie,
  setLastChamberCookie,
  setSessionCookie,
} from '../cookies.ts';
import { errorStatus } from '../errors.tsx';
import { frameOf } from '../frame.ts';
import { paths, safeBack } from '../paths.ts';
import { addressOf, ctxOf, type Env, formOf, openCtxOf, type Req } from '../request.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { PasswordField, TextField } from '../ui/text-field.tsx';
import { langOf } from '../ui/words.ts';
import { signInWords } from './sign-in-words.ts';

export const signInScreens = new Hono<Env>();

type Form = { chamber: string; id: string; back: string };

signInScreens.get(paths.signIn, (c) => {
  const back = safeBack(c.req.query('back'));
  if (c.var.actor) return c.redirect(back, 303);
  const why =
    c.req.query('ended') !== undefined ? 'ended' : c.req.query('signed-out') !== undefined ? 'out' : undefined;
  return c.html(signInPage(c, { chamber: lastChamberCookie(c), id: '', back }, { why }));
});

signInScreens.post(paths.signIn, async (c) => {
  const form = await formOf(c);
  const typed = { chamber: form['chamber'] ?? '', id: form['id'] ?? '', back: safeBack(form['back']) };
  const password = form['password'] ?? '';
  const missing = missingIn({ ...typed, password });
  if (missing.length > 0) return c.html(signInPage(c, typed, { problems: missing }), 422);
  try {
    const signedIn = await signIn(
      { ...openCtxOf(c), limits: c.var.deps.limits },
      {
        ...{ chamberId: typed.chamber, loginId: typed.id, password },
        ...{ browser: c.req.header('user-agent') ?? '', address: addressOf(c) },
      },
    );
    if (!signedIn) return c.html(signInPage(c, typed, { problems: [wrong] }), 422);
    setSessionCookie(c, signedIn.cookie);
    setLastChamberCookie(c, signedIn.actor.chamberId);
    return c.redirect(typed.back, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'too_many') throw error;
    const seconds = error.retryAfterSeconds ?? 60;
    c.header('retry-after', String(seconds));
    return c.html(signInPage(c, typed, { problems: [waitProblem(seconds)] }), errorStatus.too_many);
  }
});

signInScreens.post(paths.signOut, async (c) => {
  const { actor } = c.var;
  if (actor?.via.kind === 'session') await endSession(ctxOf(c), actor.via.sessionId);
  clearSessionCookie(c);
  return c.redirect(`${paths.signIn}?signed-out`, 303);
});

signInScreens.post(paths.language, async (c) => {
  const form = await formOf(c);
  setLangCookie(c, langOf(form['lang']));
  return c.redirect(safeBack(form['back']), 303);
});

const { ja, en } = signInWords;
const wrong: FieldProblem = { field: 'chamber', ja: ja.wrong, en: en.wrong };
const waitProblem = (seconds: number): FieldProblem => ({
  field: 'chamber',
  ja: ja.wait(seconds),
  en: en.wait(seconds),
});

function missingIn(form: Form & { password: string }): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (form.chamber.trim() === '') problems.push({ field: 'chamber', ja: ja.chamberMissing, en: en.chamberMissing });
  if (form.id.trim() === '') problems.push({ field: 'id', ja: ja.idMissing, en: en.idMissing });
  if (form.password === '') problems.push({ field: 'password', ja: ja.passwordMissing, en: en.passwordMissing });
  return problems;
}

function signInPage(
  c: Req,
  form: Form,
  say: { problems?: readonly FieldProblem[]; why?: 'ended' | 'out' | undefined },
): string {
  const { lang } = c.var;
  const w = signInWords[lang];
  const problems = say.problems ?? [];
  return page(
    <Layout
      {...frameOf(c)}
      path={`${paths.signIn}?back=${encodeURIComponent(form.back)}`}
      title={w.title}
      hasErrors={problems.length > 0}
      indexed
    >
      <ErrorSummary lang={lang} problems={problems} />
      {say.why === 'ended' ? (
        <Notice tone="info" heading={w.endedHeading}>
          <p>{w.ended}</p>
        </Notice>
      ) : null}
      {say.why === 'out' ? <Notice tone="success" heading={w.signedOut} /> : null}
      <p>{w.lead}</p>
      <form method="post" action={paths.signIn}>
        <input type="hidden" name="back" value={form.back} />
        <TextField
          {...{ lang, name: 'chamber', label: w.chamber, help: w.chamberHelp, value: form.chamber, width: 'tiny' }}
          {...{ required: true, inputmode: 'numeric', maxlength: 10 }}
          error={problemFor(problems, lang, 'chamber')}
        />
        <TextField
          {...{ lang, name: 'id', label: w.id, help: w.idHelp, value: form.id, width: 'short' }}
          {...{ required: true, autocomplete: 'username', spellcheck: false, maxlength: 40 }}
          error={problemFor(problems, lang, 'id')}
        />
        <PasswordField
          {...{ lang, name: 'password', label: w.password, width: 'middle', required: true }}
          autocomplete="current-password"
          error={problemFor(problems, lang, 'password')}
        />
        <ButtonRow>
          <Button tone="primary">{w.submit}</Button>
        </ButtonRow>
      </form>
      <p class="quiet">
        <a href={paths.check}>{w.check}</a>
      </p>
    </Layout>,
  );
}
