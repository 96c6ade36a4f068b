import type { InvoiceContent, InvoiceLine } from './content.ts';
import { documentFormOf, hasAmounts, hasPrices } from './document-kinds.ts';

type Figures = Partial<InvoiceLine>;
const noAmount: Figures = { amount: '' };
const noPrices: Figures = { ...noAmount, unitPrice: '' };
const noMeasures: Figures = { netWeight: '', grossWeight: '', measurement: '' };

/**
 * Without what was typed and is not printed on this document: the record is attached to the paper, and who makes a packing
 * list from the figures of his invoice does not mean to hand on his prices.
 */
export function invoiceRecorded(content: InvoiceContent): InvoiceContent {
  const form = documentFormOf(content.request.document);
  if (hasAmounts(form)) return content;
  const unprinted: Figures = {
    ...(hasPrices(form) ? noAmount : noPrices),
    ...(form.columns.includes('gross') ? {} : { ...noMeasures, packages: '', packageKind: '' }),
    ...(form.columns.includes('quantity') ? {} : { quantity: '' }),
    ...(form.columns.includes('quantity') || form.columns.includes('unit') ? {} : { unit: '' }),
  };
  const { terms, totals } = content;
  return {
    ...content,
    currency: hasPrices(form) ? content.currency : '',
    noCommercialValue: false,
    terms: {
      ...(form.tradeTerms === 'none' ? { incoterm: '', place: '' } : { incoterm: terms.incoterm, place: terms.place }),
      payment: form.payment === 'none' ? '' : terms.payment,
    },
    goods: content.goods.map((line) => ({ ...line, ...unprinted })),
    adjustments: [],
    totals: form.columns.includes('gross')
      ? { ...totals, amount: '' }
      : { packages: '', netWeight: '', grossWeight: '', measurement: '', amount: '' },
  };
}
