// A rule of an invoice or the like, and where such rules come from.
import type { BoxFit, Facts } from '../../content.ts';
import { type Rule, type RuleDefinition, ruleOf } from '../../rule.ts';
import type { InvoiceContent } from '../content.ts';
import { type DocumentForm, documentFormOf } from '../document-kinds.ts';

/** What the rules need to know beyond what was typed. */
export type InvoiceFacts = Facts & {
  /** What each box takes and holds, and the columns of box 7: `invoiceFit`. */
  fit?: Readonly<Record<string, BoxFit>>;
};

export type InvoiceRule = Rule<InvoiceContent, InvoiceFacts>;

export const rule = (definition: RuleDefinition<InvoiceContent, InvoiceFacts>): InvoiceRule => ruleOf(definition);

export const formOf = ({ request }: Pick<InvoiceContent, 'request'>): DocumentForm => documentFormOf(request.document);

// Where rules come from, as the outside world knows the texts.
/** 輸出者名・住所、番号、日付、買主、船積事項、商品、数量、荷印、単価・合計、建値、支払条件. */
export const tokyoInvoice = '東京商工会議所「インボイス証明」コマーシャルインボイスの必要記載事項';
export const tokyoDocument = '東京商工会議所「インボイス証明」申請書類の要件';
export const shizuokaInvoice = '静岡商工会議所「インボイス証明」';
export const iccTerms = 'ICC Incoterms 2020 (publication 723E)';
/** Not stated by a chamber: it follows from what a document is for. */
export const ours = 'このシステムの定め(書類の性質から)';
export const ownArithmetic = 'このシステムの定め(書類の中の計算が合うこと)';
