import type { Registration } from '../../../registrations/registration.ts';
import type { Keys } from '../content.ts';
import { emptyInvoiceContent, type InvoiceContent } from './content.ts';

/**
 * Box 1 and the place of box 8 come from the registration. What belongs to one case only is not
 * copied: number, date, sailing date, and what the references refer to.
 */
export function beginInvoice(
  registration: Registration,
  copied: InvoiceContent | undefined,
  today: string,
): InvoiceContent {
  const base = copied ?? emptyInvoiceContent();
  return {
    ...base,
    exporter: { name: registration.nameEn, address: registration.addressEn, country: 'JAPAN' },
    number: '',
    date: today,
    shipping: { ...base.shipping, date: '' },
    references: base.references.map(({ title }) => ({ title, text: '' })),
    declaration: { place: copied?.declaration.place || registration.placeEn },
  };
}

export function invoiceKeys({ buyer, number, goods }: InvoiceContent): Keys {
  const own = number.trim();
  return { consignee: buyer.name.trim(), invoiceNumbers: own === '' ? [] : [own], goodsLines: goods.length };
}
