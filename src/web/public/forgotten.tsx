import { Hono } from 'hono';
import { forgotPassword } from '../../accounts/forgotten-password.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { lastChamberCookie } from '../cookies.ts';
import { errorStatus } from '../errors.tsx';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { addressOf, type Env, formOf, openCtxOf, type Req } from '../request.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { forgottenWords } from './forgotten-words.ts';

export const forgottenScreens = new Hono<Env>();

forgottenScreens.get(paths.forgotten, (c) =>
  c.html(c.req.query('sent') === undefined ? formPage(c, { chamber: lastChamberCookie(c), id: '' }) : sentPage(c)),
);

forgottenScreens.post(paths.forgotten, async (c) => {
  const { chamber = '', id = '' } = await formOf(c);
  const missing = missingIn({ chamber, id });
  if (missing.length > 0) return c.html(formPage(c, { chamber, id }, missing), 422);
  try {
    await forgotPassword(
      { ...openCtxOf(c), limits: c.var.deps.limits },
      { chamberId: chamber, loginId: id, address: addressOf(c) },
    );
    return c.redirect(`${paths.forgotten}?sent`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'too_many') throw error;
    const seconds = error.retryAfterSeconds ?? 60;
    c.header('retry-after', String(seconds));
    return c.html(formPage(c, { chamber, id }, [waitProblem(seconds)]), errorStatus.too_many);
  }
});

const { ja, en } = forgottenWords;

type Typed = { chamber: string; id: string };

function missingIn({ chamber, id }: Typed): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (chamber.trim() === '') problems.push({ field: 'chamber', ja: ja.chamberMissing, en: en.chamberMissing });
  if (id.trim() === '') problems.push({ field: 'id', ja: ja.idMissing, en: en.idMissing });
  return problems;
}

function waitProblem(seconds: number): FieldProblem {
  const minutes = Math.ceil(seconds / 60);
  return { field: 'chamber', ja: ja.wait(minutes), en: en.wait(minutes) };
}

function formPage(c: Req, { chamber, id }: Typed, problems: readonly FieldProblem[] = []): string {
  const { lang } = c.var;
  const w = forgottenWords[lang];
  return page(
    <Layout
      {...frameOf(c)}
      title={w.title}
      back={{ href: paths.signIn, label: w.toSignIn }}
      hasErrors={problems.length > 0}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <p>{w.lead}</p>
      <form method="post" action={paths.forgotten}>
        <TextField
          {...{ lang, name: 'chamber', label: w.chamber, help: w.chamberHelp, value: chamber, width: 'tiny' }}
          {...{ required: true, inputmode: 'numeric', maxlength: 10 }}
          error={problemFor(problems, lang, 'chamber')}
        />
        <TextField
          {...{ lang, name: 'id', label: w.id, help: w.idHelp, value: id, width: 'short' }}
          {...{ required: true, autocomplete: 'username', spellcheck: false, maxlength: 40 }}
          error={problemFor(problems, lang, 'id')}
        />
        <ButtonRow>
          <Button tone="primary">{w.submit}</Button>
        </ButtonRow>
      </form>
      <p class="quiet">
        <a href={paths.idKinds}>{w.idKinds}</a>
      </p>
    </Layout>,
  );
}

/** The same whatever was typed: it does not tell strangers which IDs there are. */
function sentPage(c: Req): string {
  const { lang } = c.var;
  const w = forgottenWords[lang];
  return page(
    <Layout {...frameOf(c)} title={w.title}>
      <Notice tone="success" heading={w.sent}>
        <p>{w.sentText}</p>
      </Notice>
      <h2>{w.noMail}</h2>
      <ul>
        <li>{w.noMailSpam}</li>
        <li>{w.noMailId}</li>
        <li>{w.noMailUser}</li>
        <li>{w.noMailChamber}</li>
      </ul>
      <ButtonRow>
        <ButtonLink href={paths.signIn}>{w.toSignIn}</ButtonLink>
        <ButtonLink href={paths.forgotten} tone="link">
          {w.again}
        </ButtonLink>
      </ButtonRow>
    </Layout>,
  );
}
