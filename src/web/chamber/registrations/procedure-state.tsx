// At the top: the state, what comes next, and the one thing to do; then the case at a glance.

import type { Child } from 'hono/jsx';
import { procedureNames } from '../../../registrations/procedures/paper-names.ts';
import type { ProcedureStatus } from '../../../registrations/procedures/procedure-lifecycle.ts';
import { statusWords } from '../../firm/registration-form/form-words.ts';
import { paths } from '../../paths.ts';
import { ButtonLink, PostButton } from '../../ui/button.tsx';
import { formatDayTime, formatMoney } from '../../ui/dates.ts';
import { NextStep } from '../../ui/next-step.tsx';
import type { StatusTone } from '../../ui/status-tag.tsx';
import { detailOf, nameOf } from '../case-view.ts';
import { type DeskFact, DeskFacts } from '../desk-facts.tsx';
import { missingPapers, type ProcedureView } from './procedure-view.ts';
import { procedureWords } from './procedure-words.ts';

export const procedureTones: Readonly<Record<ProcedureStatus, StatusTone>> = {
  ...{ draft: 'neutral', submitted: 'progress', received: 'attention', examining: 'progress', returned: 'neutral' },
  ...{ rejected: 'stopped', cancelled: 'neutral', accepted: 'done' },
};

export function ProcedureState(props: ProcedureView) {
  const { lang, view, actions } = props;
  const w = procedureWords[lang];
  const { procedureId, status, claimedBy } = view.procedure;
  const { holder } = view;
  const holds = holder && status !== 'examining' ? ` ${w.heldBy(nameOf(lang, holder))}` : '';
  return (
    <div class="desk-top">
      <NextStep
        {...{ lang, tone: procedureTones[status], state: statusWords[lang][status] }}
        action={
          <div class="desk-actions">
            <MainDeed {...props} />
            {actions.has('claim') ? (
              <PostButton action={paths.claimProcedure(procedureId)}>{w.claim}</PostButton>
            ) : null}
            {actions.has('take_over') && holder ? (
              <PostButton action={paths.claimProcedure(procedureId)} values={{ from: claimedBy ?? '' }}>
                {w.takeOver(nameOf(lang, holder))}
              </PostButton>
            ) : null}
          </div>
        }
      >
        <p>
          {stateText(props)}
          {holds}
        </p>
      </NextStep>
    </div>
  );
}

function MainDeed({ lang, view, actions }: ProcedureView): Child {
  const w = procedureWords[lang];
  const { procedureId, round } = view.procedure;
  if (actions.has('examine'))
    return (
      <PostButton action={paths.examineProcedure(procedureId)} values={{ round: String(round) }} tone="primary">
        {w.examine}
      </PostButton>
    );
  if (actions.has('accept'))
    return (
      <ButtonLink href={`${paths.acceptProcedure(procedureId)}?round=${round}`} tone="primary">
        {w.accept}
      </ButtonLink>
    );
  return null;
}

function stateText({ lang, view, actions }: ProcedureView): string {
  const w = procedureWords[lang];
  const { status } = view.procedure;
  const texts: Readonly<Record<ProcedureStatus, string>> = {
    ...{ draft: '', submitted: w.waitsForPapers(missingPapers(view)), received: w.allThere },
    examining: actions.has('accept') || !view.holder ? w.examiningMine : w.examiningOther(nameOf(lang, view.holder)),
    ...{ returned: w.returnedText, rejected: w.rejectedText, cancelled: w.cancelledText, accepted: w.acceptedText },
  };
  return texts[status];
}

/** The number that acceptance gave, as its event says it. */
export const numberGiven = ({ view }: ProcedureView): string => {
  const accepted = view.events.findLast(({ action }) => action === 'accept');
  return (accepted && detailOf(accepted, 'number')) ?? '';
};

export function ProcedureFacts(props: ProcedureView) {
  const { lang, view } = props;
  const w = procedureWords[lang];
  const { kind, submittedAt, round, rulesVersion, agreedAt, accountId, mail, registrationId } = view.procedure;
  const number = numberGiven(props);
  const facts: DeskFact[] = [
    { key: w.kind, value: procedureNames[kind][lang] },
    { key: w.sentAt, value: submittedAt && formatDayTime(lang, submittedAt) },
    { key: w.round, value: w.roundOf(round) },
    { key: w.rules, value: w.rulesOf(rulesVersion, formatDayTime(lang, agreedAt)) },
    { key: w.begunBy, value: accountId === null ? w.byLink : w.byAdministrator },
    { key: w.mail, value: <span lang="en">{mail}</span> },
    ...(registrationId === null
      ? []
      : [
          {
            key: w.registration,
            value: <a href={paths.registerEntry(registrationId)}>{[number, w.toRegister].filter(Boolean).join(' ')}</a>,
          },
        ]),
    ...(view.procedure.feeYen === null ? [] : [{ key: w.fee, value: feeText(props, view.procedure.feeYen) }]),
  ];
  return <DeskFacts facts={facts} />;
}

function feeText({ lang, view }: ProcedureView, yen: number): string {
  const w = procedureWords[lang];
  const { feePaid } = view.procedure;
  const how = feePaid === null ? '' : ` ${feePaid === 'counter' ? w.feePaidCounter : w.feePaidCard}`;
  return `${formatMoney(lang, yen)}${how}`;
}
