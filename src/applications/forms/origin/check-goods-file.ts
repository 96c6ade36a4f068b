// Checks a file of goods by itself, before there is an application: what `hakkyu check-goods FILE` prints.
import { checkGoodsTable } from '../check-goods-table.ts';
import type { Facts } from '../content.ts';
import type { GoodsFile } from '../form.ts';
import { emptyOriginContent, type OriginContent } from './content.ts';
import { originGoodsTable } from './goods-columns.ts';
import type { OriginFacts } from './rules/rule.ts';
import { goodsLineRules } from './rules/rules.ts';

/** The lines' own rules need nothing from the registration or the calendar. */
const noFacts: OriginFacts = { registered: { name: '', addresses: [] }, today: '', usedInvoiceNumbers: new Set() };

/** See `checkGoodsTable`. */
export const checkGoodsFile = (
  bytes: Uint8Array,
  fileName: string,
  facts: Pick<Facts, 'missingGlyphs'> = {},
): Promise<GoodsFile<OriginContent>> =>
  checkGoodsTable(bytes, fileName, originGoodsTable, (goods) => {
    const content = { ...emptyOriginContent(), goods };
    return goodsLineRules.flatMap((rule) => rule.find(content, { ...noFacts, ...facts }));
  });
