// お支払いの集計: what was paid in some months, month by month and ID by ID.
import { Hono } from 'hono';
import { dayInJapan } from '../../../lib/clock.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { monthAfter, type SpendView, spendOf } from '../../../payments/spend.ts';
import type { Sums } from '../../../payments/spend-store.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatMoney } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { idText } from '../applications/of-whom.tsx';
import { spendWords } from './spend-words.ts';

export const spendScreens = new Hono<Env>();

spendScreens.get(paths.spend, async (c) => {
  const now = dayInJapan(c.var.now).slice(0, 7);
  const asked = { from: c.req.query('from') ?? monthAfter(now, -11), to: c.req.query('to') ?? now };
  try {
    return c.html(spendPage(c, { now, asked, view: await spendOf(ctxOf(c), asked) }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    return c.html(spendPage(c, { now, asked, problems: error.fields }), 422);
  }
});

type Asked = { from: string; to: string };
type Shown = { now: string; asked: Asked; view?: SpendView; problems?: readonly FieldProblem[] };

function spendPage(c: Req, { now, asked, view, problems = [] }: Shown): string {
  const { lang } = c.var;
  const w = spendWords[lang];
  return page(
    <Layout {...frameOf(c)} title={w.title} hasErrors={problems.length > 0}>
      <ErrorSummary lang={lang} problems={problems} />
      <p>{w.lead}</p>
      <p>{w.refunds}</p>
      <Period {...{ lang, now, asked, problems }} />
      {view === undefined ? null : <Sum lang={lang} view={view} />}
      <p>
        <a href={paths.paymentHistory}>{w.history}</a>
      </p>
    </Layout>,
  );
}

/** `2026-11` as a reader says it. */
export function monthText(lang: Lang, month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return spendWords[lang].month(year, number);
}

const offeredMonths = 36;

function Period(props: { lang: Lang; now: string; asked: Asked; problems: readonly FieldProblem[] }) {
  const { lang, now, asked, problems } = props;
  const w = spendWords[lang];
  const offered = Array.from({ length: offeredMonths }, (_, ago) => monthAfter(now, -ago));
  const field = (name: 'from' | 'to') => (
    <SelectField
      {...{ lang, name, label: w[name], value: asked[name], answered: true }}
      error={problemFor(problems, lang, name)}
      options={offered.map((value) => ({ value, label: monthText(lang, value) }))}
    />
  );
  return (
    <search>
      <form method="get" action={paths.spend} class="filter" aria-label={w.filter}>
        {field('from')}
        {field('to')}
        <Button>{w.show}</Button>
      </form>
    </search>
  );
}

function Sum({ lang, view }: { lang: Lang; view: SpendView }) {
  const w = spendWords[lang];
  const { total, months, payers, otherPayers } = view;
  if (months.length === 0)
    return (
      <EmptyState heading={w.none}>
        <p>{w.noneText}</p>
      </EmptyState>
    );
  const others = { ...otherPayers, name: w.others };
  const byId = [
    ...payers.map(({ payer, ...sums }) => ({
      ...{ ...sums, name: idText(lang, payer) },
    })),
    ...(otherPayers.paid > 0 ? [others] : []),
  ];
  const byMonth = months.map(({ month, ...sums }) => ({ ...sums, name: monthText(lang, month) }));
  return (
    <>
      <h2>{w.total}</h2>
      <SummaryList
        items={[
          { key: w.cases, value: w.caseCount(formatCount(total.cases)) },
          { key: w.netTotal, value: formatMoney(lang, total.paid - total.refunded) },
        ]}
      />
      <h2>{w.byMonth}</h2>
      <SumTable {...{ lang, id: 'months', caption: w.byMonthCaption, head: w.monthHead, rows: byMonth }} />
      <h2>{w.byId}</h2>
      <SumTable {...{ lang, id: 'payers', caption: w.byIdCaption, head: w.id, rows: byId }} />
    </>
  );
}

type SumRow = Sums & { name: string };

function SumTable(props: { lang: Lang; id: string; caption: string; head: string; rows: readonly SumRow[] }) {
  const { lang, id, caption, head, rows } = props;
  const w = spendWords[lang];
  const yen = (key: string, name: string, of: (row: SumRow) => number): Column<SumRow> => ({
    ...{ key, head: name, kind: 'number' },
    cell: (row) => formatMoney(lang, of(row)),
  });
  const columns: Column<SumRow>[] = [
    { key: 'name', head, namesRow: true, cell: (row) => row.name },
    { key: 'cases', head: w.cases, kind: 'number', cell: (row) => w.caseCount(formatCount(row.cases)) },
    yen('paid', w.paid, (row) => row.paid),
    yen('refunded', w.refunded, (row) => row.refunded),
    yen('net', w.net, (row) => row.paid - row.refunded),
  ];
  return <Table {...{ lang, id, caption, captionUnseen: true, phone: 'stack', rows, columns }} />;
}
