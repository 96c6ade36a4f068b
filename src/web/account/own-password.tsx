import { Hono } from 'hono';
import { changeOwnPassword } from '../../accounts/change-password.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { errorStatus } from '../errors.tsx';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { addressOf, ctxOf, type Env, formOf, type Req } from '../request.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { PasswordField } from '../ui/text-field.tsx';
import { ownPasswordWords } from './own-password-words.ts';
import { PasswordRules } from './password-rules.tsx';

export const ownPasswordScreens = new Hono<Env>();

ownPasswordScreens.get(paths.password, (c) => {
  const ctx = ctxOf(c);
  return c.html(ownPasswordPage(c, ctx.actor.loginId, { changed: c.req.query('changed') !== undefined }));
});

ownPasswordScreens.post(paths.password, async (c) => {
  const ctx = ctxOf(c);
  const form = await formOf(c);
  // Names with `password` in them are never carried through a sign-in (kept-form).
  const [current = '', next = ''] = [form['current-password'], form['next-password']];
  const again = (problems: readonly FieldProblem[], status: 422 | 429) =>
    c.html(ownPasswordPage(c, ctx.actor.loginId, { problems }), status);
  if (current === '') return again([missing], 422);
  try {
    await changeOwnPassword({ ...ctx, limits: c.var.deps.limits }, { current, next, address: addressOf(c) });
    return c.redirect(`${paths.password}?changed`, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'invalid') return again(error.fields.map(asNamed), 422);
    if (error.code !== 'too_many') throw error;
    const seconds = error.retryAfterSeconds ?? 60;
    c.header('retry-after', String(seconds));
    return again([waitProblem(seconds)], errorStatus.too_many);
  }
});

const asNamed = (problem: FieldProblem): FieldProblem => ({ ...problem, field: `${problem.field}-password` });

const { ja, en } = ownPasswordWords;
const missing: FieldProblem = { field: 'current-password', ja: ja.currentMissing, en: en.currentMissing };
const waitProblem = (seconds: number): FieldProblem => ({
  field: 'current-password',
  ja: ja.wait(seconds),
  en: en.wait(seconds),
});

type Say = { changed?: boolean; problems?: readonly FieldProblem[] };

function ownPasswordPage(c: Req, loginId: string, { changed, problems = [] }: Say): string {
  const { lang } = c.var;
  const w = ownPasswordWords[lang];
  return page(
    <Layout {...frameOf(c)} title={w.title} hasErrors={problems.length > 0} islands={['reveal-password']}>
      <ErrorSummary lang={lang} problems={problems} />
      {changed ? (
        <Notice tone="success" heading={w.changed} action={<ButtonLink href={paths.apiKeys}>{w.keys}</ButtonLink>}>
          <p>{w.changedText}</p>
        </Notice>
      ) : null}
      <p>{w.lead}</p>
      <PasswordRules lang={lang} />
      <form method="post" action={paths.password}>
        {/* A password manager asks whose password it keeps. */}
        <input type="text" autocomplete="username" value={loginId} readonly hidden />
        <PasswordField
          {...{ lang, name: 'current-password', label: w.current, width: 'middle', required: true }}
          autocomplete="current-password"
          error={problemFor(problems, lang, 'current-password')}
        />
        <PasswordField
          {...{ lang, name: 'next-password', label: w.next, width: 'middle', required: true }}
          autocomplete="new-password"
          error={problemFor(problems, lang, 'next-password')}
        />
        <ButtonRow>
          <Button tone="primary">{w.submit}</Button>
        </ButtonRow>
      </form>
      <p class="quiet">
        <a href={paths.forgotten}>{w.forgotten}</a>
      </p>
    </Layout>,
  );
}
