// One typing for two papers: an invoice from what a certificate of origin says, and a certificate of origin from an invoice.
// What both have is taken over; what only the receiving one has stays as it is there. Pure: whoever calls decides what is
// overwritten, and the rules of the receiving kind speak as always.
import type { GoodsLine, OriginContent, TransportForm } from '../origin/content.ts';
import type { InvoiceContent, InvoiceLine, TransportWay } from './content.ts';

/** Of a line only what both kinds have; prices and weights are empty. */
export const lineFromOrigin = (line: GoodsLine): InvoiceLine => ({
  ...line,
  unitPrice: '',
  amount: '',
  netWeight: '',
  grossWeight: '',
  measurement: '',
});

export const lineToOrigin = ({
  marks,
  packages,
  packageKind,
  description,
  hsCode,
  origin,
  quantity,
  unit,
}: InvoiceLine): GoodsLine => ({ marks, packages, packageKind, description, hsCode, origin, quantity, unit });

/** How the forms of box 5 of a certificate of origin travel, where they say it. */
const ways: Partial<Record<TransportForm, TransportWay>> = {
  ...{ a: 'sea', b: 'sea', e: 'sea', f: 'sea', g: 'sea', h: 'sea', p: 'post', o: 'post', m: 'post', n: 'post' },
  ...{ i: 'air', j: 'air', k: 'air', l: 'air', q: 'courier', s: 'several', t: 'several', u: 'several' },
};

function wayOf({ form, by }: OriginContent['transport']): TransportWay | undefined {
  if (by !== '') return by === 'vessel' ? 'sea' : 'air';
  return form === '' ? undefined : ways[form];
}

function shippingFromOrigin(
  transport: OriginContent['transport'],
  now: InvoiceContent['shipping'],
): InvoiceContent['shipping'] {
  const { from, to, toCountry, via, date } = transport;
  const carrier = [transport.vessel, transport.voyage, transport.flight, transport.courier]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
  return { ...now, by: wayOf(transport) ?? now.by, carrier, from, to, toCountry, via, date };
}

/** Parties, shipping, marks and goods of a certificate of origin into a draft; its number where the certificate rests on one invoice. */
export function invoiceFromOrigin(origin: OriginContent, draft: InvoiceContent): InvoiceContent {
  const { consignee, invoices } = origin;
  const [invoice, ...others] = invoices;
  const party = { name: consignee.name, address: consignee.address, country: consignee.country };
  const only = others.length === 0 ? invoice : undefined;
  return {
    ...draft,
    request: { ...draft.request, destination: origin.request.destination },
    // `To order` names nobody, and a bank is no buyer.
    buyer: consignee.form === 'named' ? party : draft.buyer,
    number: only?.number ?? draft.number,
    date: only?.date || draft.date,
    shipping: shippingFromOrigin(origin.transport, draft.shipping),
    marks: origin.marks,
    goods: origin.goods.map(lineFromOrigin),
    totals: { ...draft.totals, packages: origin.totals.packages },
  };
}

/** By sea or air with a vessel or without; undefined where box 5 has no such form. */
function transportToOrigin(
  shipping: InvoiceContent['shipping'],
  now: OriginContent['transport'],
): OriginContent['transport'] {
  const { by, carrier, from, to, toCountry, via, date } = shipping;
  const route = { ...now, from, to, toCountry, via, date };
  const dated = date !== '';
  if (by === 'sea' && carrier.trim() === '') return { ...route, form: dated ? 'c' : 'd', by: 'vessel' };
  if (by === 'sea') return { ...route, form: dated ? 'a' : 'b', vessel: carrier };
  if (by === 'air') return { ...route, form: dated ? 'c' : 'd', by: 'air' };
  if (by === 'courier') return { ...now, form: 'q', courier: carrier };
  return route;
}

/**
 * Parties, number and date, shipping, marks and goods of an invoice into the draft of a certificate of origin. The consignee
 * is the invoice's own, or where it has none its buyer.
 */
export function originFromInvoice(invoice: InvoiceContent, draft: OriginContent): OriginContent {
  const { consignee, buyer, number, date, totals } = invoice;
  const party = consignee.name.trim() === '' ? buyer : consignee;
  return {
    ...draft,
    request: { ...draft.request, destination: invoice.request.destination },
    consignee: { form: 'named', ...party },
    invoices: [{ number, date }],
    transport: transportToOrigin(invoice.shipping, draft.transport),
    marks: invoice.marks,
    goods: invoice.goods.map(lineToOrigin),
    totals: { packages: totals.packages, quantities: [] },
  };
}
