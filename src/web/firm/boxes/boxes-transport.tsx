// Box 5: one of the forms a–u, and only the fields that this form prints.
import type { PropsWithChildren } from 'hono/jsx';
import { type OriginContent, transportForms } from '../../../applications/forms/origin/content.ts';
import {
  optionalFields,
  requiredFields,
  type TransportField,
} from '../../../applications/forms/origin/rules/transport-forms.ts';
import { transportText } from '../../../applications/forms/origin/transport-text.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { type Option, SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { type BoxesView, BoxSection, fieldAt } from './boxes-frame.tsx';
import { saysSomething } from './boxes-input.ts';
import { labelOf } from './boxes-labels.ts';
import { ShipmentPart } from './boxes-special.tsx';
import { boxesWords } from './boxes-words.ts';
import { CountryField } from './country-field.tsx';
import { DayField } from './day-field.tsx';

type Form = OriginContent['transport']['form'];

/** Each form in the words that are printed, made by what prints it. */
export function formOptions(lang: Lang): Option[] {
  const named = (field: TransportField): string => `<${labelOf(lang, `transport.${field}`)}>`;
  return transportForms.map((form) => {
    const fields = new Set([...(requiredFields[form] ?? []), ...(optionalFields[form] ?? [])]);
    const at = (field: TransportField): string => (fields.has(field) ? named(field) : '');
    const text = transportText({
      ...{ form, from: at('from'), to: at('to'), toCountry: at('toCountry'), via: at('via'), by: '' },
      ...{ vessel: at('vessel'), voyage: at('voyage'), flight: at('flight'), courier: at('courier') },
      ...{ date: at('date'), finalDestination: '' },
    });
    // "vessel" or "air" is printed as chosen, so the pattern has both.
    const by = fields.has('by') ? text.replace(/(?= on or about|$)/, ' by vessel / air') : text;
    return { value: form, label: `${form}. ${differenceFirst(by)}` };
  });
}

/** Forms a–d begin alike, and a closed list shows only the beginning: `by <船名> (From <積出地> to <荷揚地>)`. */
const differenceFirst = (text: string): string => text.replace(/^(From .+?) (by .+)$/, '$2 ($1)');

const formsWith = (field: TransportField): string[] =>
  transportForms.filter((form) =>
    [...(requiredFields[form] ?? []), ...(optionalFields[form] ?? [])].some((each) => each === field),
  );

export function TransportBox({ view }: { view: BoxesView }) {
  const { lang, content } = view;
  const { form } = content.transport;
  const w = boxesWords[lang];
  const field = (name: TransportField, help?: string) =>
    fieldAt(view, `transport.${name}`, { help, required: form === '' || mustHave(form, name) });
  const line = { valueLang: 'en', spellcheck: false } as const;
  return (
    <BoxSection view={view} box="5" place="5" problemPath="transport">
      <SelectField {...fieldAt(view, 'transport.form', { required: true })} options={formOptions(lang)} />
      <p class="transport-show" data-island="transport-show">
        <Button name="do" value="transport">
          {w.transportShow}
        </Button>
      </p>
      <Part view={view} name="from">
        <TextField {...field('from', w.placeHelp)} {...line} />
      </Part>
      <Part view={view} name="to">
        <TextField {...field('to', w.toHelp)} {...line} />
      </Part>
      <Part view={view} name="toCountry">
        <CountryField {...field('toCountry')} />
      </Part>
      <Part view={view} name="via">
        <TextField {...fieldAt(view, 'transport.via', { help: w.viaHelp })} {...line} />
      </Part>
      <Part view={view} name="by">
        <RadioGroup
          {...field('by')}
          options={[
            { value: 'vessel', label: w.vessel },
            { value: 'air', label: w.air },
          ]}
        />
      </Part>
      <Part view={view} name="vessel">
        <TextField {...field('vessel')} {...line} />
      </Part>
      <Part view={view} name="voyage">
        <TextField {...field('voyage')} {...line} width="middle" />
      </Part>
      <Part view={view} name="flight">
        <TextField {...field('flight')} {...line} width="middle" />
      </Part>
      <Part view={view} name="courier">
        <TextField {...field('courier')} {...line} width="middle" />
      </Part>
      <Part view={view} name="date">
        <DayField view={view} path="transport.date" />
      </Part>
      <ShipmentPart view={view} />
      <TextField {...fieldAt(view, 'transport.finalDestination', { required: false, help: w.finalHelp })} {...line} />
    </BoxSection>
  );
}

const mustHave = (form: Exclude<Form, ''>, name: TransportField): boolean =>
  (requiredFields[form] ?? []).some((each) => each === name);

/**
 * A field that only some forms print. It stays in the form while it is out of sight, so that what was typed is not lost
 * by choosing another form; one that holds a text stays in sight, so that it can be emptied.
 */
function Part(props: PropsWithChildren<{ view: BoxesView; name: TransportField }>) {
  const { transport } = props.view.content;
  const forms = formsWith(props.name);
  const isUsed = forms.some((form) => form === transport.form) || saysSomething(transport[props.name]);
  return (
    <div data-island="transport-part" data-forms={forms.join(' ')} hidden={!isUsed}>
      {props.children}
    </div>
  );
}
