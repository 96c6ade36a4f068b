// One signatory of the form: a new one, one to correct, one who leaves; and the page that takes a row out.
import { Hono } from 'hono';
import { newId } from '../../../lib/ids.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { ContentSignatory, type RegistrationContent } from '../../../registrations/content.ts';
import { isOpenToApplicant } from '../../../registrations/procedures/procedure-lifecycle.ts';
import { type FormView, readForm } from '../../../registrations/procedures/read-procedure.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { type Env, formOf, type Req } from '../../request.ts';
import { ButtonLink, ButtonRow, PostButton } from '../../ui/button.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { formCtxOf } from './form-ctx.ts';
import { type SavedStep, saveStep } from './save-step.ts';
import { signatoryPage } from './signatory-page.tsx';
import { signatoryFields, signatoryWords } from './signatory-words.ts';

export const signatoryScreens = new Hono<Env>();

const blank = (key: string): ContentSignatory => ContentSignatory.parse({ key });

signatoryScreens.get(paths.newFormSignatory(':id'), async (c) => {
  const view = await openForm(c);
  if (!view) return c.redirect(paths.form(c.req.param('id')), 303);
  return c.html(signatoryPage(c, { view, row: blank(newId(c.var.now)), isNew: true }));
});

signatoryScreens.post(paths.newFormSignatory(':id'), async (c) => {
  const ctx = await formCtxOf(c);
  const form = await formOf(c);
  // The page names the row's key, so that a form that is sent twice adds one signatory.
  const key = ContentSignatory.shape.key.safeParse(form['key']).data ?? newId(c.var.now);
  const typed = typedRow(form, blank(key));
  const saved = await saveStep(ctx, { ...form, version: '' }, (content) => withRow(content, typed));
  return answered(c, saved, { row: typed, isNew: true });
});

signatoryScreens.get(paths.formSignatory(':id', ':key'), async (c) => {
  const view = await openForm(c);
  if (!view) return c.redirect(paths.form(c.req.param('id')), 303);
  const row = rowOf(view.procedure.content, c.req.param('key'));
  const problems = c.req.query('checked') === undefined ? [] : problemsOf(view, row.key);
  return c.html(signatoryPage(c, { view, row, isNew: false, problems }));
});

signatoryScreens.post(paths.formSignatory(':id', ':key'), async (c) => {
  const ctx = await formCtxOf(c);
  const form = await formOf(c);
  const { procedure } = await readForm(ctx, ctx.procedureId);
  const typed = typedRow(form, rowOf(procedure.content, c.req.param('key')));
  // Only this row's fields are put: the signature, which another page makes, stays as it is.
  const saved = await saveStep(ctx, form, (content) => {
    const now = content.signatories.find(({ key }) => key === typed.key);
    return now ? withRow(content, typedRow(form, now)) : content;
  });
  return answered(c, saved, { row: typed, isNew: false });
});

signatoryScreens.get(paths.removeFormSignatory(':id', ':key'), async (c) => {
  const view = await openForm(c);
  if (!view) return c.redirect(paths.form(c.req.param('id')), 303);
  return c.html(removePage(c, view, removable(view.procedure.content, c.req.param('key'))));
});

signatoryScreens.post(paths.removeFormSignatory(':id', ':key'), async (c) => {
  const ctx = await formCtxOf(c);
  const { key } = c.req.param();
  const { procedure } = await readForm(ctx, ctx.procedureId);
  removable(procedure.content, key);
  const saved = await saveStep(ctx, {}, (content) => without(content, key));
  return c.redirect(
    saved.kind === 'closed' ? paths.form(ctx.procedureId) : paths.formSignatories(ctx.procedureId),
    303,
  );
});

/** undefined: the chamber has it. */
async function openForm(c: Req): Promise<FormView | undefined> {
  const ctx = await formCtxOf(c);
  const view = await readForm(ctx, ctx.procedureId);
  return isOpenToApplicant(view.procedure.status) ? view : undefined;
}

