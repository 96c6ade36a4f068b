// Where the link in a mail leads. The code is in no address: the browser keeps what stands behind `#` to itself, and it is
// posted from then on. A GET changes nothing, so who fetches links for safety's sake uses nothing up.
import { Hono } from 'hono';
import { choosePassword, readLink } from '../../accounts/choose-password.ts';
import { endSession } from '../../accounts/sessions.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { clearSessionCookie, setLangCookie } from '../cookies.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env, formOf, openCtxOf, type Req } from '../request.ts';
import { type Lang, langOf } from '../ui/words.ts';
import { choosePage, codePage } from './one-time-link-pages.tsx';
import { oneTimeLinkWords } from './one-time-link-words.ts';

export const oneTimeLinkScreens = new Hono<Env>();

oneTimeLinkScreens.get(paths.oneTimeLink, (c) => c.html(codePage(c, { code: '' })));

oneTimeLinkScreens.post(paths.oneTimeLink, async (c) => {
  const { code = '', lang } = await formOf(c);
  if (lang !== undefined) readIn(c, langOf(lang));
  if (code.trim() === '') return c.html(codePage(c, { code, problems: [missing] }), 422);
  return answered(c, code, async () => c.html(choosePage(c, { code, holder: await readLink(openCtxOf(c), code) })));
});

/** The page behind this one holds the code, which its address does not know: its change of language comes here. */
function readIn(c: Req, lang: Lang): void {
  setLangCookie(c, lang);
  c.set('lang', lang);
}

// Somebody has come back to the address of the second page by hand.
oneTimeLinkScreens.get(paths.choosePassword, (c) => c.redirect(paths.oneTimeLink, 303));

oneTimeLinkScreens.post(paths.choosePassword, async (c) => {
  const { code = '', password = '' } = await formOf(c);
  return answered(c, code, async () => {
    const { chamberId, loginId } = await choosePassword(openCtxOf(c), { code, password });
    await leaveHere(c);
    return c.redirect(`${paths.signIn}?${new URLSearchParams({ chosen: '', chamber: chamberId, id: loginId })}`, 303);
  });
});

/** What is wrong with the code is said on the first page, what is wrong with the password on the second. */
async function answered(c: Req, code: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    const problems = error.fields;
    if (problems.some((problem) => problem.field === 'code')) return c.html(codePage(c, { code, problems }), 422);
    return c.html(choosePage(c, { code, problems, holder: await readLink(openCtxOf(c), code) }), 422);
  }
}

/** Whoever was signed in here, perhaps another ID: the page that comes next is the sign-in of the ID of the code. */
async function leaveHere(c: Req): Promise<void> {
  const { actor } = c.var;
  if (actor?.via.kind !== 'session') return;
  clearSessionCookie(c);
  try {
    await endSession(ctxOf(c), actor.via.sessionId);
  } catch (error) {
    // It was a session of this very ID, and has ended with the others.
    if (!(error instanceof Refusal) || error.code !== 'not_found') throw error;
  }
}

const missing: FieldProblem = {
  field: 'code',
  ja: oneTimeLinkWords.ja.codeMissing,
  en: oneTimeLinkWords.en.codeMissing,
};
