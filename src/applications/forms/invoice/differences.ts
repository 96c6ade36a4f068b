import { type Difference, lineDifferences, type Places, partDifferences } from '../../differences.ts';
import { type InvoiceContent, InvoiceLine } from './content.ts';

const places: Places<InvoiceContent> = {
  request: 'request',
  exporter: '1',
  buyer: '2',
  consignee: '3',
  number: '4',
  date: '4',
  shipping: '5',
  terms: '6',
  references: '6',
  currency: '7',
  weightUnit: '7',
  volumeUnit: '7',
  noCommercialValue: '7',
  marks: '7',
  adjustments: '7',
  totals: '7',
  declaration: '8',
};

const fields = Object.keys(InvoiceLine.shape) as (keyof InvoiceLine)[];
const lineText = (line: InvoiceLine): string => fields.map((field) => line[field]).join(' | ');

export function invoiceDifferences(before: InvoiceContent, after: InvoiceContent): Difference[] {
  return [...partDifferences(places, before, after), ...lineDifferences(before.goods, after.goods, lineText)];
}
