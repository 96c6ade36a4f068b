// インボイス証明 (会議所様式): the invoice certificate's answers.
import type { Form } from '../form.ts';
import { mendTexts } from '../texts.ts';
import { beginInvoice, invoiceKeys } from './begin.ts';
import { checkInvoiceGoods } from './check-goods-file.ts';
import { InvoiceContent, maxInvoiceLines } from './content.ts';
import { invoiceDifferences } from './differences.ts';
import { invoiceRecorded } from './recorded.ts';
import { mapTexts } from './rules/content-texts.ts';
import { invoiceProblems, invoiceRules } from './rules/rules.ts';
import { invoiceFit, invoiceImprintFit, invoiceSheet, invoiceSheets, invoiceTemplate } from './sheet.ts';
import { invoiceShown } from './shown.ts';
import { InvoiceWording, invoiceWording } from './wording.ts';

export const invoiceForm: Form<InvoiceContent, InvoiceWording> = {
  name: { ja: 'インボイス証明(会議所様式)', en: 'Invoice certificate' },
  paperTitle: 'Invoice Certificate',
  template: invoiceTemplate,
  recordSchema: 'hakkyu/invoice-certificate/1',
  Content: InvoiceContent,
  Wording: InvoiceWording,
  begin: beginInvoice,
  keysOf: invoiceKeys,
  maxGoodsLines: maxInvoiceLines,
  checkGoodsFile: checkInvoiceGoods,
  problemsOf: (content, facts) => invoiceProblems(content, { ...facts, fit: invoiceFit(content) }),
  // The document is made here and is itself what is certified: there is no other that it must agree with.
  evidence: () => [],
  toCompare: () => [],
  rules: invoiceRules,
  mendCharacters: (content) => mendTexts(mapTexts, content),
  places: ['request', '1', '2', '3', '4', '5', '6', '7', 'goods', '8'],
  differencesBetween: invoiceDifferences,
  recorded: invoiceRecorded,
  // `Seen by` is nationwide the words of this certificate: no chamber has others.
  wordingOf: () => invoiceWording,
  declaredFit: invoiceFit,
  imprintFit: invoiceImprintFit,
  sheets: (content, imprint) => invoiceSheets({ content, imprint }),
  sheet: (content, imprint, number) => invoiceSheet({ content, imprint }, number),
  shown: invoiceShown,
};
