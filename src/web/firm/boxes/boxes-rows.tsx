// The boxes that are lists: invoices (3), countries of origin (4), remarks (6), totals.
import { NumberField, TextArea, TextField } from '../../ui/text-field.tsx';
import { AddRow, type BoxesView, BoxSection, fieldAt, Row } from './boxes-frame.tsx';
import { labelOf } from './boxes-labels.ts';
import { FoodPart, OthersPart, StruckOutPart } from './boxes-special.tsx';
import { boxesWords } from './boxes-words.ts';
import { DayField } from './day-field.tsx';
import { SuggestField } from './suggest-field.tsx';

/** The rows of a list; one empty row where there is none and the box may not stay empty. */
const rowsIn = <T,>(rows: readonly T[], least: 0 | 1): number[] => [
  ...Array.from({ length: Math.max(least, rows.length) }).keys(),
];

export function InvoicesBox({ view }: { view: BoxesView }) {
  const rows = rowsIn(view.content.invoices, 1);
  return (
    <BoxSection view={view} box="3" place="3" problemPath="invoices">
      {rows.map((row) => (
        <Row
          {...{ view, row, list: 'invoices', removable: rows.length > 1 }}
          label={labelOf(view.lang, `invoices.${row}.number`)}
        >
          <TextField
            {...fieldAt(view, `invoices.${row}.number`, { required: true })}
            {...{ width: 'middle', valueLang: 'en', spellcheck: false }}
          />
          <DayField view={view} path={`invoices.${row}.date`} />
        </Row>
      ))}
      <AddRow list="invoices" rows={rows.length} label={boxesWords[view.lang].addInvoice} />
      <StruckOutPart view={view} />
    </BoxSection>
  );
}

export function OriginBox({ view }: { view: BoxesView }) {
  const rows = rowsIn(view.content.originCountries, 1);
  return (
    <BoxSection view={view} box="4" place="4" problemPath="originCountries">
      {rows.map((row) => (
        <Row
          {...{ view, row, list: 'originCountries', removable: rows.length > 1 }}
          label={labelOf(view.lang, `originCountries.${row}`)}
        >
          <TextField
            {...fieldAt(view, `originCountries.${row}`, { required: true })}
            {...{ width: 'middle', valueLang: 'en', spellcheck: false }}
          />
        </Row>
      ))}
      <AddRow list="originCountries" rows={rows.length} label={boxesWords[view.lang].addOrigin} />
    </BoxSection>
  );
}

export function RemarksBox({ view }: { view: BoxesView }) {
  const w = boxesWords[view.lang];
  const rows = rowsIn(view.content.remarks, 0);
  return (
    <BoxSection view={view} box="6" place="6" problemPath="remarks">
      {rows.map((row) => (
        <Row {...{ view, row, list: 'remarks', removable: true }} label={labelOf(view.lang, `remarks.${row}.title`)}>
          <SuggestField {...fieldAt(view, `remarks.${row}.title`, { help: w.titleHelp })} list="titles" />
          <TextArea {...fieldAt(view, `remarks.${row}.text`)} {...{ rows: 2, valueLang: 'en' }} />
        </Row>
      ))}
      <AddRow list="remarks" rows={rows.length} label={w.addRemark} />
      <FoodPart view={view} />
      <OthersPart view={view} />
    </BoxSection>
  );
}

export function TotalsBox({ view }: { view: BoxesView }) {
  const w = boxesWords[view.lang];
  const rows = rowsIn(view.content.totals.quantities, 0);
  return (
    <BoxSection view={view} box="totals" place="8">
      <NumberField {...fieldAt(view, 'totals.packages', { required: false, help: w.packagesHelp })} />
      {rows.map((row) => (
        <Row
          {...{ view, row, list: 'totals.quantities', removable: true }}
          label={labelOf(view.lang, `totals.quantities.${row}.quantity`)}
        >
          <NumberField {...fieldAt(view, `totals.quantities.${row}.quantity`)} decimals />
          <SuggestField
            {...fieldAt(view, `totals.quantities.${row}.unit`, { help: w.unitHelp })}
            {...{ list: 'units', width: 'short' }}
          />
        </Row>
      ))}
      <AddRow list="totals.quantities" rows={rows.length} label={w.addQuantity} />
    </BoxSection>
  );
}
