// Where the mail's link leads. The code stands behind `#`, which no server gets; a script puts it into the form, without one
// it is pasted. A GET changes nothing, so who fetches links for safety's sake uses nothing up.
import { Hono } from 'hono';
import { isId } from '../../../lib/ids.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { openByLink } from '../../../registrations/procedures/procedure-links.ts';
import { setFormCookie } from '../../cookies.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { type Env, formOf, openCtxOf, type Req } from '../../request.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { CodeForm } from '../code-form.tsx';
import { openWords } from './open-words.ts';

export const openScreens = new Hono<Env>();

const { ja, en } = openWords;

openScreens.get(paths.openRegistration, (c) => c.html(openPage(c, '')));

openScreens.post(paths.openRegistration, async (c) => {
  const { code = '' } = await formOf(c);
  const again = (words: FieldProblem) => c.html(openPage(c, code, [words]), errorStatus.invalid);
  if (code.trim() === '') return again({ field: 'code', ja: ja.codeMissing, en: en.codeMissing });
  try {
    const { cookie, procedureId } = await openByLink(openCtxOf(c), code);
    setFormCookie(c, cookie);
    return c.redirect(paths.form(procedureId), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not_found') throw error;
    return again({ field: 'code', ja: ja.codeWrong, en: en.codeWrong });
  }
});

function openPage(c: Req, code: string, problems: readonly FieldProblem[] = []): string {
  const { lang } = c.var;
  const w = openWords[lang];
  const asked = c.req.query('form') ?? '';
  const back = isId(asked) ? paths.form(asked) : paths.requestProcedure;
  return page(
    <Layout
      {...frameOf(c)}
      path={paths.openRegistration}
      title={w.title}
      hasErrors={problems.length > 0}
      islands={['one-time-link']}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <p>{w.lead}</p>
      <CodeForm
        {...{ lang, action: paths.openRegistration, code, problems }}
        words={{ label: w.code, help: w.codeHelp, submit: w.open }}
      />
      <ul>
        <li>
          <a href={paths.registrationGuides}>{w.again}</a>
        </li>
        <li>
          <a href={`${paths.signIn}?back=${encodeURIComponent(back)}`}>{w.signIn}</a>
        </li>
      </ul>
    </Layout>,
  );
}
