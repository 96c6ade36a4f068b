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
import { keptIn } from '../kept-form.ts';
import { comes } from '../middleware/entry.ts';
import type { FindPageForm } from '../page-forms.ts';
import { paths, safeBack } from '../paths.ts';
import { addressOf, ctxOf, type Env, formOf, hasForm, openCtxOf, type Req } from '../request.ts';
import { langOf } from '../ui/words.ts';
import { keptFormPage } from './kept-form-page.tsx';
import { toSecondStep } from './second-step.tsx';
import { type SignInForm, signInPage } from './sign-in-page.tsx';
import { signInWords } from './sign-in-words.ts';

/** @param find the forms that may be carried through the sign-in */
export function signInScreens(find: FindPageForm): Hono<Env> {
  const screens = new Hono<Env>();
  screens.get(paths.signIn, showForm);
  screens.post(paths.signIn, (c) => enter(c, find));
  screens.post(paths.signOut, leave);
  screens.post(paths.language, changeLanguage);
  return screens;
}

function showForm(c: Req): Response | Promise<Response> {
  const back = safeBack(c.req.query('back'));
  if (c.var.actor) return c.redirect(back, 303);
  const why = reasons.find((one) => c.req.query(one) !== undefined);
  // Who has just chosen a password finds the ID here.
  const { chamber = lastChamberCookie(c), id = '' } = c.req.query();
  return c.html(signInPage(c, { chamber, id, back }, { why }));
}

/** Why one comes, as the address says it. */
const reasons = ['ended', 'signed-out', 'chosen', 'over'] as const;

async function enter(c: Req, find: FindPageForm): Promise<Response> {
  const form = await formOf(c);
  const kept = hasForm(c) ? keptIn(await c.req.formData(), find) : undefined;
  const typed = { chamber: form['chamber'] ?? '', id: form['id'] ?? '', back: safeBack(form['back']) };
  const password = form['password'] ?? '';
  const again = async (problems: FieldProblem[], status: 422 | 429): Promise<Response> =>
    c.html(signInPage(c, typed, { problems, kept }), status);
  const missing = missingIn({ ...typed, password });
  if (missing.length > 0) return again(missing, 422);
  try {
    const signedIn = await signIn(
      { ...openCtxOf(c), limits: c.var.deps.limits },
      {
        ...{ chamberId: typed.chamber, loginId: typed.id, password },
        ...{ browser: c.req.header('user-agent') ?? '', address: addressOf(c) },
      },
    );
    if (!signedIn) return await again([wrong], 422);
    if ('step' in signedIn) return await toSecondStep(c, signedIn.step, { back: typed.back, kept });
    setSessionCookie(c, signedIn.cookie);
    setLastChamberCookie(c, signedIn.actor.chamberId);
    if (!kept) return c.redirect(typed.back, 303);
    await comes(c, signedIn.actor);
    return c.html(keptFormPage(c, kept));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'too_many') throw error;
    const seconds = error.retryAfterSeconds ?? 60;
    c.header('retry-after', String(seconds));
    return again([waitProblem(seconds)], errorStatus.too_many);
  }
}

async function leave(c: Req): Promise<Response> {
  const { actor } = c.var;
  if (actor?.via.kind === 'session') await endSession(ctxOf(c), actor.via.sessionId);
  clearSessionCookie(c);
  return c.redirect(`${paths.signIn}?signed-out`, 303);
}

async function changeLanguage(c: Req): Promise<Response> {
  const form = await formOf(c);
  setLangCookie(c, langOf(form['lang']));
  return c.redirect(safeBack(form['back']), 303);
}

const { ja, en } = signInWords;
const wrong: FieldProblem = { field: 'chamber', ja: ja.wrong, en: en.wrong };
const waitProblem = (seconds: number): FieldProblem => ({
  field: 'chamber',
  ja: ja.wait(seconds),
  en: en.wait(seconds),
});

function missingIn(form: SignInForm & { password: string }): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (form.chamber.trim() === '') problems.push({ field: 'chamber', ja: ja.chamberMissing, en: en.chamberMissing });
  if (form.id.trim() === '') problems.push({ field: 'id', ja: ja.idMissing, en: en.idMissing });
  if (form.password === '') problems.push({ field: 'password', ja: ja.passwordMissing, en: en.passwordMissing });
  return problems;
}
