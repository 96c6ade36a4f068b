// The form of one signatory.
import type { FieldProblem } from '../../../lib/refusal.ts';
import type { ContentSignatory } from '../../../registrations/content.ts';
import { staying } from '../../../registrations/procedures/content-rules.ts';
import type { FormView } from '../../../registrations/procedures/read-procedure.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice-field.tsx';
import { fieldId, problemFor } from '../../ui/field-frame.tsx';
import { page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { FormFrame } from './form-frame.tsx';
import { formWords } from './form-words.ts';
import { Signature } from './signatories.tsx';
import { signatoryWords } from './signatory-words.ts';

export type ShownSignatory = {
  view: FormView;
  /** As typed. */
  row: ContentSignatory;
  isNew: boolean;
  /** At the names of this form: `nameEn`. */
  problems?: readonly FieldProblem[];
  conflict?: boolean;
};

export function signatoryPage(c: Req, shown: ShownSignatory): string {
  const { view, row, isNew, problems = [], conflict = false } = shown;
  const { lang } = c.var;
  const [w, f] = [signatoryWords[lang], formWords[lang]];
  const { procedureId, version } = view.procedure;
  const action = isNew ? paths.newFormSignatory(procedureId) : paths.formSignatory(procedureId, row.key);
  const isRegistered = row.signatoryId !== '';
  return page(
    <FormFrame {...{ c, step: 'signatories', view, problems, title: isNew ? w.addTitle : w.editTitle }}>
      {conflict ? <Conflict {...{ lang, view, row }} /> : null}
      <form method="post" action={action} autocomplete="off">
        <input type="hidden" name="version" value={String(version)} />
        <input type="hidden" name="key" value={row.key} />
        {isRegistered ? (
          <>
            <SummaryList
              items={[
                { key: w.nameJa, value: row.nameJa || '—', valueLang: 'ja' },
                { key: w.nameEn, value: row.nameEn, valueLang: 'en' },
              ]}
            />
            <p class="quiet">{w.nameFixed}</p>
          </>
        ) : (
          <Names {...{ lang, row, problems }} />
        )}
        <Rest {...{ lang, row, problems }} />
        {isRegistered ? <Leaving {...{ lang, view, row, problems }} /> : null}
        <ButtonRow>
          <Button tone="primary">{w.save}</Button>
          <ButtonLink href={paths.formSignatories(procedureId)} tone="link">
            {w.back}
          </ButtonLink>
        </ButtonRow>
      </form>
      {isNew || row.withoutSignature || row.leaves ? null : (
        <section aria-labelledby={fieldId('signatureSha256')}>
          <h2 id={fieldId('signatureSha256')}>{w.signature}</h2>
          <p>
            <Signature {...{ lang, procedureId, row }} />
          </p>
          <ButtonRow>
            <ButtonLink href={paths.formSignature(procedureId, row.key)}>
              {row.signatureSha256 === '' ? w.signatureSet : w.signatureChange}
            </ButtonLink>
          </ButtonRow>
        </section>
      )}
      <p class="quiet">{f.saveHint}</p>
    </FormFrame>,
  );
}

/** What is saved of this signatory now. */
function Conflict({ lang, view, row }: { lang: Lang; view: FormView; row: ContentSignatory }) {
  const [w, f] = [signatoryWords[lang], formWords[lang]];
  const now = view.procedure.content.signatories.find(({ key }) => key === row.key);
  return (
    <Notice tone="error" heading={f.conflictHeading}>
      <p>{f.conflictText}</p>
      {now ? (
        <SummaryList
          items={[
            { key: w.nameJa, value: now.nameJa || '—' },
            { key: w.nameEn, value: now.nameEn || '—' },
            { key: w.titleJa, value: now.titleJa || '—' },
            { key: w.titleEn, value: now.titleEn || '—' },
            { key: w.mail, value: now.mail || '—' },
          ]}
        />
      ) : null}
    </Notice>
  );
}

type PartProps = { lang: Lang; row: ContentSignatory; problems: readonly FieldProblem[] };

function Names({ lang, row, problems }: PartProps) {
  const w = signatoryWords[lang];
  return (
    <>
      <TextField
        {...{
          lang,
          name: 'nameJa',
          label: w.nameJa,
          required: true,
          value: row.nameJa,
          maxlength: 60,
          width: 'middle',
        }}
        error={problemFor(problems, lang, 'nameJa')}
      />
      <TextField
        {...{ lang, name: 'nameEn', label: w.nameEn, help: w.nameEnHelp, required: true, value: row.nameEn }}
        {...{ maxlength: 70, width: 'middle', valueLang: 'en', spellcheck: false }}
        error={problemFor(problems, lang, 'nameEn')}
      />
    </>
  );
}

function Rest({ lang, row, problems }: PartProps) {
  const w = signatoryWords[lang];
  return (
    <>
      <TextField
        {...{ lang, name: 'titleJa', label: w.titleJa, help: w.titleHelp, required: false, value: row.titleJa }}
        {...{ maxlength: 60, width: 'middle', error: problemFor(problems, lang, 'titleJa') }}
      />
      <TextField
        {...{ lang, name: 'titleEn', label: w.titleEn, help: w.titleHelp, required: false, value: row.titleEn }}
        {...{ maxlength: 70, width: 'middle', valueLang: 'en', error: problemFor(problems, lang, 'titleEn') }}
      />
      <TextField
        {...{ lang, name: 'mail', label: w.mail, help: w.mailHelp, required: true, value: row.mail, maxlength: 254 }}
        {...{ width: 'middle', inputmode: 'email', spellcheck: false, error: problemFor(problems, lang, 'mail') }}
      />
      <Checkbox
        {...{ lang, name: 'withoutSignature', label: w.withoutSignature, checked: row.withoutSignature }}
        error={problemFor(problems, lang, 'withoutSignature')}
      />
    </>
  );
}

function Leaving({ lang, view, row, problems }: PartProps & { view: FormView }) {
  const w = signatoryWords[lang];
  const others = staying(view.procedure.content).filter(({ key }) => key !== row.key);
  return (
    <>
      <Checkbox {...{ lang, name: 'leaves', label: w.leavesTick, help: w.leavesHelp, checked: row.leaves }} />
      <SelectField
        {...{ lang, name: 'successorKey', label: w.successor, help: w.successorHelp, value: row.successorKey }}
        options={others.map((one) => ({ value: one.key, label: one.nameEn || one.nameJa || w.noName }))}
        error={problemFor(problems, lang, 'successorKey')}
      />
    </>
  );
}
