// Boxes 1 and 2: exporter and consignee.
import { RadioGroup } from '../../ui/choice-field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { type BoxesView, BoxSection, fieldAt } from './boxes-frame.tsx';
import { OnBehalfPart } from './boxes-special.tsx';
import { boxesWords } from './boxes-words.ts';
import { CountryField } from './country-field.tsx';

const english = { valueLang: 'en', spellcheck: false } as const;

export function ExporterBox({ view }: { view: BoxesView }) {
  const w = boxesWords[view.lang];
  return (
    <BoxSection view={view} box="1" place="1">
      <TextField {...fieldAt(view, 'exporter.name', { help: w.registered })} {...english} readonly />
      <TextArea {...fieldAt(view, 'exporter.address', { required: true })} valueLang="en" rows={3} />
      <TextField {...fieldAt(view, 'exporter.country')} {...english} readonly width="middle" />
      <OnBehalfPart view={view} />
    </BoxSection>
  );
}

export function ConsigneeBox({ view }: { view: BoxesView }) {
  const { lang } = view;
  const w = boxesWords[lang];
  const { form } = view.content.consignee;
  return (
    <BoxSection view={view} box="2" place="2">
      <RadioGroup
        {...fieldAt(view, 'consignee.form')}
        options={[
          { value: 'named', label: w.named },
          { value: 'to-order', label: w.toOrder },
          { value: 'to-order-of', label: w.toOrderOf },
        ]}
      />
      <TextField
        {...fieldAt(view, 'consignee.name', { required: form !== 'to-order', help: w.consigneeNameHelp })}
        {...english}
      />
      <TextArea
        {...fieldAt(view, 'consignee.address', { required: form === 'named', help: w.addressHelp })}
        valueLang="en"
        rows={3}
      />
      <CountryField {...fieldAt(view, 'consignee.country', { required: form === 'named' })} />
    </BoxSection>
  );
}
