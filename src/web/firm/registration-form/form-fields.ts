// Which fields stand on which step, in the order in which they are asked, and how a posted step is read. Pure.
import { firmKinds, legalForms, memberClasses, type RegistrationContent } from '../../../registrations/content.ts';
import type { FieldWidth } from '../../ui/text-field.tsx';
import type { FieldName } from './field-words.ts';

type When = (content: RegistrationContent) => boolean;

export type FormField = {
  path: FieldName;
  kind: 'line' | 'area' | 'choice' | 'tick';
  /** Left out: always. */
  required?: boolean | When;
  /** Left out: always. */
  shown?: When;
  width?: FieldWidth;
  maxlength?: number;
  inputmode?: 'numeric' | 'tel' | 'email';
  english?: boolean;
  options?: readonly string[];
};

export type FieldsStep = 'company' | 'business' | 'contact';

const isCorporation: When = ({ legalForm }) => legalForm === 'corporation';
const isSoleTrader: When = ({ legalForm }) => legalForm === 'sole_trader';
/** What is asked depends on the legal form, so that comes first, alone. */
const isFormKnown: When = ({ legalForm }) => legalForm !== '';
/** What was typed before the legal form was changed is still shown, to be taken out by hand. */
const corporateNumberAsked: When = (content) => isCorporation(content) || content.corporateNumber !== '';

const line = (path: FieldName, maxlength: number, more: Partial<FormField> = {}): FormField => ({
  ...{ path, kind: 'line', maxlength, shown: isFormKnown, ...more },
});

const company: readonly FormField[] = [
  { path: 'kind', kind: 'choice', options: firmKinds },
  { path: 'legalForm', kind: 'choice', options: legalForms },
  { path: 'memberClass', kind: 'choice', options: memberClasses },
  line('memberNumber', 30, {
    required: false,
    width: 'short',
    shown: ({ memberClass }) => memberClass !== 'non_member',
  }),
  line('corporateNumber', 20, { width: 'short', inputmode: 'numeric', shown: corporateNumberAsked }),
  line('nameJa', 100),
  line('nameKana', 100),
  line('tradeNameJa', 100, { required: false, shown: isSoleTrader }),
  line('nameEn', 105, { english: true }),
  line('postalCode', 10, { width: 'short', inputmode: 'numeric' }),
  line('addressJa', 200),
  { ...line('addressEn', 210, { english: true }), kind: 'area' },
  line('placeEn', 60, { width: 'middle', english: true }),
  line('telephone', 30, { width: 'short', inputmode: 'tel' }),
  line('representativeTitleJa', 60, { width: 'middle', shown: isCorporation }),
  line('representativeNameJa', 60, { width: 'middle' }),
  { path: 'foreignNational', kind: 'tick', required: false, shown: isFormKnown },
  { path: 'outOfDistrict', kind: 'tick', required: false, shown: isFormKnown },
  { ...line('outOfDistrictReasonJa', 600, { required: ({ outOfDistrict }) => outOfDistrict }), kind: 'area' },
];

const always = { shown: () => true };
const business: readonly FormField[] = [
  line('business.since', 7, { ...always, width: 'short' }),
  line('business.capitalYen', 15, { width: 'short', inputmode: 'numeric', shown: (one) => !isSoleTrader(one) }),
  line('business.employees', 8, { ...always, width: 'tiny', inputmode: 'numeric' }),
  { ...line('business.descriptionJa', 400, always), kind: 'area' },
  line('business.goodsJa', 200, always),
  line('business.destinationsJa', 200, { ...always, required: false }),
  { path: 'usedGoods', kind: 'tick', required: false },
  line('antiqueLicence', 40, { ...always, width: 'middle', required: ({ usedGoods }) => usedGoods }),
];

const contact: readonly FormField[] = [
  line('contact.departmentJa', 60, { ...always, required: false, width: 'middle' }),
  line('contact.nameJa', 60, { ...always, width: 'middle' }),
  line('contact.nameEn', 70, { ...always, width: 'middle', english: true }),
  line('contact.telephone', 30, { ...always, width: 'short', inputmode: 'tel' }),
  line('contact.mail', 254, { ...always, width: 'middle', inputmode: 'email' }),
];

export const fieldsOfStep: Readonly<Record<FieldsStep, readonly FormField[]>> = { company, business, contact };

export const isShown = ({ shown }: FormField, content: RegistrationContent): boolean => shown?.(content) ?? true;
export const isRequired = ({ required = true }: FormField, content: RegistrationContent): boolean =>
  typeof required === 'boolean' ? required : required(content);

type Form = Readonly<Record<string, string>>;

/** Name of the hidden field that says "this tick stood on the page": an empty one is not sent. */
export const asked = (path: string): string => `asked.${path}`;

/** What a posted step says, put into the form. What was not on the page stays as it is. */
export function withTyped(step: FieldsStep, content: RegistrationContent, form: Form): RegistrationContent {
  return fieldsOfStep[step].reduce((sum, field) => withField(sum, field, form), content);
}

function withField(content: RegistrationContent, { path, kind, options }: FormField, form: Form): RegistrationContent {
  if (kind === 'tick') return form[asked(path)] === undefined ? content : put(content, path, form[path] === 'yes');
  const typed = form[path];
  if (typed === undefined) return content;
  // A choice that is none of the list's is no answer; the rules then ask for one.
  if (options) return put(content, path, options.includes(typed) ? typed : '');
  return put(content, path, typed.replaceAll('\r\n', '\n'));
}

/** The shape is the content's own: only its paths are field names. */
function put(content: RegistrationContent, path: FieldName, value: string | boolean): RegistrationContent {
  const [head = '', below] = path.split('.');
  if (below === undefined) return { ...content, [head]: value };
  const part = content[head as 'business' | 'contact'];
  return { ...content, [head]: { ...part, [below]: value } };
}
