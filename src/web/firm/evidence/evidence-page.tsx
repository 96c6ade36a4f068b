// The page of 添付書類, as it stands and as it comes back when a file was not taken.

import { isChangeable } from '../../../applications/application.ts';
import { type EvidenceKind, evidenceKinds, evidenceNames } from '../../../applications/evidence-kinds.ts';
import type { FirmEvidence } from '../../../applications/firm-evidence.ts';
import { isAttached, type NeededEvidence } from '../../../applications/forms/needed.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { DraftFrame } from '../draft/draft-frame.tsx';
import { AttachedFile, Signatures } from './evidence-list.tsx';
import { evidenceScreenWords } from './evidence-words.ts';

/** The most that one file may have (evidence-pdf-messages), in bytes. */
const maxFile = 10_000_000;

/** @param problems at the field of the document that was sent: `invoice`, `export_proof`, `other` */
export function evidencePage(c: Req, view: FirmEvidence, problems: readonly FieldProblem[], closedNow = false): string {
  const { lang } = c.var;
  const { application, needed, evidence } = view;
  const w = evidenceScreenWords[lang];
  const nextMissing = needed.find((one) => !isAttached(one, evidence));
  const part = { lang, view, problems };
  return page(
    <DraftFrame {...{ c, application, problems, step: 'evidence', islands: ['file-drop'] }}>
      {closedNow ? <Closed lang={lang} id={application.applicationId} /> : null}
      <p>{w.lead}</p>
      {needed.map((one) => (
        <NeededPart {...part} needed={one} isNext={one === nextMissing} />
      ))}
      <OtherPart {...part} />
      <ButtonRow>
        <ButtonLink
          href={paths.review(application.applicationId)}
          tone={nextMissing === undefined ? 'primary' : 'secondary'}
        >
          {w.next}
        </ButtonLink>
      </ButtonRow>
    </DraftFrame>,
  );
}

type PartProps = { lang: Lang; view: FirmEvidence; problems: readonly FieldProblem[] };

/** A document that this case cannot do without: what it is, why, and its place. `isNext`: the first that is missing. */
function NeededPart(props: PartProps & { needed: NeededEvidence; isNext: boolean }) {
  const { lang, view, problems, needed, isNext } = props;
  const w = evidenceScreenWords[lang];
  const [field] = needed.kinds;
  const isInvoice = field === 'invoice';
  const files = view.evidence.filter((one) => needed.kinds.includes(one.kind));
  const open = isChangeable(view.application);
  const isChoice = needed.kinds.length > 1;
  const listed = files.map((file) => <AttachedFile {...{ lang, file, open }} named={isChoice} />);
  return (
    <section aria-labelledby={field}>
      <h2 id={field}>{isChoice ? w.oneOf : evidenceNames[field][lang]}</h2>
      <p>{isInvoice ? w.invoiceLead : needed.because[lang]}</p>
      {isChoice ? <KindsList lang={lang} kinds={needed.kinds} /> : null}
      {isInvoice && files.length === 0 ? <EmptyState heading={w.invoiceNone}>{w.noneText}</EmptyState> : null}
      {!isInvoice && files.length === 0 ? <p class="quiet">{w.noneYet}</p> : null}
      {open ? (
        <AttachForm {...{ lang, view, problems, field, kinds: needed.kinds, first: files.length === 0, isNext }} />
      ) : null}
      {isInvoice && files.length > 0 ? (
        <div class="attached-pages">
          <div>{listed}</div>
          <Signatures lang={lang} signatories={view.signatories} />
        </div>
      ) : (
        listed
      )}
    </section>
  );
}

const KindsList = ({ lang, kinds }: { lang: Lang; kinds: readonly EvidenceKind[] }) => (
  <ul>
    {kinds.map((kind) => (
      <li>{evidenceNames[kind][lang]}</li>
    ))}
  </ul>
);

/** What completes the case, and what an examiner asked for: of any kind. */
function OtherPart({ lang, view, problems }: PartProps) {
  const w = evidenceScreenWords[lang];
  const open = isChangeable(view.application);
  const shown = new Set<EvidenceKind>(view.needed.flatMap((one) => one.kinds));
  const kinds: EvidenceKind[] = ['other', ...evidenceKinds.filter((kind) => kind !== 'other' && !shown.has(kind))];
  return (
    <section aria-labelledby="other">
      <h2 id="other">{w.other}</h2>
      <p>{w.otherLead}</p>
      {open ? <AttachForm {...{ lang, view, problems, field: 'other', kinds, first: false, isNext: false }} /> : null}
      {view.evidence
        .filter((one) => !shown.has(one.kind))
        .map((file) => (
          <AttachedFile {...{ lang, file, open }} named={file.kind !== 'other'} />
        ))}
    </section>
  );
}

/** `first`: nothing is attached there yet. */
type Attaching = { first: boolean; isNext: boolean };

/** `kinds`: what may be attached here, chosen where it is more than one. The file's field has the first one's name. */
function AttachForm(props: PartProps & { field: EvidenceKind; kinds: readonly EvidenceKind[] } & Attaching) {
  const { lang, field, kinds } = props;
  const w = evidenceScreenWords[lang];
  const name = kinds.length === 1 ? evidenceNames[field][lang] : w.document;
  return (
    <form method="post" action={paths.evidence(props.view.application.applicationId)} enctype="multipart/form-data">
      {kinds.length === 1 ? null : (
        <SelectField
          {...{ lang, label: w.kind, name: `${field}.kind`, answered: true, value: kinds[0] }}
          options={kinds.map((kind) => ({ value: kind, label: evidenceNames[kind][lang] }))}
        />
      )}
      <FileDrop
        {...{ lang, label: field === 'invoice' ? w.invoiceFile : w.fileOf(name), name: field }}
        {...{ accept: '.pdf,application/pdf', types: 'PDF', maxBytes: maxFile }}
        {...{ multiple: true, required: props.first ? true : undefined }}
        more={`${w.more}${lang === 'en' ? ' ' : ''}${w.total}`}
        error={problemsAt(props.problems, lang, field)}
      />
      <ButtonRow>
        <Button tone={props.isNext ? 'primary' : 'secondary'}>{w.attach(name)}</Button>
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
