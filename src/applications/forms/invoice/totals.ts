// The sums of a document's weights and volumes. Pure.
import { addDecimals, type Decimal, parseDecimal } from '../decimal.ts';
import type { InvoiceContent, InvoiceLine } from './content.ts';

export const measureKeys = ['netWeight', 'grossWeight', 'measurement'] as const;
export type MeasureKey = (typeof measureKeys)[number];

/** Of the lines that have a number; undefined where none has. */
export function sumMeasure(goods: readonly Pick<InvoiceLine, MeasureKey>[], key: MeasureKey): Decimal | undefined {
  return goods
    .map((line) => parseDecimal(line[key]))
    .reduce(
      (sum, value) => (sum === undefined || value === undefined ? (sum ?? value) : addDecimals(sum, value)),
      undefined,
    );
}

export const unitOf = (
  { weightUnit, volumeUnit }: Pick<InvoiceContent, 'weightUnit' | 'volumeUnit'>,
  key: MeasureKey,
): string => (key === 'measurement' ? volumeUnit : weightUnit);
