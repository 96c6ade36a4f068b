import type { Registration } from '../../../registrations/registration.ts';
import type { Keys } from '../content.ts';
import { emptyOriginContent, type OriginContent } from './content.ts';

/** Box 1 and the place of box 9 come from the registration. What belongs to one case only is not copied: invoice, sailing date. */
export function beginOrigin(
  registration: Registration,
  copied: OriginContent | undefined,
  today: string,
): OriginContent {
  const { shipment: _shipment, ...base } = copied ?? emptyOriginContent();
  return {
    ...base,
    exporter: { name: registration.nameEn, address: registration.addressEn, country: 'JAPAN' },
    invoices: copied ? copied.invoices.map(() => ({ number: '', date: '' })) : [{ number: '', date: '' }],
    originCountries: copied ? copied.originCountries : ['JAPAN'],
    transport: { ...base.transport, date: '' },
    declaration: { place: copied?.declaration.place || registration.placeEn, date: today },
  };
}

export function originKeys(content: OriginContent): Keys {
  const { consignee, invoices, goods } = content;
  const toOrder = consignee.form === 'to-order' ? 'To order' : consignee.name.trim();
  return {
    consignee: consignee.form === 'to-order-of' ? `To order of ${consignee.name.trim()}` : toOrder,
    invoiceNumbers: invoices.map((invoice) => invoice.number.trim()).filter((number) => number !== ''),
    goodsLines: goods.length,
  };
}
