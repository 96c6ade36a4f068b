// A passkey is made: the island asks the browser, and sends the form with its answer.
import { Hono } from 'hono';
import { requireOwner } from '../../accounts/add-factor.ts';
import { factorNameLength } from '../../accounts/second-factor.ts';
import { addPasskey, offerPasskey } from '../../accounts/set-up-passkey.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../request.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PasskeyPlace } from './factor-fields.tsx';
import { recoveryCodesPage } from './recovery-codes-page.tsx';
import { secondFactorWords } from './second-factor-words.ts';

export const newPasskeyScreens = new Hono<Env>();

newPasskeyScreens.get(paths.newPasskey, (c) => {
  requireOwner(ctxOf(c));
  return c.html(passkeyPage(c, secondFactorWords[c.var.lang].passkeyName));
});

newPasskeyScreens.post(paths.askPasskey, async (c) => c.json(await offerPasskey(ctxOf(c))));

newPasskeyScreens.post(paths.newPasskey, async (c) => {
  const { passkey: answer = '', name = '' } = await formOf(c);
  try {
    const { recoveryCodes } = await addPasskey(ctxOf(c), { answer, name });
    if (recoveryCodes) return c.html(recoveryCodesPage(c, recoveryCodes, true));
    return c.redirect(`${paths.secondFactor}?added`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    // The button stands where the name is: an answer that is not right is told there.
    const problems = error.fields.map((problem) =>
      problem.field === 'passkey' ? { ...problem, field: 'name' } : problem,
    );
    return c.html(passkeyPage(c, name, problems), 422);
  }
});

function passkeyPage(c: Req, name: string, problems: readonly FieldProblem[] = []): string {
  const { lang } = c.var;
  const w = secondFactorWords[lang];
  const back = { href: paths.secondFactor, label: w.back };
  return page(
    <Layout {...frameOf(c)} {...{ back, title: w.passkeyTitle, hasErrors: problems.length > 0, islands: ['passkey'] }}>
      <ErrorSummary lang={lang} problems={problems} />
      <p>{w.passkeyLead}</p>
      <form method="post" action={paths.newPasskey}>
        <TextField
          {...{ lang, name: 'name', label: w.name, help: w.nameHelp, width: 'middle', required: true, value: name }}
          maxlength={factorNameLength}
          error={problemFor(problems, lang, 'name')}
        />
        <PasskeyPlace
          {...{ lang, askAt: paths.askPasskey, way: 'make', isMain: true }}
          words={[w.makePasskey, w.waiting, w.failed, w.unsupported]}
        />
      </form>
    </Layout>,
  );
}
