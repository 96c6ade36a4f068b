// The top of a case: its state, who holds it, what happens next, and the one thing to do.
import type { ApplicationStatus } from '../../applications/lifecycle.ts';
import { applicationStatusTone, applicationStatusWords } from '../firm/applications/application-status.ts';
import { paths } from '../paths.ts';
import { ButtonLink, PostButton } from '../ui/button.tsx';
import { formatDayTime } from '../ui/dates.ts';
import { NextStep } from '../ui/next-step.tsx';
import type { StatusTone } from '../ui/status-tag.tsx';
import { deskNextWords } from './case-state-words.ts';
import { type CaseView, detailOf, nameOf } from './case-view.ts';
import { caseWords } from './case-words.ts';
import { sanctionsDeskWords } from './sanctions/sanctions-desk-words.ts';

/** As the chamber sees it, whose turn is the other one's: what the firm waits for calls for attention here. */
const tones: Readonly<Record<ApplicationStatus, StatusTone>> = {
  ...applicationStatusTone,
  ...({ submitted: 'attention', approved: 'attention', returned: 'progress', certified: 'progress' } as const),
};

export function CaseState(props: CaseView) {
  const { lang, view } = props;
  const w = caseWords[lang];
  const { status, round } = view.application;
  const since = view.history.findLast((event) => event.to === status)?.at;
  const texts = [w.round(round), ...(since ? [w.since(formatDayTime(lang, since))] : [])];
  return (
    <NextStep
      {...{ lang, tone: tones[status], state: applicationStatusWords[lang][status] }}
      since={texts.join(lang === 'ja' ? '、' : ', ')}
      action={<Action {...props} />}
    >
      <p>
        {view.inWay.length > 0 && (status === 'certified' || status === 'held')
          ? sanctionsDeskWords[lang].stopped
          : deskNextWords[lang][status]}{' '}
        <Holder {...props} />
      </p>
      <Told {...props} />
    </NextStep>
  );
}

function Holder({ lang, view, actions }: CaseView) {
  const w = caseWords[lang];
  const { holder, application } = view;
  if (actions.has('claim')) return <>{w.nobody}</>;
  if (!holder || !application.claimedAt) return null;
  const since = formatDayTime(lang, application.claimedAt);
  return <strong>{actions.has('release') ? w.heldByYou(since) : w.heldBy(nameOf(lang, holder), since)}</strong>;
}

/** What was said when it came to this state: a reason, a certificate number; and why the reader cannot certify it. */
function Told({ lang, view, actions, isOwnApproval }: CaseView) {
  const w = caseWords[lang];
  const last = view.history.findLast((event) => event.to === view.application.status && event.from !== event.to);
  const note = last && detailOf(last, 'note');
  const number = last && detailOf(last, 'number');
  return (
    <>
      {number === undefined ? null : <p class="numbers">{w.number(number)}</p>}
      {note === undefined ? null : <p class="desk-said">{w.reason(note)}</p>}
      {isOwnApproval ? <p>{w.ownApproval}</p> : null}
      {view.application.status === 'held' && !actions.has('resume') && !actions.has('go_on') ? (
        <p>{w.resumeByCertifier}</p>
      ) : null}
    </>
  );
}

function Action({ lang, view, actions }: CaseView) {
  const w = caseWords[lang];
  const { applicationId, round } = view.application;
  const values = { round: String(round) };
  const asked = (href: string): string => `${href}?round=${round}`;
  return (
    <div class="desk-actions">
      {actions.has('claim') ? (
        <PostButton action={paths.claimCase(applicationId)} values={values} tone="primary">
          {w.claim}
        </PostButton>
      ) : null}
      {actions.has('take_over') && view.holder ? (
        <PostButton action={paths.claimCase(applicationId)} values={{ ...values, from: view.holder.accountId }}>
          {w.takeOver(nameOf(lang, view.holder))}
        </PostButton>
      ) : null}
      {actions.has('certify') ? (
        <ButtonLink href={asked(paths.certifyCase(applicationId))} tone="primary">
          {w.certify}
        </ButtonLink>
      ) : null}
      {actions.has('hand_back') ? (
        <ButtonLink href={asked(paths.handBackCase(applicationId))}>{w.handBack}</ButtonLink>
      ) : null}
      {actions.has('resume') ? (
        <PostButton action={paths.resumeCase(applicationId)} values={values} tone="primary">
          {w.resume}
        </PostButton>
      ) : null}
      {actions.has('go_on') ? (
        <ButtonLink href={paths.letGoOn(applicationId)}>{sanctionsDeskWords[lang].goOn}</ButtonLink>
      ) : null}
      {actions.has('cancel') ? <ButtonLink href={asked(paths.cancelCase(applicationId))}>{w.cancel}</ButtonLink> : null}
      {actions.has('release') ? (
        <PostButton action={paths.releaseCase(applicationId)} values={values}>
          {w.release}
        </PostButton>
      ) : null}
    </div>
  );
}
