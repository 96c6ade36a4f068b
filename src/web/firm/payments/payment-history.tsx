// Every payment that the reader may see, newest first.
import { Hono } from 'hono';
import { may } from '../../../accounts/rights.ts';
import { listOwnPayments, paymentsPageSize } from '../../../payments/own-payments.ts';
import type { Payment } from '../../../payments/payment.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { roleWords } from '../../role-words.ts';
import { formatDayTime, formatMoney } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Pager } from '../../ui/pager.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { pageAsked, paymentStatusTone } from './payment-status.ts';
import { paymentStatusWords, paymentsWords } from './payments-words.ts';

export const paymentHistoryScreens = new Hono<Env>();

paymentHistoryScreens.get(paths.paymentHistory, async (c) => {
  const asked = pageAsked(c.req.query('page'));
  const { rows, total } = await listOwnPayments(ctxOf(c), asked);
  const { lang } = c.var;
  const w = paymentsWords[lang];
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.historyTitle} back={backOf(c)}>
        {total === 0 ? (
          <EmptyState heading={w.historyEmpty} />
        ) : (
          <>
            <Pager
              {...{ lang, total, perPage: paymentsPageSize, page: asked }}
              hrefOf={(to) => `${paths.paymentHistory}?page=${to}`}
            />
            <Table
              {...{ lang, id: 'payments', caption: w.historyCaption, captionUnseen: true, phone: 'stack', rows }}
              columns={columns(lang)}
            />
          </>
        )}
      </Layout>,
    ),
  );
});

const backOf = (c: Req): { href: string; label: string } =>
  may(ctxOf(c).actor, 'payment.pay')
    ? { href: paths.payments, label: paymentsWords[c.var.lang].list }
    : { href: paths.spend, label: roleWords[c.var.lang].spend };

function columns(lang: Lang): Column<Payment>[] {
  const w = paymentsWords[lang];
  return [
    {
      ...{ key: 'begun', head: w.begun, kind: 'day', namesRow: true },
      cell: (row) => <a href={paths.payment(row.paymentId)}>{formatDayTime(lang, row.createdAt)}</a>,
    },
    { key: 'content', head: w.content, cell: (row) => <span lang={row.locale}>{row.description}</span> },
    {
      ...{ key: 'status', head: w.status },
      cell: ({ status }) => <StatusTag tone={paymentStatusTone[status]} text={paymentStatusWords[lang][status]} />,
    },
    { key: 'amount', head: w.amount, kind: 'number', cell: (row) => formatMoney(lang, row.yen) },
  ];
}
