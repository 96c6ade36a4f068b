// The signature of one signatory: as it is in the form now, and two ways to put another.
import type { FieldProblem } from '../../../../lib/refusal.ts';
import type { ContentSignatory } from '../../../../registrations/content.ts';
import { letterProblems } from '../../../../registrations/procedures/draw-letters.ts';
import type { FormView } from '../../../../registrations/procedures/read-procedure.ts';
import { paths } from '../../../paths.ts';
import type { Req } from '../../../request.ts';
import { Button, ButtonLink, ButtonRow, PostButton } from '../../../ui/button.tsx';
import { fieldId, problemFor } from '../../../ui/field-frame.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { page } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import type { Lang } from '../../../ui/words.ts';
import { FormFrame } from '../form-frame.tsx';
import { inPerCent } from './signature-input.ts';
import { signatureWords } from './signature-words.ts';

/** The most that a scan may have (scan-picture-messages), in bytes, and as it is said. */
export const maxScan = 12_000_000;

export type ShownSignature = {
  view: FormView;
  row: ContentSignatory;
  /** At `file` or `strokes`. */
  problems?: readonly FieldProblem[];
  /** As they were sent, to be drawn again. */
  strokes?: string;
  done?: 'put' | 'taken-back' | undefined;
};

type Part = { lang: Lang; view: FormView; row: ContentSignatory };

export function signaturePage(c: Req, shown: ShownSignature): string {
  const { view, row, problems = [], strokes = '', done } = shown;
  const { lang } = c.var;
  const w = signatureWords[lang];
  const part = { lang, view, row };
  const { procedureId } = view.procedure;
  const isStranded = row.signatureScan !== undefined && row.signatureScan.cut === undefined;
  return page(
    <FormFrame {...{ c, step: 'signatories', view, problems, title: w.title }} islands={['file-drop', 'signature-pad']}>
      {done === undefined ? null : (
        <Notice tone="success" heading={done === 'put' ? w.putHeading : w.takenBackHeading}>
          {done === 'put' ? <p>{w.putText}</p> : undefined}
        </Notice>
      )}
      <SummaryList
        items={[
          { key: w.who, value: row.nameEn || row.nameJa || w.noName, valueLang: row.nameEn ? 'en' : 'ja' },
          ...(row.titleEn || row.titleJa ? [{ key: w.titleRole, value: row.titleEn || row.titleJa }] : []),
        ]}
      />
      <p>{w.lead}</p>
      {isStranded ? <Stranded {...part} /> : null}
      {row.signatureSha256 === '' ? null : <Now {...part} />}
      <Drawing {...part} problems={problems} strokes={strokes} />
      <Upload {...part} problems={problems} />
      <ButtonRow>
        <ButtonLink
          href={paths.formSignatories(procedureId)}
          tone={row.signatureSha256 === '' || isStranded ? 'secondary' : 'primary'}
        >
          {w.toList}
        </ButtonLink>
        <ButtonLink href={paths.formSignatory(procedureId, row.key)} tone="link">
          {w.toRow}
        </ButtonLink>
      </ButtonRow>
    </FormFrame>,
  );
}

/** A scan that no signature could be taken from. */
function Stranded({ lang, view, row }: Part) {
  const w = signatureWords[lang];
  const crop = paths.cropFormSignature(view.procedure.procedureId, row.key);
  return (
    <Notice
      tone="attention"
      heading={w.keptHeading}
      action={
        <ButtonLink href={crop} tone="primary">
          {w.crop}
        </ButtonLink>
      }
    >
      <p>{w.keptText}</p>
    </Notice>
  );
}

const nameOf = (lang: Lang, row: ContentSignatory): string => row.nameEn || row.nameJa || signatureWords[lang].noName;

/** The row of the register behind this one; undefined for somebody new. */
const registeredRow = ({ view, row }: Part): ContentSignatory | undefined =>
  view.registered?.signatories.find((one) => row.signatoryId !== '' && one.signatoryId === row.signatoryId);

function Now(part: Part) {
  const { lang, view, row } = part;
  const w = signatureWords[lang];
  const { procedureId } = view.procedure;
  const registered = registeredRow(part);
  const isRegistered = registered?.signatureSha256 === row.signatureSha256;
  const cut = row.signatureScan?.cut;
  return (
    <section aria-labelledby="now">
      <h2 id="now">{isRegistered ? w.nowRegistered : w.now}</h2>
      {isRegistered ? <p>{w.nowRegisteredText}</p> : null}
      <div class="signed-pair">
        {cut === undefined ? null : (
          <figure class="signed">
            <img src={paths.formSignatureBefore(procedureId, row.key)} alt={w.beforeAlt(nameOf(lang, row))} />
            <figcaption>{w.before}</figcaption>
          </figure>
        )}
        <figure class="signed">
          <img src={paths.formSignaturePicture(procedureId, row.key)} alt={w.afterAlt(nameOf(lang, row))} />
          <figcaption>{cut === undefined ? w.asPrinted : w.after}</figcaption>
        </figure>
      </div>
      <Printed {...part} />
      {isRegistered ? null : <Mending {...part} />}
    </section>
  );
}

