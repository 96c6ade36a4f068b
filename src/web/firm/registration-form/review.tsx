// 確認と送信: everything that was typed, what is to be corrected, what differs from the register, and the button.
import { Hono } from 'hono';
import { Refusal } from '../../../lib/refusal.ts';
import { isOpenToApplicant } from '../../../registrations/procedures/procedure-lifecycle.ts';
import { type FormView, readForm } from '../../../registrations/procedures/read-procedure.ts';
import { readFormChamber } from '../../../registrations/procedures/registration-guide.ts';
import { submitForm } from '../../../registrations/procedures/submit-procedure.ts';
import { paths } from '../../paths.ts';
import { type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatCount } from '../../ui/dates.ts';
import { page } from '../../ui/layout.tsx';
import { nextOpening } from '../../ui/next-opening.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Lang } from '../../ui/words.ts';
import { seenIn } from '../draft/seen-version.ts';
import { Changes, Contents } from './form-contents.tsx';
import { formCtxOf } from './form-ctx.ts';
import { FormFrame, placeName } from './form-frame.tsx';
import { placeHref } from './form-steps.ts';
import { formWords } from './form-words.ts';
import { reviewWords } from './review-words.ts';

export const reviewScreens = new Hono<Env>();

reviewScreens.get(paths.formReview(':id'), (c) => shown(c, 200));

reviewScreens.post(paths.submitForm(':id'), async (c) => {
  const ctx = await formCtxOf(c);
  try {
    await submitForm(ctx, { procedureId: ctx.procedureId, ...seenIn(await formOf(c)) });
    return c.redirect(paths.form(ctx.procedureId), 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // invalid: the page lists every place. conflict: it was changed since, and is to be looked at once more.
    if (error.code === 'invalid') return shown(c, 422);
    if (error.code === 'conflict') return shown(c, 409);
    throw error;
  }
});

async function shown(c: Req, status: 200 | 409 | 422): Promise<Response> {
  const ctx = await formCtxOf(c);
  const view = await readForm(ctx, ctx.procedureId);
  if (!isOpenToApplicant(view.procedure.status)) return c.redirect(paths.form(ctx.procedureId), 303);
  const { calendar } = await readFormChamber(ctx, view.procedure);
  const desk = nextOpening(c.var.lang, c.var.now, calendar);
  return c.html(reviewPage(c, { view, desk, changedSince: status === 409 }), status);
}

type Shown = { view: FormView; desk: string; changedSince: boolean };

function reviewPage(c: Req, { view, desk, changedSince }: Shown): string {
  const { lang } = c.var;
  const [w, f] = [reviewWords[lang], formWords[lang]];
  const isReady = view.problems.length === 0;
  return page(
    <FormFrame {...{ c, step: 'review', view, fixedLanguage: changedSince }}>
      {changedSince ? (
        <Notice tone="error" heading={f.conflictHeading}>
          <p>{w.readyText}</p>
        </Notice>
      ) : null}
      <NextStep
        lang={lang}
        tone={isReady ? 'done' : 'attention'}
        state={isReady ? w.ready : w.notReady(formatCount(view.problems.length))}
        action={isReady ? <ButtonLink href="#submit">{w.toSubmit}</ButtonLink> : undefined}
      >
        <p>{isReady ? w.readyText : w.notReadyText}</p>
      </NextStep>
      {isReady ? null : <Problems lang={lang} view={view} />}
      <Changes lang={lang} view={view} />
      <Contents lang={lang} view={view} />
      <h2>{w.papers}</h2>
      <p>
        {w.papersText(formatCount(view.papers.length))}{' '}
        <a href={paths.formPapers(view.procedure.procedureId)}>{w.papersTo}</a>
      </p>
      <Submit {...{ lang, view, desk }} />
    </FormFrame>,
  );
}

function Problems({ lang, view }: { lang: Lang; view: FormView }) {
  const w = reviewWords[lang];
  const { procedureId, content } = view.procedure;
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">{w.problems}</h2>
      <ul>
        {view.problems.map((one) => (
          <li>
            <a href={placeHref(procedureId, content, one.field)}>{placeName(lang, view.procedure, one.field)}</a>
            {': '}
            {one[lang]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Submit({ lang, view, desk }: { lang: Lang; view: FormView; desk: string }) {
  const w = reviewWords[lang];
  const { procedureId, version, round } = view.procedure;
  return (
    <section aria-labelledby="submit">
      <h2 id="submit">{w.submitHeading}</h2>
      {view.problems.length > 0 ? (
        <>
          <p>{w.submitBlocked}</p>
          <ButtonRow>
            <ButtonLink href="#problems">{w.toProblems}</ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <>
          <p>{w.submitLead}</p>
          <p>{w.submitNext}</p>
          <p>{desk}</p>
          <form method="post" action={paths.submitForm(procedureId)}>
            <input type="hidden" name="version" value={String(version)} />
            <ButtonRow>
              <Button tone="primary">{round > 0 ? w.again : w.submit}</Button>
            </ButtonRow>
          </form>
        </>
      )}
    </section>
  );
}
