// お支払い: the certified applications that wait for payment, any number of them in one.
import { Hono } from 'hono';
import { type OwnLimits, readOwnLimits } from '../../../applications/own-limits.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { listPayable, type PayableView, payablePageSize, payFor } from '../../../payments/own-payments.ts';
import type { PaymentItem } from '../../../payments/own-payments-store.ts';
import { readOwnSanctions } from '../../../registrations/sanctions/read-sanction.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatCount, formatMoney } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pager } from '../../ui/pager.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { invoicesText } from '../applications/applications.tsx';
import { SanctionNotices } from '../sanction-notice.tsx';
import { signatoryName, subHomeWords } from '../sub-home.tsx';
import { pageAsked } from './payment-status.ts';
import { paymentsWords } from './payments-words.ts';
import { UnpaidPayment } from './unpaid-payment.tsx';

export const payableScreens = new Hono<Env>();

payableScreens.get(paths.payments, async (c) => {
  const asked = c.req.query('application');
  return c.html(await payablePage(c, asked === undefined ? {} : { chosen: [asked] }));
});

payableScreens.post(paths.payments, async (c) => {
  const body = await c.req.parseBody({ all: true });
  const chosen = [body['application'] ?? []].flat().filter((value) => typeof value === 'string');
  try {
    return c.redirect(await payFor(ctxOf(c), { applicationIds: chosen, locale: c.var.lang }), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || !['invalid', 'conflict', 'unavailable'].includes(error.code)) throw error;
    return c.html(await payablePage(c, { chosen, refusal: error }), errorStatus[error.code]);
  }
});

/** `chosen`: what is ticked; everything when left out, since a firm usually pays all at once. */
type Shown = { chosen?: readonly string[]; refusal?: Refusal };

async function payablePage(c: Req, shown: Shown): Promise<string> {
  const asked = pageAsked(c.req.query('page'));
  const found = await listPayable(ctxOf(c), asked);
  const limits = await readOwnLimits(ctxOf(c));
  const sanctions = await readOwnSanctions(ctxOf(c));
  const mayPay = limits === undefined || limits.may.includes('pay');
  const { lang } = c.var;
  const w = paymentsWords[lang];
  const problems = shown.refusal?.fields ?? [];
  return page(
    <Layout {...frameOf(c)} title={w.title} islands={['payment-total']} hasErrors={shown.refusal !== undefined}>
      <ErrorSummary lang={lang} problems={problems} />
      <Refused lang={lang} refusal={shown.refusal} />
      <SanctionNotices lang={lang} sanctions={sanctions} />
      <Unpaid lang={lang} found={found} mayPay={mayPay} />
      {found.total === 0 ? (
        <NothingWaits lang={lang} besides={found.unpaid.length > 0} />
      ) : (
        <>
          <h2>{w.heading}</h2>
          <Pager
            {...{ lang, total: found.total, perPage: payablePageSize, page: asked }}
            hrefOf={(to) => `${paths.payments}?page=${to}`}
          />
          {limits && !mayPay ? (
            <SignatoryPays {...{ lang, limits, rows: found.rows }} />
          ) : (
            <Choice {...{ lang, rows: found.rows, stopped: found.stopped, chosen: shown.chosen }} />
          )}
        </>
      )}
      <p>
        <a href={paths.paymentHistory}>{w.history}</a>
      </p>
      <p>
        <a href={paths.spend}>{w.sums}</a>
      </p>
    </Layout>,
  );
}

/** To a sub ID that may not pay: what waits, and who pays it. */
function SignatoryPays(props: { lang: Lang; limits: OwnLimits; rows: readonly PaymentItem[] }) {
  const { lang, limits, rows } = props;
  const w = paymentsWords[lang];
  return (
    <>
      <p>{subHomeWords[lang].payNot(signatoryName(lang, limits))}</p>
      <Table
        {...{ lang, id: 'payable', caption: w.caption, captionUnseen: true, phone: 'stack', rows }}
        columns={columns(lang, () => false, new Set()).filter(({ key }) => key !== 'choose')}
      />
    </>
  );
}

