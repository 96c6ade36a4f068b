// Places of a registration's form in the trade's words, and their values as they are shown.
import type { RegistrationContent } from '../../../registrations/content.ts';
import { shownValue } from '../../firm/registration-form/field-words.ts';
import { placeName as firmsName } from '../../firm/registration-form/form-frame.tsx';
import { signatoryFieldName } from '../../firm/registration-form/signatory-words.ts';
import type { Lang } from '../../ui/words.ts';
import { procedureWords } from './procedure-words.ts';

/** As the firm reads it: a field, a paper, a signatory by name. */
export const placeName = (lang: Lang, content: RegistrationContent, place: string): string =>
  firmsName(lang, { content }, place);

/** Of a difference: `signatories.<key>.titleEn`. */
export function differenceName(lang: Lang, content: RegistrationContent, path: string): string {
  const [head, , field = ''] = path.split('.');
  if (head !== 'signatories') return placeName(lang, content, path);
  if (field === 'signatureSha256') return procedureWords[lang].signatureDiffers;
  return field === 'leaves' ? procedureWords[lang].leaves : signatoryFieldName(lang, field);
}

export const valueShown = (lang: Lang, value: string): string => shownValue(lang, value);

const inEnglish = new Set(['nameEn', 'addressEn', 'placeEn', 'titleEn', 'mail', 'signatureSha256']);
/** The language of the value at a place, for the page's markup. */
export const langOfPlace = (place: string): 'en' | undefined =>
  inEnglish.has(place.split('.').at(-1) ?? '') ? 'en' : undefined;
