// Right: what is attached, page by page, and the signatures that it is compared with. Who decides does so under the pages,
// after having read them; the decision stays in sight while they move.
import { evidenceNames } from '../../applications/evidence-kinds.ts';
import type { Evidence } from '../../applications/evidence-store.ts';
import { isAttached } from '../../applications/forms/needed.ts';
import type { Signatory } from '../../registrations/registration.ts';
import { InvoiceCompared } from '../firm/review/invoice-compared.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { fieldId } from '../ui/field-frame.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import type { CaseView } from './case-view.ts';
import { caseWords } from './case-words.ts';

type Props = CaseView & { chosen: string; error: string | undefined };

export function CaseEvidence(props: Props) {
  const { lang, view, actions } = props;
  const w = caseWords[lang];
  const decides = actions.has('certify_at_once') || actions.has('approve');
  return (
    <div class="desk-side">
      <div class="desk-side-head">
        <h2>{w.evidence}</h2>
      </div>
      {decides ? null : <Registered {...props} />}
      <section class="desk-pane" id="pane-right" aria-label={w.evidence} tabindex={0}>
        {view.evidence.length === 0 ? <p>{w.noEvidence}</p> : null}
        <Needed {...props} />
        <InvoiceCompared
          {...{ lang, kind: view.application.kind, comparison: view.comparison, evidence: view.evidence }}
        />
        {view.evidence.map((file) => (
          <Attached {...props} file={file} />
        ))}
      </section>
      {decides ? <Approval {...props} /> : null}
    </div>
  );
}

/** What this case must have, why, and whether it is there. The invoice alone, which every case has, needs no words. */
function Needed({ lang, view }: Props) {
  const w = caseWords[lang];
  const told = view.needed.filter((one) => one.kinds[0] !== 'invoice' || !isAttached(one, view.evidence));
  if (told.length === 0) return null;
  return (
    <section class="desk-needed" aria-labelledby="needed">
      <h3 id="needed">{w.needed}</h3>
      <ul>
        {told.map((one) => (
          <li>
            {one.kinds.map((kind) => evidenceNames[kind][lang]).join(w.or)}{' '}
            {isAttached(one, view.evidence) ? w.isAttached : <StatusTag tone="attention" text={w.isMissing} />}
            <span class="field-help">{one.because[lang]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Registered(props: Props) {
  return (
    <section class="desk-approval" aria-labelledby="signatures">
      <h3 id="signatures">{caseWords[props.lang].signatures}</h3>
      <Signatures {...props} mayChoose={false} />
    </section>
  );
}

/** The question whose signature the invoice bears, and the deed. */
function Approval(props: Props) {
  const { lang, view, actions, error } = props;
  const w = caseWords[lang];
  const atOnce = actions.has('certify_at_once');
  const { applicationId, round } = view.application;
  return (
    <form method="post" action={paths.approveCase(applicationId)} class="desk-approval desk-decision">
      <input type="hidden" name="round" value={String(round)} />
      {atOnce ? <input type="hidden" name="certify" value="yes" /> : null}
      <fieldset aria-describedby={error === undefined ? 'whose-help' : 'whose-help whose-error'}>
        <legend>{w.whose}</legend>
        <p class="field-help" id="whose-help">
          {w.whoseHelp}
        </p>
        {error === undefined ? null : (
          <p class="field-error" id="whose-error">
            {error}
          </p>
        )}
        <Signatures {...props} mayChoose={true} />
      </fieldset>
      <div class="desk-actions">
        <Button tone="primary" name="after" value="next">
          {atOnce ? w.certifyAtOnceNext : w.approveNext}
        </Button>
        <Button name="after" value="queue">
          {atOnce ? w.certifyAtOnce : w.approve}
        </Button>
      </div>
    </form>
  );
}

function Signatures(props: Props & { mayChoose: boolean }) {
  const { view, mayChoose } = props;
  const first = view.signatories.find((one) => one.signatureSha256 !== null);
  return (
    <ul class="desk-signatures">
      {view.signatories.map((signatory) => (
        <li>
          {mayChoose && signatory.signatureSha256 !== null ? (
            <Choice {...props} signatory={signatory} isFirst={signatory === first} />
          ) : null}
          <Signature {...props} signatory={signatory} />
        </li>
      ))}
    </ul>
  );
}

function Choice(props: Props & { signatory: Signatory; isFirst: boolean }) {
  const { signatory, isFirst, chosen } = props;
  // The error list links to the first one.
  const id = isFirst ? fieldId('invoiceSignedBy') : `signed-${signatory.signatoryId}`;
  return (
    <span class="choice">
      <input
        {...{ type: 'radio', id, name: 'invoiceSignedBy', value: signatory.signatoryId }}
        checked={chosen === signatory.signatoryId}
        data-key={isFirst ? 'a' : undefined}
      />
      <label for={id} lang="en" translate="no">
        {signatory.nameEn}
      </label>
    </span>
  );
}

function Signature(props: Props & { signatory: Signatory; mayChoose: boolean }) {
  const { lang, view, signatory, mayChoose } = props;
  const w = caseWords[lang];
  const isNamed = mayChoose && signatory.signatureSha256 !== null;
  return (
    <>
      {isNamed ? null : (
        <span lang="en" translate="no">
          {signatory.nameEn}
        </span>
      )}
      {signatory.signatureSha256 === null ? (
        <span class="quiet">{w.noSignature}</span>
      ) : (
        <img
          src={paths.deskSignature(view.application.applicationId, signatory.signatoryId)}
          alt={w.signatureOf(signatory.nameEn)}
        />
      )}
    </>
  );
}

function Attached(props: Props & { file: Evidence }) {
  const { lang, view, file } = props;
  const w = caseWords[lang];
  const { applicationId, round } = view.application;
  const sizes = view.sizes.get(file.evidenceId)?.pictures ?? [];
  return (
    <article class="desk-attached" aria-labelledby={`e-${file.evidenceId}`}>
      <h3 id={`e-${file.evidenceId}`}>{file.fileName}</h3>
      <p class="desk-attached-about">
        {evidenceNames[file.kind][lang]} {w.pages(file.pages)}{' '}
        {round > 1 && file.addedInRound === round ? <StatusTag tone="attention" text={w.addedNow} /> : null}{' '}
        <a href={paths.deskEvidenceFile(applicationId, file.evidenceId)} download="">
          {w.download}
          <span class="unseen">{w.of(file.fileName)}</span>
        </a>
      </p>
      {sizes.map(({ width, height }, index) => (
        <a
          class="desk-picture"
          href={paths.deskEvidencePage(applicationId, file.evidenceId, String(index + 1))}
          data-page=""
        >
          <img
            src={paths.deskEvidencePage(applicationId, file.evidenceId, String(index + 1))}
            alt={w.pageOf(file.fileName, index + 1)}
            width={String(width)}
            height={String(height)}
            loading="lazy"
          />
        </a>
      ))}
    </article>
  );
}
