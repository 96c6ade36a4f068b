// The rules that check an application for an invoice certificate: this list is all of them, in the order of the paper.
import type { Finding } from '../../../finding.ts';
import { inkSignatureAtCounter, perforationAtCounter, tallySealAtCounter } from '../../counter-rules.ts';
import { declarationPlaceGiven, declarationPlaceInJapan } from '../../declaration-rules.ts';
import type { InvoiceContent } from '../content.ts';
import { charactersAllowed, charactersDrawn, charactersMendable } from './characters.ts';
import * as document from './document.ts';
import { boxesHold, columnsHold } from './fit.ts';
import * as goods from './goods.ts';
import * as parties from './parties.ts';
import * as prices from './prices.ts';
import * as request from './request.ts';
import { type InvoiceFacts, type InvoiceRule, tokyoDocument } from './rule.ts';
import * as shipping from './shipping.ts';
import * as terms from './terms.ts';
import * as weights from './weights.ts';

const declared = { box: '8', source: tokyoDocument } as const;

/** What can be said of the lines of a file alone, whichever document they are for. */
export const invoiceLineRules: readonly InvoiceRule[] = [
  goods.goodsGiven,
  goods.descriptionGiven,
  goods.hsCodeDigits,
  goods.quantityNumber,
  goods.unitGiven,
  goods.unitKnown,
  goods.piecesWhole,
  goods.packagesWhole,
  goods.packageKindGiven,
  goods.packageCountGiven,
  goods.packageKindKnown,
  prices.priceNumber,
  prices.amountNumber,
  weights.weightNumber,
  weights.netWithinGross,
  charactersMendable,
  charactersAllowed,
  charactersDrawn,
];

export const invoiceRules: readonly InvoiceRule[] = [
  request.documentChosen,
  request.destinationGiven,
  inkSignatureAtCounter<InvoiceContent>(),
  perforationAtCounter<InvoiceContent>(),
  tallySealAtCounter<InvoiceContent>(),
  parties.exporterNameAsRegistered,
  parties.exporterAddressGiven,
  parties.exporterAddressAsRegistered,
  parties.exporterCountryJapan,
  parties.buyerNameGiven,
  parties.buyerAddressGiven,
  parties.buyerCountryByName,
  parties.buyerIsAnother,
  parties.consigneeWhole,
  parties.consigneeCountryByName,
  document.numberGiven,
  document.numberUnused,
  document.dateReal,
  document.dateNotFuture,
  shipping.shippingGiven,
  shipping.shippingCountryByName,
  shipping.shippingDateReal,
  terms.tradeTermsGiven,
  terms.tradeTermsPlaceGiven,
  terms.tradeTermsFitTransport,
  terms.tradeTermsPlaceOnRoute,
  terms.freightWithinTerms,
  terms.paymentGiven,
  terms.noCommercialValueUnpaid,
  terms.referenceWhole,
  terms.noteRefersToInvoice,
  prices.currencyKnown,
  goods.marksGiven,
  ...invoiceLineRules,
  goods.quantityGiven,
  goods.packagesGiven,
  goods.figuresPrinted,
  prices.priceGiven,
  prices.priceAboveZero,
  prices.lumpSumGiven,
  prices.amountsInCurrency,
  prices.amountAgrees,
  prices.adjustmentWhole,
  prices.adjustmentAgrees,
  prices.totalReckoned,
  prices.totalAmountAgrees,
  prices.noCommercialValueValued,
  weights.weightsGiven,
  weights.totalWeightsAgree,
  weights.totalPackagesAgree,
  declarationPlaceGiven<InvoiceContent>(declared),
  declarationPlaceInJapan<InvoiceContent>(declared),
  boxesHold,
  columnsHold,
];

/** Everything that the rules have to say about the content. What blocks must be mended before it may be submitted. */
export function invoiceProblems(content: InvoiceContent, facts: InvoiceFacts): Finding[] {
  return invoiceRules.flatMap((rule) => rule.find(content, facts));
}
