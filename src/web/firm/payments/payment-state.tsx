// The state of a payment at the top of its page: what is so, what happens next, the one thing to do.
import { isUnpaid } from '../../../payments/lifecycle.ts';
import type { PaymentView } from '../../../payments/own-payments.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { formatDayTime } from '../../ui/dates.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { Lang } from '../../ui/words.ts';
import { paymentStatusTone } from './payment-status.ts';
import { confirmingWord, paymentStatusWords, paymentsWords } from './payments-words.ts';
import { UnpaidButtons } from './unpaid-payment.tsx';

const countOf = ({ items }: PaymentView, status: string): number =>
  items.filter((item) => item.status === status).length;

/** Where the page's script looks for news; undefined when there is none to come without somebody's doing. */
export function refreshOf(view: PaymentView, returned: boolean): string | undefined {
  const { status, paymentId } = view.payment;
  // The way back from the card company asks it again.
  if (isUnpaid(status)) return returned ? paths.paymentReturn(paymentId) : undefined;
  return status === 'settled' && countOf(view, 'paid') > 0 ? paths.payment(paymentId) : undefined;
}

type Props = { lang: Lang; view: PaymentView; returned: boolean /** Else the reader only looks. */; mayPay: boolean };

export function PaymentState({ lang, view, returned, mayPay }: Props) {
  const { status } = view.payment;
  if (isUnpaid(status)) return <Unpaid {...{ lang, view, mayPay }} returned={returned && mayPay} />;
  if (status === 'settled') return <Settled {...{ lang, view, mayPay }} />;
  const w = paymentsWords[lang];
  const text = { failed: w.failed, expired: w.expired, cancelled: w.cancelled, refunded: w.refunded } as const;
  return (
    <NextStep
      {...{ lang, tone: paymentStatusTone[status], state: paymentStatusWords[lang][status] }}
      action={mayPay ? <ButtonLink href={paths.payments}>{w.again}</ButtonLink> : undefined}
    >
      <p>{text[status as keyof typeof text]}</p>
    </NextStep>
  );
}

function Unpaid({ lang, view, returned, mayPay }: Props) {
  const w = paymentsWords[lang];
  const { status, paymentId, sessionExpiresAt } = view.payment;
  if (!returned)
    return (
      <NextStep
        {...{ lang, tone: 'attention', state: paymentStatusWords[lang][status] }}
        action={mayPay ? <UnpaidButtons lang={lang} view={view} tone="primary" /> : undefined}
      >
        <p>{(mayPay ? w.waiting : w.waitingElsewhere)(formatDayTime(lang, sessionExpiresAt))}</p>
      </NextStep>
    );
  return (
    <NextStep
      {...{ lang, tone: 'progress', state: confirmingWord[lang].confirming }}
      action={<UnpaidButtons lang={lang} view={view} tone="secondary" />}
    >
      <p>{w.confirming}</p>
      <p>{w.confirmingMore}</p>
      <p>
        <a href={paths.paymentReturn(paymentId)}>{w.look}</a>
      </p>
    </NextStep>
  );
}

function Settled({ lang, view, mayPay }: Omit<Props, 'returned'>) {
  const w = paymentsWords[lang];
  const { paymentId } = view.payment;
  const [issued, held, total] = [countOf(view, 'issued'), countOf(view, 'held'), view.items.length];
  const isWorking = countOf(view, 'paid') > 0;
  const toPrint = (
    <ButtonLink href={paths.printable} tone="primary">
      {w.toPrint}
    </ButtonLink>
  );
  return (
    <NextStep
      {...{ lang, tone: 'done', state: paymentStatusWords[lang].settled }}
      action={issued > 0 && !isWorking && mayPay ? toPrint : undefined}
    >
      <p>{isWorking || issued === 0 ? w.issuing : mayPay ? w.issued : w.issuedElsewhere}</p>
      {held > 0 ? <p>{w.someHeld(held)}</p> : null}
      <Progress id="issued" text={w.progress(issued, total)} done={issued} total={total} />
      {isWorking ? (
        <p>
          <a href={paths.payment(paymentId)}>{w.look}</a>
        </p>
      ) : null}
    </NextStep>
  );
}
