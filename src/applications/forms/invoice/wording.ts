// Every word that is printed on a document of the chamber's form (会議所様式) before a firm types one. What an invoice
// certificate says is nationwide `Seen by` and the chamber's name: it certifies that the document was shown, not what it
// says. The other sentences are not published: these are this system's own.
import { z } from 'zod';
import { documentForms, documentKinds, partyRoles } from './document-kinds.ts';

/** The boxes of the sheet. 7 holds the goods and their totals, 8 and 9 are signed. */
export const invoiceBoxes = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type InvoiceBox = (typeof invoiceBoxes)[number];
const printedLabels = ['3', '4', '5', '6', '7', '8', '9'] as const;

const words = (max: number) => z.string().min(1).max(max);

/** Where a sentence names the chamber. */
export const chamberName = '{chamber}';

export const columnKeys = [
  ...(['marks', 'packages', 'description', 'quantity', 'unit', 'unitPrice', 'amount'] as const),
  ...(['net', 'gross', 'measurement'] as const),
] as const;

export const InvoiceWording = z.object({
  titles: z.record(z.enum(documentKinds), words(40)),
  /** Above the chamber's name, below the title. */
  issuedBy: words(40),
  labels: z.record(z.enum(printedLabels), words(80)),
  /** The labels of boxes 1 and 2: who they are depends on the document. */
  parties: z.record(z.enum(partyRoles), z.object({ '1': words(80), '2': words(80) })),
  heads: z.record(z.enum(columnKeys), words(40)),
  /** Box 8. */
  declaration: words(600),
  /** Box 9; `{chamber}` stands for the chamber's name. */
  certification: words(600),
  toBeContinued: words(40),
  /** Followed by the number of the sheet before. */
  continuedFrom: words(40),
  carriedForward: words(40),
  broughtForward: words(40),
  subtotal: words(20),
  total: words(20),
  /** Closes a list that has no total. */
  end: words(20),
  /** Before and after an amount in words. */
  say: words(20),
  only: words(20),
  noCommercialValue: words(120),
  net: words(40),
  gross: words(40),
  measurement: words(40),
});
export type InvoiceWording = z.infer<typeof InvoiceWording>;

const titleOf = (kind: (typeof documentKinds)[number]) => [kind, documentForms[kind].title] as const;

export const invoiceWording: InvoiceWording = {
  titles: Object.fromEntries(documentKinds.map(titleOf)) as InvoiceWording['titles'],
  issuedBy: 'presented to',
  labels: {
    '3': '3. Consignee, if not the party in box 2 (Name, address, country)',
    '4': '4. No. and date',
    '5': '5. Shipping particulars',
    '6': '6. Terms of delivery and payment; references',
    '7': '7. Goods',
    '8': '8. Declaration by the issuer',
    '9': '9. Certification',
  },
  parties: {
    sale: { '1': '1. Exporter (Name, address, country)', '2': '2. Buyer (Name, address, country)' },
    offer: { '1': '1. Seller (Name, address, country)', '2': '2. Addressed to (Name, address, country)' },
    order: { '1': '1. Buyer (Name, address, country)', '2': '2. Seller (Name, address, country)' },
  },
  heads: {
    marks: 'Marks and numbers',
    packages: 'Packages',
    description: 'Description',
    quantity: 'Quantity',
    unit: 'Unit',
    unitPrice: 'Unit price',
    amount: 'Amount',
    net: 'Net',
    gross: 'Gross',
    measurement: 'Measurement',
  },
  declaration:
    'The undersigned, as an authorized signatory of the party in box 1, hereby declares that this document was made by ' +
    'that party and that what it states is true and correct.',
  certification:
    `Seen by ${chamberName}. This document was presented by the party in box 1; its contents are the statement of that ` +
    'party and are not certified.',
  toBeContinued: 'To be continued',
  continuedFrom: 'Continued from sheet',
  carriedForward: 'Carried forward',
  broughtForward: 'Brought forward',
  subtotal: 'SUBTOTAL',
  total: 'TOTAL',
  end: 'END OF LIST',
  say: 'SAY',
  only: 'ONLY',
  noCommercialValue: 'NO COMMERCIAL VALUE. VALUE FOR CUSTOMS PURPOSES ONLY.',
  net: 'NET WEIGHT',
  gross: 'GROSS WEIGHT',
  measurement: 'MEASUREMENT',
};

/** What the shared parts of a sheet are given: the title of this document, and the sentence with the chamber's name in it. */
export function sheetWords(
  wording: InvoiceWording,
  document: (typeof documentKinds)[number] | '',
  chamberNameEn: string,
): { title: string; issuedBy: string; declaration: string; certification: string } {
  const { issuedBy, declaration, certification } = wording;
  // `The Osaka Chamber …` within a sentence. A function, since a name may hold what `replace` reads as a pattern.
  const name = chamberNameEn.replace(/^The /, 'the ');
  return {
    title: wording.titles[document === '' ? 'commercial-invoice' : document],
    ...{ issuedBy, declaration, certification: certification.replaceAll(chamberName, () => name) },
  };
}
