// One second factor: its name, and taking it away.
import { Hono } from 'hono';
import { listOwnFactors, removeFactor, renameFactor } from '../../accounts/own-factors.ts';
import { type Factor, factorNameLength } from '../../accounts/second-factor.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../request.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { formatDayTime } from '../ui/dates.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { TextField } from '../ui/text-field.tsx';
import { secondFactorWords } from './second-factor-words.ts';

export const factorScreens = new Hono<Env>();

factorScreens.get(paths.factor(':factorId'), async (c) => c.html(await factorPage(c, c.req.param('factorId'))));

factorScreens.post(paths.factor(':factorId'), async (c) => {
  const factorId = c.req.param('factorId');
  const { name = '' } = await formOf(c);
  try {
    await renameFactor(ctxOf(c), { factorId, name });
    return c.redirect(`${paths.secondFactor}?renamed`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    return c.html(await factorPage(c, factorId, { name, problems: error.fields }), 422);
  }
});

factorScreens.post(paths.removeFactor(':factorId'), async (c) => {
  await removeFactor(ctxOf(c), c.req.param('factorId'));
  return c.redirect(`${paths.secondFactor}?removed`, 303);
});

type Typed = { name?: string; problems?: readonly FieldProblem[] };

async function factorPage(c: Req, factorId: string, { name, problems = [] }: Typed = {}): Promise<string> {
  const { actor } = ctxOf(c);
  const { factors } = await listOwnFactors(ctxOf(c));
  const factor = factors.find((one) => one.factorId === factorId);
  if (!factor) throw new Refusal('not_found');
  const { lang } = c.var;
  const w = secondFactorWords[lang];
  const back = { href: paths.secondFactor, label: w.back };
  const isLast = factors.length === 1;
  return page(
    <Layout {...frameOf(c)} {...{ back, title: w.factorTitle, hasErrors: problems.length > 0 }}>
      <ErrorSummary lang={lang} problems={problems} />
      <Facts lang={lang} factor={factor} />
      <form method="post" action={paths.factor(factorId)}>
        <TextField
          {...{ lang, name: 'name', label: w.name, help: w.nameHelp, width: 'middle', required: true }}
          value={name ?? factor.name}
          maxlength={factorNameLength}
          error={problemFor(problems, lang, 'name')}
        />
        <ButtonRow>
          <Button>{w.rename}</Button>
        </ButtonRow>
      </form>
      <h2>{w.removeHeading}</h2>
      <p>{w.removeText}</p>
      {isLast ? <p>{w.removeLast}</p> : null}
      {isLast && actor.rights.includes('certify') ? <p>{w.removeLastCertifier}</p> : null}
      <form method="post" action={paths.removeFactor(factorId)}>
        <ButtonRow>
          <Button tone="danger">{w.remove}</Button>
        </ButtonRow>
      </form>
    </Layout>,
  );
}

function Facts({ lang, factor }: { lang: Req['var']['lang']; factor: Factor }) {
  const w = secondFactorWords[lang];
  const { kind, madeAt, lastUsedAt } = factor;
  return (
    <SummaryList
      items={[
        { key: w.kind, value: w[kind] },
        { key: w.made, value: formatDayTime(lang, madeAt) },
        { key: w.used, value: lastUsedAt === null ? '—' : formatDayTime(lang, lastUsedAt) },
      ]}
    />
  );
}
