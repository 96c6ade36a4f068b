// What sub IDs prepared and waits for the signatory.
import { Hono } from 'hono';
import { type ListedApplication, listApplications, listPageSize } from '../../../applications/read.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env } from '../../request.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { formatDayTime } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Pager } from '../../ui/pager.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { invoicesText } from '../applications/applications.tsx';
import { idText } from '../applications/of-whom.tsx';
import { releaseWords } from './release-words.ts';

export const toReleaseScreens = new Hono<Env>();

toReleaseScreens.get(paths.toRelease, async (c) => {
  const asked = c.req.query('page') ?? '';
  const number = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
  const { rows, total } = await listApplications(ctxOf(c), { prepared: true }, number, 'application.release');
  const { lang } = c.var;
  const w = releaseWords[lang];
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.listTitle} back={{ href: paths.applications, label: w.applications }}>
        {total === 0 ? (
          <EmptyState
            heading={w.emptyHeading}
            action={<ButtonLink href={paths.applications}>{w.applications}</ButtonLink>}
          >
            <p>{w.empty}</p>
          </EmptyState>
        ) : (
          <>
            <p>{w.listLead}</p>
            <Pager
              {...{ lang, total, perPage: listPageSize, page: number }}
              hrefOf={(to) => `${paths.toRelease}?page=${to}`}
            />
            <Table
              {...{ lang, id: 'to-release', caption: w.caption, captionUnseen: true, phone: 'stack', rows }}
              columns={columns(lang)}
            />
          </>
        )}
      </Layout>,
    ),
  );
});

function columns(lang: Lang): Column<ListedApplication>[] {
  const w = releaseWords[lang];
  return [
    {
      ...{ key: 'receipt', head: w.receipt, namesRow: true },
      cell: (row) => (
        <a href={paths.releaseApplication(row.applicationId)} class="nowrap">
          {row.receiptNumber ?? w.noReceipt}
          <span class="unseen"> {[row.consignee, ...row.invoiceNumbers.slice(0, 1)].filter(Boolean).join(', ')}</span>
        </a>
      ),
    },
    { key: 'by', head: w.by, cell: (row) => idText(lang, row.madeBy) },
    { key: 'consignee', head: w.consignee, cell: (row) => <span lang="en">{row.consignee}</span> },
    { key: 'invoices', head: w.invoices, cell: (row) => invoicesText(lang, row.invoiceNumbers) },
    {
      ...{ key: 'since', head: w.since, kind: 'day' },
      cell: (row) => (row.preparedAt === null ? '—' : formatDayTime(lang, row.preparedAt)),
    },
  ];
}
