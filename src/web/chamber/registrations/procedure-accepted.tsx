// After acceptance: what to hand over at the counter.
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { numberGiven } from './procedure-state.tsx';
import type { ProcedureView } from './procedure-view.ts';
import { procedureWords } from './procedure-words.ts';

export function ProcedureAccepted(props: ProcedureView) {
  const { lang, view } = props;
  const { status, procedureId } = view.procedure;
  if (status !== 'accepted') return null;
  const w = procedureWords[lang];
  return (
    <Notice
      tone="success"
      heading={w.doneHeading}
      action={
        <ButtonLink href={paths.deskCertificate(procedureId)} download="" tone="primary">
          {w.certificate}
        </ButtonLink>
      }
    >
      <SummaryList
        items={[
          { key: w.number, value: numberGiven(props) },
          { key: w.administratorId, value: view.administratorId ?? '—' },
        ]}
      />
      <p>{w.certificateLead}</p>
    </Notice>
  );
}
