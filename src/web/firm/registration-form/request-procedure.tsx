// 登録更新 and 登録変更 begin here, by the administrator ID.
import { Hono } from 'hono';
import { requireAct } from '../../../accounts/rights.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { procedureNames } from '../../../registrations/procedures/paper-names.ts';
import type { ProcedureRow } from '../../../registrations/procedures/procedure.ts';
import { isOver } from '../../../registrations/procedures/procedure-lifecycle.ts';
import { listOwnProcedures } from '../../../registrations/procedures/read-procedure.ts';
import { readGuide } from '../../../registrations/procedures/registration-guide.ts';
import type { RulesText as Rules } from '../../../registrations/procedures/rules-text-store.ts';
import { startByAdministrator } from '../../../registrations/procedures/start-procedure.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { Checkbox, RadioGroup } from '../../ui/choice-field.tsx';
import { formatDayTime } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Lang } from '../../ui/words.ts';
import { statusWords } from './form-words.ts';
import { requestWords } from './request-procedure-words.ts';
import { RulesText } from './rules-text.tsx';

export const requestScreens = new Hono<Env>();

type Typed = { kind: string; agreed: boolean };
const kindOf = (asked: string | undefined) => (['renewal', 'change'] as const).find((one) => one === asked);

requestScreens.get(paths.requestProcedure, async (c) => {
  requireAct(ctxOf(c).actor, 'registration.request');
  return c.html(await requestPage(c, { kind: kindOf(c.req.query('kind')) ?? '', agreed: false }));
});

requestScreens.post(paths.requestProcedure, async (c) => {
  const ctx = ctxOf(c);
  requireAct(ctx.actor, 'registration.request');
  const form = await formOf(c);
  const kind = kindOf(form['kind']);
  const typed: Typed = { kind: kind ?? '', agreed: form['agreed'] === 'yes' };
  if (!kind) return c.html(await requestPage(c, typed, [kindMissing]), errorStatus.invalid);
  try {
    const { procedureId } = await startByAdministrator(ctx, {
      ...{ kind, agreed: typed.agreed, rulesVersion: Number(form['version']) },
    });
    return c.redirect(paths.formCompany(procedureId), 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'conflict') return c.html(await requestPage(c, typed), errorStatus.conflict);
    if (error.code === 'invalid') return c.html(await requestPage(c, typed, error.fields), errorStatus.invalid);
    throw error;
  }
});

const kindMissing: FieldProblem = {
  field: 'kind',
  ja: requestWords.ja.kindMissing,
  en: requestWords.en.kindMissing,
};

async function requestPage(c: Req, typed: Typed, problems: readonly FieldProblem[] = []): Promise<string> {
  const ctx = ctxOf(c);
  const { lang } = c.var;
  const w = requestWords[lang];
  const { rules } = await readGuide(ctx, ctx.actor.chamberId);
  const procedures = await listOwnProcedures(ctx);
  const open = procedures.find(({ status }) => !isOver(status));
  return page(
    <Layout
      {...frameOf(c)}
      title={w.title}
      hasErrors={problems.length > 0}
      back={{ href: paths.registration, label: w.back }}
    >
      <ErrorSummary lang={lang} problems={problems} />
      {open ? (
        <Open lang={lang} open={open} />
      ) : (
        <Begin {...{ lang, rules, typed, problems }} guide={paths.registrationGuide(ctx.actor.chamberId)} />
      )}
      <Earlier lang={lang} rows={procedures.filter((one) => one !== open)} />
    </Layout>,
  );
}

function Open({ lang, open }: { lang: Lang; open: ProcedureRow }) {
  const w = requestWords[lang];
  return (
    <Notice
      tone="attention"
      heading={w.openHeading}
      action={
        <ButtonLink href={paths.form(open.procedureId)} tone="primary">
          {w.openLink}
        </ButtonLink>
      }
    >
      <p>
        {procedureNames[open.kind][lang]}: {statusWords[lang][open.status]}
      </p>
      <p>{w.openText}</p>
    </Notice>
  );
}

type BeginProps = {
  lang: Lang;
  guide: string;
  rules: Rules | undefined;
  typed: Typed;
  problems: readonly FieldProblem[];
};

function Begin({ lang, guide, rules, typed, problems }: BeginProps) {
  const w = requestWords[lang];
  if (!rules) return <p>{w.closed}</p>;
  return (
    <>
      <p>{w.lead}</p>
      <p>
        {w.late} <a href={guide}>{w.guide}</a>
      </p>
      <form method="post" action={paths.requestProcedure}>
        <input type="hidden" name="version" value={String(rules.version)} />
        <RadioGroup
          {...{ lang, name: 'kind', label: w.kind, required: true, value: typed.kind }}
          options={[
            { value: 'renewal', label: w.renewal, help: w.renewalHelp },
            { value: 'change', label: w.change, help: w.changeHelp },
          ]}
          error={problemFor(problems, lang, 'kind')}
        />
        <h2>
          {w.rules} {w.version(String(rules.version))}
        </h2>
        <RulesText lang={lang} rules={rules} />
        <Checkbox
          {...{ lang, name: 'agreed', label: w.agree, required: true, checked: typed.agreed }}
          error={problemFor(problems, lang, 'agreed')}
        />
        <ButtonRow>
          <Button tone="primary">{w.begin}</Button>
        </ButtonRow>
      </form>
    </>
  );
}

function Earlier({ lang, rows }: { lang: Lang; rows: readonly ProcedureRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{requestWords[lang].earlier}</h2>
      <ul>
        {rows.map((row) => (
          <li>
            <a href={paths.form(row.procedureId)}>
              {[procedureNames[row.kind][lang], row.receiptNumber].filter(Boolean).join(' ')}
            </a>{' '}
            {statusWords[lang][row.status]}, {formatDayTime(lang, row.createdAt)}
          </li>
        ))}
      </ul>
    </>
  );
}
