// 証明書印刷: everything that may be printed now, the one whose window ends first on top.
import { Hono } from 'hono';
import { versions } from '../../../certificates/papers-store.ts';
import { listPrintable, printablePageSize } from '../../../certificates/print.ts';
import type { PrintableRow } from '../../../certificates/print-store.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env } from '../../request.ts';
import { ButtonLink, PostButton } from '../../ui/button.tsx';
import { formatDay } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Pager } from '../../ui/pager.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { pageAsked } from './payment-status.ts';
import { printWords } from './print-words.ts';

export const printableScreens = new Hono<Env>();

printableScreens.get(paths.printable, async (c) => {
  const asked = pageAsked(c.req.query('page'));
  const { rows, total } = await listPrintable(ctxOf(c), asked);
  const { lang } = c.var;
  const w = printWords[lang];
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.listTitle}>
        {total === 0 ? (
          <EmptyState
            heading={w.listEmpty}
            action={<ButtonLink href={paths.applications}>{w.toApplications}</ButtonLink>}
          >
            <p>{w.listEmptyText}</p>
          </EmptyState>
        ) : (
          <>
            <p>{w.listLead}</p>
            <Pager
              {...{ lang, total, perPage: printablePageSize, page: asked }}
              hrefOf={(to) => `${paths.printable}?page=${to}`}
            />
            <Table
              {...{ lang, id: 'printable', caption: w.listCaption, captionUnseen: true, phone: 'stack', rows }}
              columns={columns(lang)}
            />
          </>
        )}
      </Layout>,
    ),
  );
});

function columns(lang: Lang): Column<PrintableRow>[] {
  const w = printWords[lang];
  return [
    {
      ...{ key: 'number', head: w.number, namesRow: true },
      cell: (row) => (
        <a href={paths.print(row.applicationId)} class="nowrap">
          {row.number}
        </a>
      ),
    },
    { key: 'receipt', head: w.receipt, cell: (row) => <span class="nowrap">{row.receiptNumber}</span> },
    { key: 'consignee', head: w.consignee, cell: (row) => <span lang="en">{row.consignee}</span> },
    {
      ...{ key: 'until', head: w.printUntil, kind: 'day' },
      cell: (row) => (row.printUntil === null ? '—' : w.untilShort(formatDay(lang, row.printUntil))),
    },
    ...versions.map(
      (version): Column<PrintableRow> => ({
        ...{ key: version, head: version },
        cell: (row) => (
          <PostButton action={paths.downloadPaper(row.applicationId, version)} tone="link">
            {row.fetched.includes(version) ? w.again : w.fetch}
            <span class="unseen"> {w.of(`${row.number} ${version}`)}</span>
          </PostButton>
        ),
      }),
    ),
  ];
}
