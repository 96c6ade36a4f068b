// One payment: whether it is paid, and how far its certificates are.

import { Hono } from 'hono';
import { may } from '../../../accounts/rights.ts';
import { readOwnLimits } from '../../../applications/own-limits.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { isUnpaid } from '../../../payments/lifecycle.ts';
import { cancelOwnPayment, type PaymentView, readOwnPayment } from '../../../payments/own-payments.ts';
import type { PaymentItem } from '../../../payments/own-payments-store.ts';
import { openPayment } from '../../../payments/start-payment.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { formatDayTime, formatMoney } from '../../ui/dates.ts';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { ApplicationStatusTag } from '../applications/application-status-tag.tsx';
import { PaymentState, refreshOf } from './payment-state.tsx';
import { paymentsWords } from './payments-words.ts';

export const paymentScreens = new Hono<Env>();

/** `?returned`: the payer has come back from the card company, which has not told us the result yet. */
paymentScreens.get(paths.payment(':id'), async (c) => {
  const view = await readOwnPayment(ctxOf(c), c.req.param('id'));
  return c.html(await paymentPage(c, view, { returned: c.req.query('returned') !== undefined }));
});

paymentScreens.post(paths.continuePayment(':id'), async (c) => {
  const id = c.req.param('id');
  try {
    return c.redirect(await openPayment(ctxOf(c), id), 303);
  } catch (error) {
    return refusedPage(c, id, error, 'unavailable');
  }
});

paymentScreens.post(paths.cancelPayment(':id'), async (c) => {
  const id = c.req.param('id');
  try {
    await cancelOwnPayment(ctxOf(c), id);
    return c.redirect(paths.payment(id), 303);
  } catch (error) {
    return refusedPage(c, id, error, 'cancelUnavailable');
  }
});

/** The page as it is now: paid or ended meanwhile (the state says it), or nobody answers. */
async function refusedPage(c: Req, id: string, error: unknown, words: 'unavailable' | 'cancelUnavailable') {
  if (!(error instanceof Refusal) || (error.code !== 'conflict' && error.code !== 'unavailable')) throw error;
  const view = await readOwnPayment(ctxOf(c), id);
  const shown = error.code === 'unavailable' ? { returned: false, unavailable: words } : { returned: false };
  return c.html(await paymentPage(c, view, shown), errorStatus[error.code]);
}

type Shown = { returned: boolean; unavailable?: 'unavailable' | 'cancelUnavailable' };

async function paymentPage(c: Req, view: PaymentView, shown: Shown): Promise<string> {
  const { lang } = c.var;
  const w = paymentsWords[lang];
  const { payment, items } = view;
  const limits = await readOwnLimits(ctxOf(c));
  const mayPay = may(ctxOf(c).actor, 'payment.pay') && (limits === undefined || limits.may.includes('pay'));
  const refresh = refreshOf(view, shown.returned && mayPay);
  return page(
    <Layout
      {...frameOf(c)}
      title={w.stateTitle}
      back={backOf(c)}
      islands={['payment-progress']}
      hasErrors={shown.unavailable !== undefined}
    >
      {shown.unavailable === undefined ? null : (
        <Notice tone="error" heading={w.unavailableHeading}>
          <p>{w[shown.unavailable]}</p>
        </Notice>
      )}
      <p class="unseen" role="status" id="payment-said"></p>
      <div id="payment-live" data-refresh={refresh}>
        <PaymentState lang={lang} view={view} returned={shown.returned} mayPay={mayPay} />
        <SummaryList
          items={[
            { key: w.amount, value: formatMoney(lang, payment.yen) },
            { key: w.begun, value: formatDayTime(lang, payment.createdAt) },
            ...(payment.settledAt === null ? [] : [{ key: w.settled, value: formatDayTime(lang, payment.settledAt) }]),
          ]}
        />
        <h2>{w.applicationsHeading}</h2>
        <Table
          {...{ lang, id: 'paid-for', caption: w.applicationsCaption, captionUnseen: true, phone: 'stack' }}
          columns={columns(lang, may(ctxOf(c).actor, 'paper.print'))}
          rows={items}
        />
      </div>
      {isUnpaid(payment.status) && mayPay ? <p>{w.cards}</p> : null}
    </Layout>,
  );
}

/** Who pays came from what waits for payment, who looks from the list of all. */
const backOf = (c: Req): { href: string; label: string } => {
  const w = paymentsWords[c.var.lang];
  if (may(ctxOf(c).actor, 'payment.pay')) return { href: paths.payments, label: w.list };
  return { href: paths.paymentHistory, label: w.historyTitle };
};

function columns(lang: Lang, mayPrint: boolean): Column<PaymentItem>[] {
  const w = paymentsWords[lang];
  const columns: Column<PaymentItem>[] = [
    {
      ...{ key: 'receipt', head: w.receipt, namesRow: true },
      cell: (row) => (
        <a href={paths.application(row.applicationId)} class="nowrap">
          {row.receiptNumber}
        </a>
      ),
    },
    { key: 'consignee', head: w.consignee, cell: (row) => <span lang="en">{row.consignee}</span> },
    { key: 'status', head: w.status, cell: ({ status }) => <ApplicationStatusTag lang={lang} status={status} /> },
    { key: 'fee', head: w.fee, kind: 'number', cell: (row) => formatMoney(lang, row.yen) },
  ];
  const print: Column<PaymentItem> = {
    ...{ key: 'print', head: w.print },
    cell: (row) =>
      row.status === 'issued' ? (
        <a href={paths.print(row.applicationId)} aria-label={w.printOf(row.receiptNumber ?? '')}>
          {w.print}
        </a>
      ) : (
        '—'
      ),
  };
  return mayPrint ? [...columns, print] : columns;
}
