// 会社の情報, 業態内容, 連絡担当者: the three steps that are fields alone.
import { Hono } from 'hono';
import type { FieldProblem } from '../../../lib/refusal.ts';
import type { RegistrationContent } from '../../../registrations/content.ts';
import { formDifferences } from '../../../registrations/procedures/form-differences.ts';
import { isOpenToApplicant } from '../../../registrations/procedures/procedure-lifecycle.ts';
import { type FormView, readForm } from '../../../registrations/procedures/read-procedure.ts';
import { errorStatus } from '../../errors.tsx';
import { paths } from '../../paths.ts';
import { type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { fieldLabels, isFieldName, shownValue } from './field-words.ts';
import { formCtxOf } from './form-ctx.ts';
import { type FieldsStep, fieldsOfStep, withTyped } from './form-fields.ts';
import { FormFrame } from './form-frame.tsx';
import { stepHref, stepOfPath } from './form-steps.ts';
import { formWords } from './form-words.ts';
import { RegistrationFields } from './registration-fields.tsx';
import { saveStep } from './save-step.ts';

export const fieldsScreens = new Hono<Env>();

const steps: readonly {
  step: FieldsStep;
  address: (id: string) => string;
  next: 'business' | 'contact' | 'signatories';
}[] = [
  { step: 'company', address: paths.formCompany, next: 'business' },
  { step: 'business', address: paths.formBusiness, next: 'contact' },
  { step: 'contact', address: paths.formContact, next: 'signatories' },
];

for (const { step, address, next } of steps) {
  fieldsScreens.get(address(':id'), async (c) => {
    const view = await readForm(await formCtxOf(c), c.req.param('id') ?? '');
    if (!isOpenToApplicant(view.procedure.status)) return c.redirect(paths.form(view.procedure.procedureId), 303);
    return c.html(stepPage(c, step, { view }));
  });
  fieldsScreens.post(address(':id'), async (c) => {
    const ctx = await formCtxOf(c);
    const form = await formOf(c);
    const saved = await saveStep(ctx, form, (content) => withTyped(step, content, form));
    if (saved.kind === 'closed') return c.redirect(paths.form(ctx.procedureId), 303);
    if (saved.kind === 'conflict') return c.html(stepPage(c, step, { ...saved, conflict: true }), errorStatus.conflict);
    if (saved.kind === 'invalid') return c.html(stepPage(c, step, saved), errorStatus.invalid);
    // The page asked the legal form alone: the fields that follow from it have not been seen yet, so nothing is missing.
    const isFirst = step === 'company' && form['nameJa'] === undefined && (form['legalForm'] ?? '') !== '';
    if (form['then'] === 'save' || isFirst) return c.redirect(address(ctx.procedureId), 303);
    // It is saved whatever the rules say; they are asked so that the next step is not begun in vain.
    const view = await readForm(ctx, ctx.procedureId);
    const problems = view.problems.filter((one) => stepOfPath(one.field) === step);
    if (problems.length === 0) return c.redirect(stepHref(ctx.procedureId, next), 303);
    return c.html(stepPage(c, step, { view, problems }), errorStatus.invalid);
  });
}

type Shown = { view: FormView; typed?: RegistrationContent; problems?: readonly FieldProblem[]; conflict?: boolean };

function stepPage(c: Req, step: FieldsStep, { view, typed, problems = [], conflict = false }: Shown): string {
  const { lang } = c.var;
  const w = formWords[lang];
  const { procedureId, version, content } = view.procedure;
  const leads = { company: w.companyLead, business: w.businessLead, contact: w.contactLead };
  return page(
    <FormFrame {...{ c, step, view, problems, fixedLanguage: typed !== undefined }}>
      {conflict && typed ? <Conflict {...{ c, step, saved: content, typed }} /> : null}
      <p>{leads[step]}</p>
      <form method="post" action={stepHref(procedureId, step)} autocomplete="off">
        <input type="hidden" name="version" value={String(version)} />
        <RegistrationFields {...{ lang, problems, content: typed ?? content, fields: fieldsOfStep[step] }} />
        <ButtonRow>
          <Button tone="primary">{w.next}</Button>
          <Button name="then" value="save">
            {w.save}
          </Button>
        </ButtonRow>
      </form>
    </FormFrame>,
  );
}

/** What is saved now, where it is not what was typed. */
function Conflict(props: { c: Req; step: FieldsStep; saved: RegistrationContent; typed: RegistrationContent }) {
  const { lang } = props.c.var;
  const w = formWords[lang];
  const { fields } = formDifferences(props.typed, props.saved);
  return (
    <Notice tone="error" heading={w.conflictHeading}>
      <p>{w.conflictText}</p>
      <h3>{w.savedNow}</h3>
      <SummaryList
        items={fields.map(({ path, after }) => ({
          key: isFieldName(path) ? fieldLabels[path][lang] : path,
          value: shownValue(lang, after),
        }))}
      />
    </Notice>
  );
}
