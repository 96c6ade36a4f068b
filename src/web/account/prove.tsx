// Shows again who one is, in a session that is open; what was typed meanwhile is carried along.
import { Hono } from 'hono';
import { challengeProof, type Given, proveOneself, readOwnKinds } from '../../accounts/prove.ts';
import type { FactorKind } from '../../accounts/second-factor.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { errorStatus } from '../errors.tsx';
import { frameOf } from '../frame.ts';
import { carried, carriedBytes, type KeptForm, keptForm, keptIn, saysSomething } from '../kept-form.ts';
import type { FindPageForm } from '../page-forms.ts';
import { paths, safeBack } from '../paths.ts';
import { keptFormPage } from '../public/kept-form-page.tsx';
import { addressOf, ctxOf, type Env, formOf, hasForm, pathOf, type Req } from '../request.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { PasswordField } from '../ui/text-field.tsx';
import { FactorFields, factorProblem, givenIn } from './factor-fields.tsx';
import { factorWords } from './factor-words.ts';

/** @param find the forms that may be carried through it */
export function proveScreens(find: FindPageForm): Hono<Env> {
  const screens = new Hono<Env>();
  screens.get(paths.prove, async (c) => {
    const kinds = await readOwnKinds(ctxOf(c));
    return c.html(provePage(c, kinds, { back: safeBack(c.req.query('back')) }));
  });
  screens.post(paths.prove, (c) => prove(c, find));
  screens.post(paths.provePasskey, async (c) => c.json(await challengeProof(ctxOf(c))));
  return screens;
}

/**
 * The answer to a request that met `proof_needed`: the page that asks for the proof, with the form that was sent, where it
 * fits. undefined: it cannot be carried, or a script has sent it, which keeps it itself.
 * @param how.limit bytes of a form
 */
export async function askProof(
  c: Req,
  { find, limit }: { find: FindPageForm; limit: number },
): Promise<Response | undefined> {
  const to = (back: string): Response => c.redirect(`${paths.prove}?back=${encodeURIComponent(back)}`, 303);
  if (c.req.method === 'GET') return to(pathOf(c));
  const form = hasForm(c) ? find(pathOf(c)) : undefined;
  const mode = c.req.header('sec-fetch-mode');
  if (!form || (mode !== undefined && mode !== 'navigate')) return undefined;
  const kept = keptForm(form, c.var.now, await c.req.formData());
  if (carriedBytes(kept) > limit) return undefined;
  // A button without fields has nothing to keep: one comes back to its page.
  if (!saysSomething(kept) && kept.files.length === 0) return to(form.page);
  const kinds = await readOwnKinds(ctxOf(c));
  return c.html(provePage(c, kinds, { back: form.page, kept }), errorStatus.proof_needed);
}

async function prove(c: Req, find: FindPageForm): Promise<Response> {
  const ctx = ctxOf(c);
  const form = await formOf(c);
  const kept = hasForm(c) ? keptIn(await c.req.formData(), find) : undefined;
  const back = safeBack(form['back']);
  const kinds = await readOwnKinds(ctx);
  const given = givenProof(form, kinds);
  const again = (why: Why, status: 422 | 429) =>
    c.html(provePage(c, kinds, { back, kept, problems: [problemOf(why, given, kinds)] }), status);
  if (!given) return again('missing', 422);
  try {
    const right = await proveOneself({ ...ctx, limits: c.var.deps.limits }, { given, address: addressOf(c) });
    if (!right) return again('wrong', 422);
    return kept ? c.html(keptFormPage(c, kept, 'proof')) : c.redirect(back, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'too_many') throw error;
    const waitSeconds = error.retryAfterSeconds ?? 60;
    c.header('retry-after', String(waitSeconds));
    return again({ waitSeconds }, errorStatus.too_many);
  }
}

function givenProof(form: Readonly<Record<string, string>>, kinds: readonly FactorKind[]): Given | undefined {
  if (kinds.length > 0) return givenIn(form);
  const { password = '' } = form;
  return password === '' ? undefined : { kind: 'password', password };
}

type Why = 'missing' | 'wrong' | { waitSeconds: number };
const { ja, en } = factorWords;

function problemOf(why: Why, given: Given | undefined, kinds: readonly FactorKind[]): FieldProblem {
  if (kinds.length > 0) return factorProblem(why, given?.kind === 'password' ? undefined : given, kinds);
  const field = 'password';
  if (typeof why === 'object') return { field, ja: ja.wait(why.waitSeconds), en: en.wait(why.waitSeconds) };
  const said = why === 'missing' ? 'passwordMissing' : 'wrongPassword';
  return { field, ja: ja[said], en: en[said] };
}

type Shown = { back: string; kept?: KeptForm | undefined; problems?: readonly FieldProblem[] };

function provePage(c: Req, kinds: readonly FactorKind[], { back, kept, problems = [] }: Shown): string {
  const { lang } = c.var;
  const w = factorWords[lang];
  return page(
    <Layout
      {...frameOf(c)}
      path={`${paths.prove}?back=${encodeURIComponent(back)}`}
      title={w.proveTitle}
      hasErrors={problems.length > 0}
      fixedLanguage={kept !== undefined}
      islands={kinds.length === 0 ? ['reveal-password'] : ['passkey']}
    >
      <ErrorSummary lang={lang} problems={problems} />
      {kept ? (
        <Notice tone="info" heading={w.keptHeading}>
          {saysSomething(kept) ? <p>{w.kept}</p> : null}
          {kept.files.length > 0 ? <p>{w.fileNotKept}</p> : null}
        </Notice>
      ) : null}
      <p>{w.proveLead}</p>
      <form method="post" action={paths.prove}>
        <input type="hidden" name="back" value={back} />
        {kept && carried(kept).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        {kinds.length > 0 ? (
          <FactorFields {...{ lang, kinds, problems }} askAt={paths.provePasskey} />
        ) : (
          <>
            <PasswordField
              {...{ lang, name: 'password', label: w.password, width: 'middle', required: true }}
              autocomplete="current-password"
              error={problemFor(problems, lang, 'password')}
            />
            <ButtonRow>
              <Button tone="primary">{w.check}</Button>
            </ButtonRow>
          </>
        )}
      </form>
    </Layout>,
  );
}
