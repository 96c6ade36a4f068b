import type { Registration } from '../../../registrations/registration.ts';
import { toAnyone } from '../addressee-rules.ts';
import type { Keys } from '../content.ts';
import { emptySignatureContent, partsFor, type SignatureContent } from './content.ts';

/**
 * Box 1 and the place of box 5 come from the registration. What belongs to one case only is not copied: the reference, and the
 * lots, which would be another shipment's.
 */
export function beginSignature(
  registration: Registration,
  copied: SignatureContent | undefined,
  today: string,
): SignatureContent {
  const base = copied ?? emptySignatureContent();
  return {
    ...base,
    declarant: { name: registration.nameEn, address: registration.addressEn, country: 'JAPAN' },
    reference: '',
    goods: base.goods.map((line) => ({ ...line, lot: '' })),
    declaration: { place: copied?.declaration.place || registration.placeEn, date: today },
  };
}

/** It has no invoice. In lists it goes by its addressee. */
export function signatureKeys(content: SignatureContent): Keys {
  const { addressee, goods } = content;
  return {
    consignee: addressee.form === 'anyone' ? toAnyone : addressee.name.trim(),
    invoiceNumbers: [],
    goodsLines: partsFor(content).goods ? goods.length : 0,
  };
}
