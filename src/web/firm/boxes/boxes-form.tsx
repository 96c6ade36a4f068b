// The boxes of the certificate, one under the other in the order of the paper, as one form.

import { paths } from '../../paths.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { autosaveTo } from '../draft/autosave.ts';
import type { StripForm } from '../draft/save-strip.tsx';
import { type BoxesView, BoxSection, fieldAt } from './boxes-frame.tsx';
import { MendNotice, type Mends } from './boxes-notices.tsx';
import { ConsigneeBox, ExporterBox } from './boxes-parties.tsx';
import { InvoicesBox, OriginBox, RemarksBox, TotalsBox } from './boxes-rows.tsx';
import { LanguageBox } from './boxes-special.tsx';
import { TransportBox } from './boxes-transport.tsx';
import { boxesWords } from './boxes-words.ts';
import { DayField } from './day-field.tsx';
import { SuggestionLists } from './suggest-field.tsx';

/** The strip's button is the form's first: the Enter key must not press one that takes a row away. */
export const boxesStripForm: StripForm = { id: 'boxes', button: 'do' };

type BoxesFormProps = {
  view: BoxesView;
  applicationId: string;
  /** What the page was made from; saving refuses when it was changed since. */
  version: number;
  mends: Mends;
  /** Missing fields are named too: somebody wanted to go on. */
  checked: boolean;
  /** The chamber has the application: nothing can be saved. */
  closed: boolean;
};

export function BoxesForm(props: BoxesFormProps) {
  const { view, applicationId, checked, closed } = props;
  const w = boxesWords[view.lang];
  return (
    <form
      method="post"
      action={paths.boxes(applicationId)}
      autocomplete="off"
      class="boxes"
      id={boxesStripForm.id}
      {...(closed ? {} : autosaveTo(paths.autosaveBoxes(applicationId), view.lang))}
    >
      <input type="hidden" name="version" value={String(props.version)} />
      <input type="hidden" name="checked" value={checked ? '1' : ''} />
      <MendNotice lang={view.lang} mends={props.mends} />
      <ExporterBox view={view} />
      <ConsigneeBox view={view} />
      <InvoicesBox view={view} />
      <OriginBox view={view} />
      <TransportBox view={view} />
      <RemarksBox view={view} />
      <MarksBox view={view} />
      <TotalsBox view={view} />
      <DeclarationBox view={view} />
      <LanguageBox view={view} />
      <SuggestionLists />
      {closed ? null : (
        <ButtonRow>
          <Button tone="primary" name="do" value="next">
            {w.next}
          </Button>
          <Button name="do" value="save">
            {w.save}
          </Button>
          {checked && view.errors.length > 0 ? (
            <ButtonLink href={paths.goods(applicationId)} tone="link">
              {w.nextAnyway}
            </ButtonLink>
          ) : null}
        </ButtonRow>
      )}
    </form>
  );
}

function MarksBox({ view }: { view: BoxesView }) {
  const help = boxesWords[view.lang].marksHelp;
  return (
    <BoxSection view={view} box="7" place="7">
      <TextArea {...fieldAt(view, 'marks', { required: true, help })} {...{ rows: 5, valueLang: 'en' }} />
    </BoxSection>
  );
}

function DeclarationBox({ view }: { view: BoxesView }) {
  const help = boxesWords[view.lang].placeHelp;
  return (
    <BoxSection view={view} box="9" place="9">
      <TextField
        {...fieldAt(view, 'declaration.place', { required: true, help })}
        {...{ width: 'middle', valueLang: 'en', spellcheck: false }}
      />
      <DayField view={view} path="declaration.date" />
    </BoxSection>
  );
}
