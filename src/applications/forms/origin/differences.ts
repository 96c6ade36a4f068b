import { type Difference, lineDifferences, type Places, partDifferences } from '../../differences.ts';
import type { GoodsLine, OriginContent } from './content.ts';

const places: Places<OriginContent> = {
  request: 'request',
  exporter: '1',
  consignee: '2',
  invoices: '3',
  originCountries: '4',
  transport: '5',
  remarks: '6',
  marks: '7',
  totals: '8',
  declaration: '9',
  onBehalfOf: '1',
  demand: '3',
  shipment: '5',
  food: '6',
  others: '7',
};

export function originDifferences(before: OriginContent, after: OriginContent): Difference[] {
  return [...partDifferences(places, before, after), ...lineDifferences(before.goods, after.goods, lineText)];
}

function lineText(line: GoodsLine): string {
  return [
    line.marks,
    line.packages,
    line.packageKind,
    line.description,
    line.hsCode,
    line.origin,
    line.quantity,
    line.unit,
  ].join(' | ');
}
