// A number that a firm says on the telephone leads to its case, whatever became of it.
import { Hono } from 'hono';
import { findCase } from '../../certificates/find-case.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { errorStatus } from '../errors.tsx';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env, type Req } from '../request.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { fieldId, problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Lang } from '../ui/words.ts';
import { caseWords } from './case-words.ts';
import { findCaseWords } from './find-case-words.ts';

export const findCaseScreens = new Hono<Env>();

const maxNumber = 60;

findCaseScreens.get(paths.findCase, async (c) => {
  const typed = (c.req.query('number') ?? '').toWellFormed().replaceAll('\0', '').trim().slice(0, maxNumber);
  try {
    return c.redirect(paths.deskCase(await findCase(ctxOf(c), typed)), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    return c.html(findPage(c, typed, error.fields), errorStatus.invalid);
  }
});

function findPage(c: Req, typed: string, problems: readonly FieldProblem[]): string {
  const { lang } = c.var;
  const w = findCaseWords[lang];
  const back = { href: paths.queue, label: caseWords[lang].queue };
  return page(
    <Layout {...frameOf(c)} title={w.title} back={back} hasErrors>
      <ErrorSummary lang={lang} problems={problems} />
      <search>
        <form method="get" action={paths.findCase}>
          <TextField
            {...{ lang, name: 'number', label: w.label, help: w.help, value: typed, required: true }}
            {...{ width: 'middle', maxlength: maxNumber, spellcheck: false }}
            error={problemFor(problems, lang, 'number')}
          />
          <Button tone="primary">{w.find}</Button>
        </form>
      </search>
    </Layout>,
  );
}

/** In one line of the pages where staff begin. */
export function FindCase({ lang }: { lang: Lang }) {
  const w = findCaseWords[lang];
  const id = fieldId('number');
  return (
    <search>
      <form method="get" action={paths.findCase} class="desk-actions" aria-label={w.title}>
        <label class="desk-bar-text" for={id}>
          {w.label}
        </label>
        <input
          {...{ id, type: 'text', name: 'number', class: 'input input-short', autocomplete: 'off', spellcheck: false }}
          maxlength={maxNumber}
        />
        <Button>{w.find}</Button>
      </form>
    </search>
  );
}