function NothingWaits({ lang, besides }: { lang: Lang; besides: boolean }) {
  const w = paymentsWords[lang];
  if (besides) return <p>{w.emptyBesides}</p>;
  return (
    <EmptyState heading={w.emptyHeading} action={<ButtonLink href={paths.applications}>{w.applications}</ButtonLink>}>
      <p>{w.empty}</p>
    </EmptyState>
  );
}

function Refused({ lang, refusal }: { lang: Lang; refusal: Refusal | undefined }) {
  const w = paymentsWords[lang];
  if (refusal?.code === 'conflict')
    return (
      <Notice tone="error" heading={w.conflictHeading}>
        <p>{w.conflict}</p>
      </Notice>
    );
  if (refusal?.code === 'unavailable')
    return (
      <Notice tone="error" heading={w.unavailableHeading}>
        <p>{w.unavailable}</p>
      </Notice>
    );
  return null;
}

function Unpaid({ lang, found, mayPay }: { lang: Lang; found: PayableView; mayPay: boolean }) {
  const w = paymentsWords[lang];
  if (found.unpaid.length === 0) return null;
  return (
    <>
      <h2>{w.unpaidHeading}</h2>
      {found.unpaid.map((view) => (
        <UnpaidPayment {...{ lang, view, mayPay }} tone={found.total === 0 ? 'primary' : 'secondary'} />
      ))}
    </>
  );
}

function Choice(props: {
  lang: Lang;
  rows: readonly PaymentItem[];
  stopped: ReadonlySet<string>;
  chosen: readonly string[] | undefined;
}) {
  const { lang, rows, stopped, chosen } = props;
  const w = paymentsWords[lang];
  const isChosen = ({ applicationId }: PaymentItem): boolean =>
    !stopped.has(applicationId) && (chosen?.includes(applicationId) ?? true);
  const ticked = rows.filter(isChosen);
  const yen = ticked.reduce((sum, row) => sum + row.yen, 0);
  const total = w.total.replace('{count}', formatCount(ticked.length)).replace('{yen}', formatCount(yen));
  if (rows.every(({ applicationId }) => stopped.has(applicationId)))
    return (
      <Table
        {...{ lang, id: 'payable', caption: w.caption, captionUnseen: true, phone: 'stack', rows }}
        columns={columns(lang, isChosen, stopped)}
      />
    );
  return (
    <form method="post" action={paths.payments} class="payment-choice" data-island="payment-total">
      <Table
        {...{ lang, id: 'payable', caption: w.caption, captionUnseen: true, phone: 'stack', rows }}
        columns={columns(lang, isChosen, stopped)}
      />
      <p class="payment-total">
        <output data-words={w.total}>{total}</output>
      </p>
      <p class="quiet">{w.totalHelp}</p>
      <p>{w.onlyFee}</p>
      <p>{w.cards}</p>
      <ButtonRow>
        <Button tone="primary">{w.pay}</Button>
      </ButtonRow>
    </form>
  );
}

/** `stopped`: those wait for the chamber's decision and have no box to tick. */
function columns(
  lang: Lang,
  isChosen: (row: PaymentItem) => boolean,
  stopped: ReadonlySet<string>,
): Column<PaymentItem>[] {
  const w = paymentsWords[lang];
  return [
    {
      ...{ key: 'choose', head: w.choose, kind: 'check' },
      cell: (row) =>
        stopped.has(row.applicationId) ? (
          <StatusTag tone="stopped" text={w.waitsForDecision} />
        ) : (
          <input
            type="checkbox"
            name="application"
            value={row.applicationId}
            data-yen={String(row.yen)}
            checked={isChosen(row)}
            aria-label={w.chooseOne(row.receiptNumber ?? '')}
          />
        ),
    },
    {
      ...{ key: 'receipt', head: w.receipt, namesRow: true },
      cell: (row) => (
        <a href={paths.application(row.applicationId)} class="nowrap">
          {row.receiptNumber}
        </a>
      ),
    },
    { key: 'consignee', head: w.consignee, cell: (row) => <span lang="en">{row.consignee}</span> },
    { key: 'invoices', head: w.invoices, cell: (row) => invoicesText(lang, row.invoiceNumbers) },
    { key: 'fee', head: w.fee, kind: 'number', cell: (row) => formatMoney(lang, row.yen) },
  ];
}
