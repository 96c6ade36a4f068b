// 誓約事項: what is agreed to before each application; agreeing begins the draft.

import { Hono } from 'hono';
import { requireAct } from '../../../accounts/rights.ts';
import type { ApplicationRow } from '../../../applications/application.ts';
import { type ApplicationKind, applicationKinds, formFor } from '../../../applications/forms/forms.ts';
import { oath, oathVersion } from '../../../applications/oath.ts';
import { listApplications, readApplication } from '../../../applications/read.ts';
import { startApplication } from '../../../applications/start.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox, RadioGroup } from '../../ui/choice-field.tsx';
import { formatCount, formatDayTime } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import type { Lang } from '../../ui/words.ts';
import { draftWords } from './draft-words.ts';
import { startApplicationWords } from './start-application-words.ts';

export const startApplicationScreens = new Hono<Env>();

type Typed = { kind: ApplicationKind; copyOf: string; oath: boolean };

startApplicationScreens.get(paths.newApplication, async (c) => {
  requireAct(ctxOf(c).actor, 'application.write');
  const copyOf = c.req.query('copy-of') ?? '';
  const typed: Typed = { kind: await kindOf(c, copyOf, c.req.query('kind')), copyOf, oath: false };
  return c.html(await startPage(c, typed, []));
});

startApplicationScreens.post(paths.newApplication, async (c) => {
  const form = await formOf(c);
  const copyOf = form['copy-of'] ?? '';
  const typed: Typed = { kind: await kindOf(c, copyOf, form['kind']), copyOf, oath: form['oath'] === 'yes' };
  try {
    const { applicationId } = await startApplication(ctxOf(c), {
      ...{ kind: typed.kind, oath: typed.oath },
      ...(typed.copyOf === '' ? {} : { copyOf: typed.copyOf }),
    });
    return c.redirect(paths.requestSheet(applicationId), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    return c.html(await startPage(c, typed, error.fields), 422);
  }
});

/** The kind that was chosen; a copy is of the same kind as what it is made from. */
async function kindOf(c: Req, copyOf: string, chosen: string | undefined): Promise<ApplicationKind> {
  if (copyOf !== '') return (await readApplication(ctxOf(c), copyOf)).application.kind;
  return applicationKinds.find((kind) => kind === chosen) ?? 'origin';
}

/** What may be copied: the last few that were changed, and the one that was asked for wherever it stands. */
async function copiesFor(c: Req, copyOf: string): Promise<CopyRow[]> {
  const { rows } = await listApplications(ctxOf(c), {}, 1);
  const last = rows.slice(0, copiesOffered);
  if (copyOf === '' || last.some((row) => row.applicationId === copyOf)) return last;
  const { application } = await readApplication(ctxOf(c), copyOf);
  return [{ ...application, ...formFor(application.kind).keysOf(application.content) }, ...last];
}
const copiesOffered = 5;
type CopyRow = Pick<
  ApplicationRow,
  'applicationId' | 'receiptNumber' | 'consignee' | 'invoiceNumbers' | 'goodsLines' | 'changedAt'
>;

async function startPage(c: Req, typed: Typed, problems: readonly FieldProblem[]): Promise<string> {
  const copies = await copiesFor(c, typed.copyOf);
  const { lang } = c.var;
  const w = startApplicationWords[lang];
  return page(
    <Layout
      {...frameOf(c)}
      title={w.title}
      hasErrors={problems.length > 0}
      back={{ href: paths.applications, label: draftWords[lang].list }}
    >
      <ErrorSummary lang={lang} problems={problems} />
      <p>{w.lead}</p>
      <Cannot lang={lang} />
      <h2>{w.oathHeading}</h2>
      <ol>
        {oath[oathVersion]?.[lang].map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ol>
      <form method="post" action={paths.newApplication}>
        <Checkbox
          {...{ lang, name: 'oath', label: w.oath, required: true, checked: typed.oath }}
          error={problemFor(problems, lang, 'oath')}
        />
        <RadioGroup
          {...{ lang, name: 'kind', label: w.kind, help: w.kindHelp, required: true, value: typed.kind }}
          options={applicationKinds.map((kind) => ({ value: kind, label: formFor(kind).name[lang] }))}
        />
        {copies.length === 0 ? null : (
          <RadioGroup
            {...{ lang, name: 'copy-of', label: w.copy, help: w.copyHelp, required: false, value: typed.copyOf }}
            options={[
              { value: '', label: w.copyNone },
              ...copies.map((row) => ({ value: row.applicationId, ...copyLabel(lang, row) })),
            ]}
          />
        )}
        <ButtonRow>
          <Button tone="primary">{w.begin}</Button>
        </ButtonRow>
      </form>
    </Layout>,
  );
}

/** By whom it was bought, as a clerk remembers it; then the number and the day. */
function copyLabel(lang: Lang, row: CopyRow): { label: string; help: string } {
  const w = startApplicationWords[lang];
  const [invoice] = row.invoiceNumbers;
  const consignee = row.consignee || w.noConsignee;
  return {
    label: invoice === undefined ? consignee : w.withInvoice(consignee, invoice),
    help: w.copyLine(
      row.receiptNumber ?? w.draftNumber,
      formatCount(row.goodsLines),
      formatDayTime(lang, row.changedAt),
    ),
  };
}

function Cannot({ lang }: { lang: Lang }) {
  const w = startApplicationWords[lang];
  return (
    <>
      <h2>{w.cannotHeading}</h2>
      <p>{w.cannotLead}</p>
      <ul>
        {[w.ink, w.perforation, w.tally, w.sheets].map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <p>{w.after}</p>
    </>
  );
}
