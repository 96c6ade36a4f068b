// Checks a file of products by itself, before there is an application.
import { checkGoodsTable } from '../check-goods-table.ts';
import type { Facts } from '../content.ts';
import type { GoodsFile } from '../form.ts';
import { emptySignatureContent, type SignatureContent } from './content.ts';
import { signatureGoodsTable } from './goods-columns.ts';
import type { SignatureFacts } from './rules/rule.ts';
import { goodsLineRules } from './rules/rules.ts';

/** The lines' own rules need nothing from the registration or the calendar. */
const noFacts: SignatureFacts = { registered: { name: '', addresses: [] }, today: '', usedInvoiceNumbers: new Set() };

/** See `checkGoodsTable`. */
export const checkSignatureGoods = (
  bytes: Uint8Array,
  fileName: string,
  facts: Pick<Facts, 'missingGlyphs'> = {},
): Promise<GoodsFile<SignatureContent>> =>
  checkGoodsTable(bytes, fileName, signatureGoodsTable, (goods) => {
    const content = { ...emptySignatureContent(), goods };
    return goodsLineRules.flatMap((rule) => rule.find(content, { ...noFacts, ...facts }));
  });
