// 登録料 on a procedure's page: what was told, whether it is paid, and what the desk may do about it now.
import type { Child } from 'hono/jsx';
import { memberClasses } from '../../../chambers/fees.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import type { DeskFee } from '../../../payments/registration-fee-desk.ts';
import { isFreeProcedure } from '../../../payments/registration-fees.ts';
import { feeToReturn, type Procedure } from '../../../registrations/procedures/procedure.ts';
import { choiceNames } from '../../firm/registration-form/field-words.ts';
import { paths } from '../../paths.ts';
import { Button, PostButton } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { formatDayTime, formatMoney } from '../../ui/dates.ts';
import { problemFor } from '../../ui/field-frame.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { Lang } from '../../ui/words.ts';
import { decideWords } from './decide-words.ts';
import { feeWords } from './fee-words.ts';
import type { ProcedureView } from './procedure-view.ts';

type Props = ProcedureView & { fee: DeskFee; problems: readonly FieldProblem[] };

export function ProcedureFee(props: Props) {
  const { lang, view } = props;
  const w = feeWords[lang];
  if (isFreeProcedure(view.procedure.kind)) return null;
  if (feeToReturn(view.procedure) > 0) return <ToReturn {...props} />;
  const shown = stateOf(props);
  if (shown === null) return null;
  return (
    <section aria-labelledby="fee" class="reg-fee">
      <h2 id="fee">{w.heading}</h2>
      {shown}
    </section>
  );
}

function stateOf(props: Props): Child {
  const { lang, view, actions } = props;
  const w = feeWords[lang];
  const { feePaid, feeYen, feeReturnedAt, status } = view.procedure;
  if (feeReturnedAt !== null) return <p>{w.returned(formatDayTime(lang, feeReturnedAt))}</p>;
  if (feePaid !== null) return <Paid {...props} />;
  if (props.fee.paying) return <Paying {...props} />;
  if (feeYen !== null && feeYen > 0 && actions.has('receive_fee')) return <Owed {...props} />;
  if (actions.has('tell_fee')) return <Unset {...props} />;
  return status === 'submitted' && feeYen === null ? <p>{w.unset}</p> : null;
}

const classOf = (lang: Lang, { feeMemberClass }: Procedure): string =>
  (feeMemberClass === null ? undefined : choiceNames[feeMemberClass]?.[lang]) ?? '—';

const howOf = (lang: Lang, { feePaid }: Procedure): string =>
  feePaid === 'card' ? feeWords[lang].byCard : feeWords[lang].byCounter;

function Paid({ lang, view: { procedure } }: Props) {
  const w = feeWords[lang];
  const fee = formatMoney(lang, procedure.feeYen ?? 0);
  return (
    <p>
      <StatusTag tone="done" text={w.paid} /> {w.paidText(fee, classOf(lang, procedure), howOf(lang, procedure))}
    </p>
  );
}

function Paying({ lang, view: { procedure }, fee: { paying } }: Props) {
  const w = feeWords[lang];
  if (!paying) return null;
  return (
    <>
      <p>
        <StatusTag tone="progress" text={w.paying} /> {formatMoney(lang, procedure.feeYen ?? 0)}
      </p>
      <p>{w.payingText(formatDayTime(lang, paying.sessionExpiresAt))}</p>
    </>
  );
}

function Owed(props: Props) {
  const { lang, view, actions, problems } = props;
  const w = feeWords[lang];
  const { procedure } = view;
  const { procedureId, round, feeYen } = procedure;
  const fee = formatMoney(lang, feeYen ?? 0);
  return (
    <>
      <p>
        <StatusTag tone="attention" text={w.owed} /> {w.told(fee, classOf(lang, procedure))}{' '}
        {props.fee.online ? w.online : w.counterOnly}
      </p>
      <div class="desk-actions">
        <PostButton
          action={paths.receiveFee(procedureId)}
          values={{ round: String(round), feeSeenYen: String(feeYen ?? 0) }}
        >
          {w.receive(fee)}
        </PostButton>
      </div>
      {actions.has('tell_fee') ? (
        <details open={problems.length > 0}>
          <summary>{w.classAgain}</summary>
          <TellForm {...props} label={w.tellAgain} />
        </details>
      ) : null}
    </>
  );
}

/** Nothing was told yet, or that it is free. */
function Unset(props: Props) {
  const { lang, view, problems } = props;
  const w = feeWords[lang];
  if (view.procedure.feeYen === null)
    return (
      <>
        <p>
          {w.lead} {props.fee.online ? w.online : w.counterOnly}
        </p>
        <TellForm {...props} label={w.tell} />
      </>
    );
  return (
    <>
      <p>{w.toldFree(classOf(lang, view.procedure))}</p>
      <details open={problems.length > 0}>
        <summary>{w.classAgain}</summary>
        <TellForm {...props} label={w.tellAgain} />
      </details>
    </>
  );
}

function TellForm(props: Props & { label: string }) {
  const { lang, view, fee, problems, label } = props;
  const w = decideWords[lang];
  const { procedureId, round, content, feeMemberClass } = view.procedure;
  const said = choiceNames[content.memberClass]?.[lang];
  return (
    <form method="post" action={paths.tellFee(procedureId)}>
      <input type="hidden" name="round" value={String(round)} />
      <SeenFees fees={fee.fees} />
      <RadioGroup
        {...{ lang, name: 'memberClass', label: w.memberClass, required: true }}
        help={said === undefined ? undefined : w.memberClassSaid(said)}
        value={feeMemberClass ?? content.memberClass}
        options={memberClasses.map((one) => ({ value: one, label: feeLabel(lang, one, fee.fees[one]) }))}
        error={problemFor(problems, lang, 'memberClass')}
      />
      <div class="desk-actions">
        <Button>{label}</Button>
      </div>
    </form>
  );
}

/** What the reader has in front of him is what he decides on. */
export const SeenFees = ({ fees }: { fees: DeskFee['fees'] }) => (
  <>
    {memberClasses.map((one) => (
      <input type="hidden" name={`fee.${one}`} value={String(fees[one] ?? '')} />
    ))}
  </>
);

/** A member class with what it costs. */
export function feeLabel(lang: Lang, one: (typeof memberClasses)[number], yen: number | undefined): string {
  const w = decideWords[lang];
  const name = choiceNames[one]?.[lang] ?? one;
  if (yen === undefined) return w.feeOf(name, w.noFee);
  return w.feeOf(name, yen === 0 ? w.free : formatMoney(lang, yen));
}

function ToReturn({ lang, view: { procedure }, actions }: Props) {
  const w = feeWords[lang];
  const { procedureId } = procedure;
  const fee = formatMoney(lang, feeToReturn(procedure));
  return (
    <Notice
      tone="attention"
      heading={w.toReturn}
      action={
        actions.has('return_fee') ? (
          <PostButton action={paths.returnFee(procedureId)}>{w.return}</PostButton>
        ) : undefined
      }
    >
      <p>{w.toReturnText(fee, howOf(lang, procedure))}</p>
    </Notice>
  );
}