/** Refuses `not_found`. */
function rowOf(content: RegistrationContent, key: string): ContentSignatory {
  const row = content.signatories.find((one) => one.key === key);
  if (!row) throw new Refusal('not_found');
  return row;
}

/** A registered signatory is not taken out: he leaves, and names who takes over. Refuses `not_found`. */
function removable(content: RegistrationContent, key: string): ContentSignatory {
  const row = rowOf(content, key);
  if (row.signatoryId !== '') throw new Refusal('not_found');
  return row;
}

const without = (content: RegistrationContent, key: string): RegistrationContent => ({
  ...content,
  signatories: content.signatories.filter((one) => one.key !== key || one.signatoryId !== ''),
});

/** What was typed about a row. A registered name stays as it is. */
function typedRow(form: Readonly<Record<string, string>>, row: ContentSignatory): ContentSignatory {
  const texts = Object.fromEntries(signatoryFields.map((field) => [field, form[field] ?? row[field]]));
  const isRegistered = row.signatoryId !== '';
  return {
    ...row,
    ...texts,
    ...(isRegistered ? { nameJa: row.nameJa, nameEn: row.nameEn } : {}),
    withoutSignature: form['withoutSignature'] === 'yes',
    leaves: isRegistered && form['leaves'] === 'yes',
    successorKey: isRegistered ? (form['successorKey'] ?? row.successorKey) : '',
  };
}

function withRow(content: RegistrationContent, row: ContentSignatory): RegistrationContent {
  const isThere = content.signatories.some(({ key }) => key === row.key);
  const signatories = isThere
    ? content.signatories.map((one) => (one.key === row.key ? row : one))
    : [...content.signatories, row];
  return { ...content, signatories };
}

/** What the rules say of one row, with the names that the row's own form has. */
function problemsOf(view: FormView, key: string): FieldProblem[] {
  const index = view.procedure.content.signatories.findIndex((one) => one.key === key);
  return ofRow(view.problems, index);
}

const ofRow = (problems: readonly FieldProblem[], index: number): FieldProblem[] =>
  problems
    .filter(({ field }) => field.startsWith(`signatories.${index}.`))
    .map((one) => ({ ...one, field: one.field.split('.').slice(2).join('.') }));

async function answered(
  c: Req,
  saved: SavedStep,
  { row, isNew }: { row: ContentSignatory; isNew: boolean },
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  if (saved.kind === 'closed') return c.redirect(paths.form(id), 303);
  if (saved.kind === 'conflict')
    return c.html(signatoryPage(c, { view: saved.view, row, isNew, conflict: true }), errorStatus.conflict);
  if (saved.kind === 'invalid') {
    const index = saved.typed.signatories.findIndex(({ key }) => key === row.key);
    // More than may be: said of the list, so of the whole form here.
    const own = ofRow(saved.problems, index);
    const problems = own.length > 0 ? own : saved.problems.map((one) => ({ ...one, field: '' }));
    return c.html(signatoryPage(c, { view: saved.view, row, isNew, problems }), errorStatus.invalid);
  }
  const view = await readForm(await formCtxOf(c), id);
  return c.redirect(
    problemsOf(view, row.key).length > 0 ? `${paths.formSignatory(id, row.key)}?checked` : paths.formSignatories(id),
    303,
  );
}

function removePage(c: Req, view: FormView, row: ContentSignatory): string {
  const { lang } = c.var;
  const w = signatoryWords[lang];
  const { procedureId } = view.procedure;
  const list = paths.formSignatories(procedureId);
  return page(
    <Layout {...frameOf(c)} title={w.removeTitle} back={{ href: list, label: w.back }}>
      <p>{w.removeText(row.nameEn || row.nameJa || w.noName)}</p>
      <ButtonRow>
        <PostButton action={paths.removeFormSignatory(procedureId, row.key)} tone="danger">
          {w.remove}
        </PostButton>
        <ButtonLink href={list}>{w.back}</ButtonLink>
      </ButtonRow>
    </Layout>,
  );
}