/** Box 9 as far as it is about the signature; its sizes are in the style sheet, in millimetres. */
function Printed({ lang, view, row }: Part) {
  const w = signatureWords[lang];
  const { procedureId, content } = view.procedure;
  return (
    <figure class="signed-print">
      <div class="signed-print-sheet" lang="en">
        <p class="signed-print-small">{content.placeEn || w.printedPlace}</p>
        <div class="signed-print-room">
          <img src={paths.formSignaturePicture(procedureId, row.key)} alt="" />
        </div>
        <p class="signed-print-name">{row.nameEn}</p>
        <p class="signed-print-small">{row.titleEn}</p>
      </div>
      <figcaption>{w.printed}</figcaption>
    </figure>
  );
}

function Mending(part: Part) {
  const { lang, view, row } = part;
  const w = signatureWords[lang];
  const { procedureId } = view.procedure;
  const scan = row.signatureScan;
  const crop = paths.cropFormSignature(procedureId, row.key);
  return (
    <ButtonRow>
      {scan?.cut === undefined ? null : (
        <PostButton action={crop} values={turnedValues(scan.cut)}>
          {w.turn}
        </PostButton>
      )}
      {scan?.cut === undefined ? null : (
        <ButtonLink href={`${crop}?page=${scan.cut.page}`}>{scan.cut.box ? w.cropAgain : w.crop}</ButtonLink>
      )}
      <PostButton action={paths.removeFormSignature(procedureId, row.key)} tone="link">
        {row.signatoryId === '' ? w.remove : w.restore}
      </PostButton>
    </ButtonRow>
  );
}

/** The same place, the other way up. */
function turnedValues({ page: number, turn, box }: NonNullable<NonNullable<ContentSignatory['signatureScan']>['cut']>) {
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
  const numbers = { left: inPerCent(x), top: inPerCent(y), width: inPerCent(width), height: inPerCent(height) };
  return { page: String(number), turn: String((turn + 180) % 360), ...(box === undefined ? {} : numbers) };
}

function Drawing({
  lang,
  view,
  row,
  problems,
  strokes,
}: Part & { problems: readonly FieldProblem[]; strokes: string }) {
  const w = signatureWords[lang];
  const error = problemFor(problems, lang, 'strokes');
  return (
    <section aria-labelledby="draw">
      <h2 id="draw">{w.draw}</h2>
      <noscript>
        <p>{w.noScript}</p>
      </noscript>
      <form
        method="post"
        action={paths.drawFormSignature(view.procedure.procedureId, row.key)}
        enctype="multipart/form-data"
        data-island="signature-pad"
        hidden
        class={error === undefined ? 'field' : 'field field-wrong'}
      >
        <p>{w.drawText}</p>
        {error === undefined ? null : <p class="field-error">{error}</p>}
        <input type="hidden" name="strokes" value={strokes} />
        <canvas class="signature-pad" id={fieldId('strokes')} role="img" aria-label={w.pad} tabindex={-1} />
        <p class="quiet" role="status" data-part="count" data-none={w.noStrokes} data-some={w.strokes('#')} />
        <ButtonRow>
          <Button>{w.saveDrawn}</Button>
          <Button type="button" name="undo">
            {w.undo}
          </Button>
          <Button type="button" name="clear">
            {w.clear}
          </Button>
        </ButtonRow>
      </form>
    </section>
  );
}

function Upload({ lang, view, row, problems }: Part & { problems: readonly FieldProblem[] }) {
  const w = signatureWords[lang];
  const { procedureId, content } = view.procedure;
  const canPrint = letterProblems(content).length === 0;
  return (
    <section aria-labelledby="upload">
      <h2 id="upload">{w.upload}</h2>
      <p>{w.uploadText}</p>
      <p>
        {canPrint ? (
          <a href={paths.formLetters(procedureId)}>{w.letter}</a>
        ) : (
          <>
            {w.letterLater} <a href={paths.formReview(procedureId)}>{w.letterTo}</a>
          </>
        )}
      </p>
      <form method="post" action={paths.formSignature(procedureId, row.key)} enctype="multipart/form-data">
        <FileDrop
          {...{
            lang,
            name: 'file',
            label: w.file,
            accept: '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png',
          }}
          {...{ types: 'PDF / JPEG / PNG', maxBytes: maxScan, more: w.fileMore }}
          error={problemFor(problems, lang, 'file')}
        />
        <ButtonRow>
          <Button>{w.send}</Button>
        </ButtonRow>
      </form>
    </section>
  );
}
