// What few certificates have, behind a line to open where it belongs: open from the start where somebody filled it in or
// something is wrong with it.
import type { PropsWithChildren } from 'hono/jsx';
import { transportForms } from '../../../applications/forms/origin/content.ts';
import { requiredFields } from '../../../applications/forms/origin/rules/transport-forms.ts';
import { foodPlaces } from '../../../applications/forms/origin/special-content.ts';
import { Checkbox } from '../../ui/choice-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { valueAt } from './boxes-findings.ts';
import { type BoxesView, BoxSection, fieldAt } from './boxes-frame.tsx';
import { saysSomething } from './boxes-input.ts';
import { specialWords } from './boxes-special-words.ts';
import { CountryField } from './country-field.tsx';
import { DayField } from './day-field.tsx';

const english = { valueLang: 'en', spellcheck: false } as const;

function More(props: PropsWithChildren<{ view: BoxesView; part: string; title: string; lead: string }>) {
  const { view, part } = props;
  const isAbout = ({ field }: { field: string }): boolean => field === part || field.startsWith(`${part}.`);
  const open = saysSomething(valueAt(view.content, part)) || [...view.errors, ...view.hints].some(isAbout);
  return (
    <details class="box-more" open={open}>
      <summary>{props.title}</summary>
      <p class="field-help">{props.lead}</p>
      {props.children}
    </details>
  );
}

export function OnBehalfPart({ view }: { view: BoxesView }) {
  const w = specialWords[view.lang];
  return (
    <More {...{ view, part: 'onBehalfOf', title: w.onBehalf, lead: w.onBehalfLead }}>
      <TextField {...fieldAt(view, 'onBehalfOf.name')} {...english} />
      <TextArea {...fieldAt(view, 'onBehalfOf.address')} valueLang="en" rows={3} />
      <CountryField {...fieldAt(view, 'onBehalfOf.country')} />
    </More>
  );
}

export function StruckOutPart({ view }: { view: BoxesView }) {
  const w = specialWords[view.lang];
  const checked = view.content.demand?.struckOut.includes('3') ?? false;
  return (
    <More {...{ view, part: 'demand.struckOut', title: w.strike, lead: w.strikeLead }}>
      <Checkbox {...{ lang: view.lang, name: 'demand.struckOut', label: w.strikeBox, value: '3', checked }} />
    </More>
  );
}

const withoutDate = transportForms.filter((form) => !(requiredFields[form] ?? []).includes('date'));

/** After shipment: the day, where box 5 does not print it, and the reason once it is late. */
export function ShipmentPart({ view }: { view: BoxesView }) {
  const w = specialWords[view.lang];
  const { form } = view.content.transport;
  const reason = 'shipment.lateReason';
  const asksReason = view.late || saysSomething(valueAt(view.content, reason));
  const isAsked = withoutDate.some((one) => one === form) || saysSomething(valueAt(view.content, 'shipment.date'));
  return (
    <>
      <div data-island="transport-part" data-forms={withoutDate.join(' ')} hidden={!isAsked}>
        <DayField view={view} path="shipment.date" required={false} help={w.shipmentHelp} />
      </div>
      {asksReason ? <TextArea {...fieldAt(view, reason, { required: true, help: w.lateHelp })} rows={4} /> : null}
    </>
  );
}

const placeWords = {
  'Place of Manufacture': 'manufacture',
  'Place of Farming': 'farming',
  'Place of Production': 'production',
  'Catching Area': 'catching',
} as const satisfies Record<(typeof foodPlaces)[number], string>;

export function FoodPart({ view }: { view: BoxesView }) {
  const w = specialWords[view.lang];
  return (
    <More {...{ view, part: 'food', title: w.food, lead: w.foodLead }}>
      <SelectField
        {...fieldAt(view, 'food.to')}
        options={[
          { value: '', label: w.foodNone },
          { value: 'taiwan', label: w.taiwan },
          { value: 'thailand', label: w.thailand },
        ]}
        answered
      />
      <SelectField
        {...fieldAt(view, 'food.place')}
        options={foodPlaces.map((place) => ({ value: place, label: `${place} ${w[placeWords[place]]}`.trim() }))}
      />
      <TextField {...fieldAt(view, 'food.prefecture', { help: w.prefectureHelp })} {...english} />
    </More>
  );
}

export function OthersPart({ view }: { view: BoxesView }) {
  const w = specialWords[view.lang];
  return (
    <More {...{ view, part: 'others', title: w.others, lead: w.othersLead }}>
      <TextArea {...fieldAt(view, 'others')} {...{ rows: 3, valueLang: 'en' }} />
    </More>
  );
}

export function LanguageBox({ view }: { view: BoxesView }) {
  const w = specialWords[view.lang];
  return (
    <BoxSection view={view} box="language" place="7">
      <SelectField
        {...fieldAt(view, 'demand.language')}
        options={[
          { value: '', label: w.english },
          { value: 'fr', label: w.french },
          { value: 'es', label: w.spanish },
        ]}
        answered
      />
    </BoxSection>
  );
}
