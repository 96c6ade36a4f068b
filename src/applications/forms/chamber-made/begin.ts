import type { Registration } from '../../../registrations/registration.ts';
import { type Difference, type Places, partDifferences } from '../../differences.ts';
import { toAnyone } from '../addressee-rules.ts';
import type { Keys } from '../content.ts';
import { type ChamberMadeContent, emptyChamberMade } from './content.ts';

/** Box 1 comes from the registration; what the chamber wrote on another case is not copied. */
export function beginChamberMade(
  registration: Registration,
  copied: ChamberMadeContent | undefined,
): ChamberMadeContent {
  const { made: _made, ...base } = copied ?? emptyChamberMade();
  return { ...base, company: { name: registration.nameEn, address: registration.addressEn, country: 'JAPAN' } };
}

/** In lists it goes by its addressee. */
export const chamberMadeKeys = ({ addressee }: ChamberMadeContent): Keys => ({
  consignee: addressee.form === 'anyone' ? toAnyone : addressee.name.trim(),
  invoiceNumbers: [],
  goodsLines: 0,
});

const places: Places<ChamberMadeContent> = {
  request: 'request',
  company: '1',
  addressee: '2',
  language: '3',
  made: '3',
};

export const chamberMadeDifferences = (before: ChamberMadeContent, after: ChamberMadeContent): Difference[] =>
  partDifferences(places, before, after);

/** What goes into the record: what is printed. Purpose, destination and note are told to the chamber alone. */
export function chamberMadeRecorded(content: ChamberMadeContent): ChamberMadeContent {
  const { made, addressee } = content;
  const empty = emptyChamberMade();
  return {
    ...content,
    request: empty.request,
    addressee: addressee.form === 'anyone' ? empty.addressee : addressee,
    ...(made === undefined ? {} : { made: { ...made, extractDate: '', lookedUp: false } }),
  };
}
