// 登録料 on the page of a form: what is owed, how it is paid, and what became of a payment that was begun.
import type { Child } from 'hono/jsx';
import { isUnpaid } from '../../../payments/lifecycle.ts';
import type { OwnFee } from '../../../payments/pay-registration-fee.ts';
import type { Payment } from '../../../payments/payment.ts';
import { feeToReturn, type Procedure } from '../../../registrations/procedures/procedure.ts';
import { paths } from '../../paths.ts';
import { ButtonRow, PostButton } from '../../ui/button.tsx';
import { formatDayTime, formatMoney } from '../../ui/dates.ts';
import { Notice } from '../../ui/notice.tsx';
import type { SummaryItem } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { ownFeeWords } from './own-fee-words.ts';

export type FeeShown = OwnFee & {
  /** The payer has just come back from the card company. */
  returned: boolean;
  refused?: 'conflict' | 'unavailable' | undefined;
};

type Props = { lang: Lang; procedure: Procedure; fee: FeeShown };

/** Where the page's script looks for news, while the card company is asked; undefined when there is none to come. */
export const refreshOf = ({ payment, returned }: FeeShown): string | undefined =>
  returned && payment && isUnpaid(payment.status) ? paths.paymentReturn(payment.paymentId) : undefined;

export function OwnFeeNotice(props: Props) {
  const refusal = <Refused {...props} />;
  return (
    <>
      {props.fee.refused === undefined ? null : refusal}
      {noticeOf(props)}
    </>
  );
}

function Refused({ lang, fee: { refused } }: Props) {
  const w = ownFeeWords[lang];
  const isConflict = refused === 'conflict';
  return (
    <Notice tone="error" heading={isConflict ? w.conflictHeading : w.unavailableHeading}>
      <p>{isConflict ? w.conflict : w.unavailable}</p>
    </Notice>
  );
}

function noticeOf(props: Props): Child {
  const { lang, procedure, fee } = props;
  const w = ownFeeWords[lang];
  const { payment, returned, byCard } = fee;
  const toReturn = feeToReturn(procedure);
  if (toReturn > 0)
    return (
      <Notice tone="attention" heading={w.toReturnHeading}>
        <p>{w.toReturnText(formatMoney(lang, toReturn))}</p>
      </Notice>
    );
  if (procedure.feePaid === 'card' && returned)
    return (
      <Notice tone="success" heading={w.paidHeading}>
        <p>{w.paidText(formatMoney(lang, procedure.feeYen ?? 0))}</p>
      </Notice>
    );
  if (payment && isUnpaid(payment.status))
    return returned ? <Confirming {...props} payment={payment} /> : <Begun {...props} payment={payment} />;
  return byCard || isOwed(procedure) ? <Owed {...props} /> : null;
}

/** Whether the firm is still to pay it. */
const isOwed = ({ feeYen, feePaid, status }: Procedure): boolean =>
  (feeYen ?? 0) > 0 && feePaid === null && status !== 'accepted' && status !== 'rejected' && status !== 'cancelled';

function Owed({ lang, procedure, fee }: Props) {
  const w = ownFeeWords[lang];
  const ended = fee.returned && fee.payment !== undefined && fee.payment.status !== 'settled';
  return (
    <Notice
      tone="attention"
      heading={w.owedHeading}
      action={
        fee.byCard ? (
          <PostButton action={paths.payFormFee(procedure.procedureId)} tone="primary">
            {w.pay}
          </PostButton>
        ) : undefined
      }
    >
      {ended ? <p>{w.endedText}</p> : null}
      <p>{w.owedText(formatMoney(lang, procedure.feeYen ?? 0))}</p>
      <p>{fee.byCard ? w.byCard : w.byCounter}</p>
      {fee.byCard ? <p>{w.cards}</p> : null}
    </Notice>
  );
}

function Begun({ lang, procedure, payment }: Props & { payment: Payment }) {
  const w = ownFeeWords[lang];
  const until = formatDayTime(lang, payment.sessionExpiresAt);
  return (
    <Notice
      tone="attention"
      heading={w.begunHeading}
      action={<Buttons lang={lang} procedure={procedure} tone="primary" />}
    >
      <p>{w.begunText(formatMoney(lang, payment.yen), until)}</p>
    </Notice>
  );
}

function Confirming({ lang, procedure, payment }: Props & { payment: Payment }) {
  const w = ownFeeWords[lang];
  return (
    <Notice
      tone="info"
      heading={w.confirmingHeading}
      action={<Buttons lang={lang} procedure={procedure} tone="secondary" />}
    >
      <p>{w.confirmingText}</p>
      <p>{w.confirmingMore}</p>
      <p>
        <a href={paths.paymentReturn(payment.paymentId)}>{w.look}</a>
      </p>
    </Notice>
  );
}

function Buttons(props: { lang: Lang; procedure: Procedure; tone: 'primary' | 'secondary' }) {
  const w = ownFeeWords[props.lang];
  const { procedureId } = props.procedure;
  return (
    <ButtonRow>
      <PostButton action={paths.payFormFee(procedureId)} tone={props.tone}>
        {w.continue}
      </PostButton>
      <PostButton action={paths.cancelFormFee(procedureId)}>{w.cancel}</PostButton>
    </ButtonRow>
  );
}

/** The fee among the facts of a procedure; `unset`: what is said before the chamber has told it. */
export function feeFact(lang: Lang, procedure: Procedure, unset: string): Pick<SummaryItem, 'value' | 'action'> {
  const w = ownFeeWords[lang];
  const { procedureId, feeYen, feePaid, feeReturnedAt } = procedure;
  if (feeYen === null) return { value: unset };
  if (feeYen === 0) return { value: w.free };
  const fee = formatMoney(lang, feeYen);
  if (feeReturnedAt !== null) return { value: w.returned(fee) };
  if (feePaid === 'counter') return { value: w.paidByCounter(fee) };
  if (feePaid === 'card')
    return {
      value: w.paidByCard(fee),
      action: (
        <a href={paths.formStatement(procedureId)} download="">
          {w.statement}
        </a>
      ),
    };
  return { value: isOwed(procedure) ? w.owed(fee) : fee };
}

/** What giving the procedure up means for the fee; undefined: nothing. */
export function cancelFeeText(lang: Lang, procedure: Procedure, { payment }: OwnFee): string | undefined {
  const w = ownFeeWords[lang];
  if (procedure.feePaid !== null) return w.cancelPaid(formatMoney(lang, procedure.feeYen ?? 0));
  return payment && isUnpaid(payment.status) ? w.cancelPaying : undefined;
}
