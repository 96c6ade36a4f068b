// A file of goods for an invoice, checked before it is known which document it is for.
import { checkGoodsTable } from '../check-goods-table.ts';
import type { Facts } from '../content.ts';
import type { GoodsFile } from '../form.ts';
import { emptyInvoiceContent, type InvoiceContent } from './content.ts';
import { invoiceGoodsTable } from './goods-columns.ts';
import type { InvoiceFacts } from './rules/rule.ts';
import { invoiceLineRules } from './rules/rules.ts';

/** The lines' own rules need nothing from the registration or the calendar. */
const noFacts: InvoiceFacts = { registered: { name: '', addresses: [] }, today: '', usedInvoiceNumbers: new Set() };

/** See `checkGoodsTable`. */
export const checkInvoiceGoods = (
  bytes: Uint8Array,
  fileName: string,
  facts: Pick<Facts, 'missingGlyphs'> = {},
): Promise<GoodsFile<InvoiceContent>> =>
  checkGoodsTable(bytes, fileName, invoiceGoodsTable, (goods) => {
    const content = { ...emptyInvoiceContent(), goods };
    return invoiceLineRules.flatMap((rule) => rule.find(content, { ...noFacts, ...facts }));
  });
