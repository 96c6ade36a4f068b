// A payment that was begun and may still be paid: go on, or give it up.
import type { PaymentView } from '../../../payments/own-payments.ts';
import { paths } from '../../paths.ts';
import { ButtonRow, type ButtonTone, PostButton } from '../../ui/button.tsx';
import { formatDayTime, formatMoney } from '../../ui/dates.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { paymentsWords } from './payments-words.ts';

const receiptsShown = 3;

/** `mayPay`: else it is only told of. */
export function UnpaidPayment(props: { lang: Lang; view: PaymentView; tone: ButtonTone; mayPay: boolean }) {
  const { lang, view } = props;
  const { payment, items } = view;
  const w = paymentsWords[lang];
  return (
    <div class="unpaid-payment">
      <SummaryList
        items={[
          { key: w.amount, value: w.unpaid(items.length, formatMoney(lang, payment.yen)) },
          { key: w.receipt, value: <a href={paths.payment(payment.paymentId)}>{receiptsOf(lang, view)}</a> },
        ]}
      />
      <p>{w.until(formatDayTime(lang, payment.sessionExpiresAt))}</p>
      {props.mayPay ? <UnpaidButtons {...props} /> : null}
    </div>
  );
}

export function UnpaidButtons(props: { lang: Lang; view: PaymentView; tone: ButtonTone }) {
  const { lang, view } = props;
  const w = paymentsWords[lang];
  const { paymentId } = view.payment;
  const which = <span class="unseen"> {w.ofPayment(receiptsOf(lang, view))}</span>;
  return (
    <ButtonRow>
      <PostButton action={paths.continuePayment(paymentId)} tone={props.tone}>
        {w.continue}
        {which}
      </PostButton>
      <PostButton action={paths.cancelPayment(paymentId)}>
        {w.cancel}
        {which}
      </PostButton>
    </ButtonRow>
  );
}

function receiptsOf(lang: Lang, { items }: PaymentView): string {
  const shown = items.slice(0, receiptsShown).map((item) => item.receiptNumber ?? '—');
  const more = items.length - shown.length;
  const joined = shown.join(lang === 'ja' ? '、' : ', ');
  if (more <= 0) return joined;
  return lang === 'ja' ? `${joined} ほか${more}件` : `${joined} and ${more} more`;
}
