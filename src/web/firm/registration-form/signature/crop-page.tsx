// The scan with a box around the signature: drawn on the picture, or given in numbers.
import type { FieldProblem } from '../../../../lib/refusal.ts';
import type { ContentSignatory, SignatureScan } from '../../../../registrations/content.ts';
import { signatureFrame } from '../../../../registrations/letters-frame.ts';
import type { FormView } from '../../../../registrations/procedures/read-procedure.ts';
import { paths } from '../../../paths.ts';
import type { Req } from '../../../request.ts';
import { Button, ButtonLink, ButtonRow, PostButton } from '../../../ui/button.tsx';
import { fieldId, problemFor } from '../../../ui/field-frame.tsx';
import { page } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { FormFrame } from '../form-frame.tsx';
import { cropFields, inPerCent, type TypedCrop, turns } from './signature-input.ts';
import { signatureWords } from './signature-words.ts';

export type ShownCrop = {
  view: FormView;
  row: ContentSignatory;
  scan: SignatureScan;
  typed: TypedCrop;
  /** At `box` or one of the four numbers. */
  problems?: readonly FieldProblem[];
  /** Another scan was put meanwhile. */
  changed?: boolean;
};

const sheet = { width: 210, height: 297 }; // millimetres

/** Where the last one was cut, else where the frame lies on our own sheet, with a little of what is around it. */
export function firstCrop({ cut }: SignatureScan, asked: number): TypedCrop {
  const number = asked || (cut?.page ?? 1);
  const own = cut?.page === number ? cut.box : undefined;
  const { x, y, width, height } = signatureFrame;
  const box = own ?? {
    ...{ x: (x - 2) / sheet.width, y: (y - 2) / sheet.height },
    ...{ width: (width + 4) / sheet.width, height: (height + 4) / sheet.height },
  };
  return {
    ...{ left: inPerCent(box.x), top: inPerCent(box.y), width: inPerCent(box.width), height: inPerCent(box.height) },
    ...{ turn: String(own && cut ? cut.turn : 0), page: number },
  };
}

export function cropPage(c: Req, shown: ShownCrop): string {
  const { view, row, scan, typed, problems = [], changed = false } = shown;
  const { lang } = c.var;
  const w = signatureWords[lang];
  const { procedureId } = view.procedure;
  const action = paths.cropFormSignature(procedureId, row.key);
  return page(
    <FormFrame {...{ c, step: 'signatories', view, problems, title: w.cropTitle, islands: ['signature-crop'] }}>
      {changed ? (
        <Notice tone="error" heading={w.changedHeading}>
          <p>{w.changedText}</p>
        </Notice>
      ) : null}
      <p lang={row.nameEn ? 'en' : undefined}>{row.nameEn || row.nameJa || w.noName}</p>
      <p>{w.cropLead}</p>
      {scan.pages.length > 1 ? <Pages {...{ c, action, scan, now: typed.page }} /> : null}
      <form method="post" action={action} data-island="signature-crop" class="crop" data-box={w.box}>
        <input type="hidden" name="page" value={String(typed.page)} />
        <p class="quiet" id="crop-help" hidden>
          {w.cropPointer}
        </p>
        <div class="crop-picture" id={fieldId('box')}>
          <img src={paths.formSignaturePage(procedureId, row.key, String(typed.page))} alt={w.pageAlt(typed.page)} />
        </div>
        <Numbers {...{ c, typed, problems }} />
        <SelectField
          {...{ lang, name: 'turn', label: w.turnLabel, value: typed.turn, answered: true }}
          options={turns.map((value) => ({ value, label: w[`turn${value}`] }))}
        />
        <ButtonRow>
          <Button tone="primary">{w.cropDo}</Button>
          <ButtonLink href={paths.formSignature(procedureId, row.key)} tone="link">
            {w.cropBack}
          </ButtonLink>
        </ButtonRow>
      </form>
      {scan.pages.length > 1 ? (
        <PostButton action={action} values={{ page: String(typed.page), turn: '0' }}>
          {w.findHere}
        </PostButton>
      ) : null}
    </FormFrame>,
  );
}

function Pages({ c, action, scan, now }: { c: Req; action: string; scan: SignatureScan; now: number }) {
  const w = signatureWords[c.var.lang];
  return (
    <nav aria-label={w.pages}>
      <ul class="crop-pages">
        {scan.pages.map((_, index) => (
          <li>
            <a href={`${action}?page=${index + 1}`} aria-current={index + 1 === now ? 'page' : undefined}>
              {w.page(index + 1)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Numbers({ c, typed, problems }: { c: Req; typed: TypedCrop; problems: readonly FieldProblem[] }) {
  const { lang } = c.var;
  const w = signatureWords[lang];
  return (
    <fieldset class="crop-numbers">
      <legend>{w.cropNumbers}</legend>
      {cropFields.map((name) => (
        <TextField
          {...{ lang, name, label: w[name], value: typed[name], width: 'tiny', unit: w.percent, maxlength: 10 }}
          {...{ inputmode: 'decimal', spellcheck: false, error: problemFor(problems, lang, name) }}
        />
      ))}
    </fieldset>
  );
}
