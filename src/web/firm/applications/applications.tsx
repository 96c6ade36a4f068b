// 発給申請の一覧: what the reader may see, last changed first.
import { Hono } from 'hono';
import { may } from '../../../accounts/rights.ts';
import { type ApplicationStatus, applicationStatuses } from '../../../applications/lifecycle.ts';
import {
  countToRelease,
  type ListedApplication,
  listApplications,
  listPageSize,
  listWhom,
  type Whom,
} from '../../../applications/read.ts';
import type { Page } from '../../../applications/store.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatCount, formatDayTime } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Pager } from '../../ui/pager.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { ToReleaseNotice, WaitingTag } from '../release/release-state.tsx';
import { applicationStatusWords, statusOf } from './application-status.ts';
import { ApplicationStatusTag } from './application-status-tag.tsx';
import { applicationsWords } from './applications-words.ts';
import { addOfWhom, isOfSeveral, type OfWhom, OfWhomFields, ofWhomColumn, ofWhomIn } from './of-whom.tsx';

export const applicationListScreens = new Hono<Env>();

type Asked = OfWhom & { status: ApplicationStatus | undefined; words: string; page: number };

applicationListScreens.get(paths.applications, async (c) => {
  const asked = askedIn(c);
  const { status, words, signatoryId, loginId } = asked;
  const filter = {
    ...{ ...(status ? { statuses: [status] } : {}), words },
    ...{ ...(signatoryId ? { signatoryId } : {}), ...(loginId ? { loginId } : {}) },
  };
  const found = await listApplications(ctxOf(c), filter, asked.page);
  const last = Math.max(1, Math.ceil(found.total / listPageSize));
  if (asked.page > last) return c.redirect(listHref({ ...asked, page: last }), 303);
  const whom = await listWhom(ctxOf(c));
  return c.html(listPage(c, asked, found, { whom, toRelease: await countToRelease(ctxOf(c)) }));
});

const maxWords = 100;

