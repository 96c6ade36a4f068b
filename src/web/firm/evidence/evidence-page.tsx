// The page of 添付書類, as it stands and as it comes back when a file was not taken.

import { isChangeable } from '../../../applications/application.ts';
import type { EvidenceKind } from '../../../applications/evidence-store.ts';
import type { FirmEvidence } from '../../../applications/firm-evidence.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Lang } from '../../ui/words.ts';
import { DraftFrame } from '../draft/draft-frame.tsx';
import { AttachedFile, Signatures } from './evidence-list.tsx';
import { evidenceScreenWords } from './evidence-words.ts';

/** The most that one file may have (evidence-pdf-messages), in bytes. */
const maxFile = 10_000_000;

/** @param problems at the fields `invoice` and `other` */
export function evidencePage(c: Req, view: FirmEvidence, problems: readonly FieldProblem[], closedNow = false): string {
  const { lang } = c.var;
  const { application } = view;
  const w = evidenceScreenWords[lang];
  const hasInvoice = view.evidence.some((one) => one.kind === 'invoice');
  return page(
    <DraftFrame {...{ c, application, problems, step: 'evidence', islands: ['file-drop'] }}>
      {closedNow ? <Closed lang={lang} id={application.applicationId} /> : null}
      <p>{w.lead}</p>
      <InvoicePart {...{ lang, view, problems }} />
      <OtherPart {...{ lang, view, problems }} />
      <ButtonRow>
        <ButtonLink href={paths.review(application.applicationId)} tone={hasInvoice ? 'primary' : 'secondary'}>
          {w.next}
        </ButtonLink>
      </ButtonRow>
    </DraftFrame>,
  );
}

type PartProps = { lang: Lang; view: FirmEvidence; problems: readonly FieldProblem[] };

function InvoicePart({ lang, view, problems }: PartProps) {
  const w = evidenceScreenWords[lang];
  const invoices = view.evidence.filter((one) => one.kind === 'invoice');
  const open = isChangeable(view.application);
  return (
    <section aria-labelledby="invoice">
      <h2 id="invoice">{w.invoice}</h2>
      <p>{w.invoiceLead}</p>
      {invoices.length === 0 ? <EmptyState heading={w.invoiceNone}>{w.invoiceNoneText}</EmptyState> : null}
      {open ? <AttachForm {...{ lang, view, problems, kind: 'invoice', first: invoices.length === 0 }} /> : null}
      {invoices.length === 0 ? null : (
        <div class="attached-pages">
          <div>
            {invoices.map((file) => (
              <AttachedFile {...{ lang, file, open }} />
            ))}
          </div>
          <Signatures lang={lang} signatories={view.signatories} />
        </div>
      )}
    </section>
  );
}

function OtherPart({ lang, view, problems }: PartProps) {
  const w = evidenceScreenWords[lang];
  const open = isChangeable(view.application);
  return (
    <section aria-labelledby="other">
      <h2 id="other">{w.other}</h2>
      <p>{w.otherLead}</p>
      {open ? <AttachForm {...{ lang, view, problems, kind: 'other', first: false }} /> : null}
      {view.evidence
        .filter((one) => one.kind === 'other')
        .map((file) => (
          <AttachedFile {...{ lang, file, open }} />
        ))}
    </section>
  );
}

function AttachForm(props: PartProps & { kind: EvidenceKind; first: boolean }) {
  const { lang, kind } = props;
  const w = evidenceScreenWords[lang];
  const label = kind === 'invoice' ? w.invoiceFile : w.otherFile;
  return (
    <form method="post" action={paths.evidence(props.view.application.applicationId)} enctype="multipart/form-data">
      <FileDrop
        {...{ lang, label, name: kind, accept: '.pdf,application/pdf', types: 'PDF', maxBytes: maxFile }}
        {...{ multiple: true, required: props.first ? true : undefined }}
        more={`${w.more}${lang === 'en' ? ' ' : ''}${w.total}`}
        error={problemsAt(props.problems, lang, kind)}
      />
      <ButtonRow>
        <Button tone={props.first ? 'primary' : 'secondary'}>
          {kind === 'invoice' ? w.attachInvoice : w.attachOther}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** Everything that is said at a field: several files share it, and each may be refused for a reason of its own. */
function problemsAt(problems: readonly FieldProblem[], lang: Lang, field: EvidenceKind): string | undefined {
  const said = problems.filter((problem) => problem.field === field).map((problem) => problem[lang]);
  return said.length === 0 ? undefined : said.join(lang === 'en' ? ' ' : '');
}

/** The chamber took the application while somebody was choosing a file. */
function Closed({ lang, id }: { lang: Lang; id: string }) {
  const w = evidenceScreenWords[lang];
  return (
    <Notice
      tone="attention"
      heading={w.closedHeading}
      action={<ButtonLink href={paths.application(id)}>{w.closedLink}</ButtonLink>}
    >
      <p>{w.closedText}</p>
    </Notice>
  );
}