function askedIn(c: Req): Asked {
  const page = c.req.query('page') ?? '';
  return {
    status: statusOf(c.req.query('status')),
    words: plainWords(c.req.query('words') ?? ''),
    ...ofWhomIn(c),
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** Without control characters: the database takes no NUL in a text. */
function plainWords(typed: string): string {
  return typed
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, maxWords);
}

/** The list with a filter; what is not asked is not in the address. */
export function listHref(asked: Partial<Asked>): string {
  const query = new URLSearchParams();
  if (asked.status) query.set('status', asked.status);
  if (asked.words) query.set('words', asked.words);
  addOfWhom(query, asked);
  if (asked.page !== undefined && asked.page > 1) query.set('page', String(asked.page));
  return query.size === 0 ? paths.applications : `${paths.applications}?${query}`;
}

type Around = { whom: Whom /** How many wait for the reader's release. */; toRelease: number };

function listPage(c: Req, asked: Asked, found: Page<ListedApplication>, { whom, toRelease }: Around): string {
  const { lang } = c.var;
  const w = applicationsWords[lang];
  const isFiltered = new URL(listHref({ ...asked, page: 1 }), 'http://own.invalid').search !== '';
  const isNew = found.total === 0 && !isFiltered;
  const start = may(ctxOf(c).actor, 'application.write') ? (
    <ButtonLink href={paths.newApplication} tone="primary">
      {w.start}
    </ButtonLink>
  ) : undefined;
  return page(
    <Layout {...frameOf(c)} title={w.title}>
      <ToReleaseNotice lang={lang} count={toRelease} />
      {isNew ? (
        <EmptyState heading={w.emptyHeading} action={start}>
          <p>{start === undefined ? w.emptyToRead : w.empty}</p>
        </EmptyState>
      ) : (
        <>
          {start === undefined ? <p>{w.readOnly}</p> : <ButtonRow>{start}</ButtonRow>}
          <Filter lang={lang} asked={asked} isFiltered={isFiltered} whom={whom} />
          <Found lang={lang} asked={asked} found={found} whom={whom} />
        </>
      )}
    </Layout>,
  );
}

function Filter(props: { lang: Lang; asked: Asked; isFiltered: boolean; whom: Whom }) {
  const { lang, asked } = props;
  const w = applicationsWords[lang];
  const words = applicationStatusWords[lang];
  return (
    <search>
      <form method="get" action={paths.applications} class="filter" aria-label={w.filter}>
        <SelectField
          {...{ lang, name: 'status', label: w.status, value: asked.status ?? '', answered: true }}
          options={[
            { value: '', label: w.every },
            ...applicationStatuses.map((status) => ({ value: status, label: words[status] })),
          ]}
        />
        <OfWhomFields lang={lang} whom={props.whom} asked={asked} />
        <TextField
          {...{ lang, name: 'words', label: w.words, help: w.wordsHelp, type: 'search', value: asked.words }}
          {...{ width: 'middle', maxlength: maxWords }}
        />
        <Button>{w.search}</Button>
        {props.isFiltered ? <a href={paths.applications}>{w.clear}</a> : null}
      </form>
    </search>
  );
}

function Found(props: { lang: Lang; asked: Asked; found: Page<ListedApplication>; whom: Whom }) {
  const { lang, asked, found, whom } = props;
  const w = applicationsWords[lang];
  if (found.total === 0)
    return (
      <EmptyState heading={w.nothingHeading}>
        <p>{w.nothing}</p>
      </EmptyState>
    );
  const pager = (
    <Pager
      {...{ lang, total: found.total, perPage: listPageSize, page: asked.page }}
      hrefOf={(page) => listHref({ ...asked, page })}
    />
  );
  return (
    <>
      {pager}
      <Table
        {...{ lang, id: 'applications', caption: w.caption, captionUnseen: true, phone: 'stack' }}
        columns={columns(lang, whom)}
        rows={found.rows}
        rowId={(row) => `a-${row.applicationId}`}
      />
    </>
  );
}

function columns(lang: Lang, whom: Whom): Column<ListedApplication>[] {
  const w = applicationsWords[lang];
  return [
    { key: 'receipt', head: w.receipt, namesRow: true, cell: (row) => <OverviewLink lang={lang} row={row} /> },
    { key: 'status', head: w.status, cell: (row) => <State lang={lang} row={row} /> },
    {
      key: 'consignee',
      head: w.consignee,
      cell: ({ consignee }) =>
        consignee === '' ? <span class="quiet">{w.noConsignee}</span> : <span lang="en">{consignee}</span>,
    },
    { key: 'invoices', head: w.invoices, cell: (row) => invoicesText(lang, row.invoiceNumbers) },
    { key: 'goods', head: w.goods, kind: 'number', cell: (row) => w.lines(formatCount(row.goodsLines)) },
    ...(isOfSeveral(whom) ? [ofWhomColumn(lang)] : []),
    { key: 'changed', head: w.changed, kind: 'day', cell: (row) => formatDayTime(lang, row.changedAt) },
  ];
}

function State({ lang, row }: { lang: Lang; row: ListedApplication }) {
  if (row.preparedAt !== null) return <WaitingTag lang={lang} />;
  return <ApplicationStatusTag lang={lang} status={row.status} />;
}

/** Drafts have no number to tell them apart, so the link says for a screen reader whose it is. */
function OverviewLink(props: { lang: Lang; row: ListedApplication }) {
  const { lang, row } = props;
  const w = applicationsWords[lang];
  return (
    <a href={paths.application(row.applicationId)} class="nowrap">
      {row.receiptNumber ?? w.noReceipt}
      <span class="unseen"> {[row.consignee, ...row.invoiceNumbers.slice(0, 1)].filter(Boolean).join(', ')}</span>
    </a>
  );
}

const shownInvoices = 2;

/** The first of them, and how many more. */
export function invoicesText(lang: Lang, numbers: readonly string[]): string {
  if (numbers.length === 0) return '—';
  const more = numbers.length - shownInvoices;
  const shown = numbers.slice(0, shownInvoices).join(lang === 'ja' ? '、' : ', ');
  return more > 0 ? `${shown} ${applicationsWords[lang].moreInvoices(more)}` : shown;
}
