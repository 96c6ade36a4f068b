// The rules that check an application for a certificate of origin: this list is all of them, in the order of the paper.
import type { Finding } from '../../../finding.ts';
import type { OriginContent } from '../content.ts';
import { boxesHold } from './box-fit.ts';
import { charactersAllowed, charactersDrawn, charactersMendable } from './characters.ts';
import * as consignee from './consignee.ts';
import * as declaration from './declaration.ts';
import * as demand from './demand.ts';
import * as description from './description.ts';
import * as destination from './destination.ts';
import * as exporter from './exporter.ts';
import * as food from './food.ts';
import * as invoices from './invoices.ts';
import * as onBehalf from './on-behalf.ts';
import * as origin from './origin-countries.ts';
import * as others from './others.ts';
import * as packages from './packages.ts';
import * as quantity from './quantity.ts';
import * as remarks from './remarks.ts';
import * as request from './request.ts';
import type { OriginFacts, OriginRule } from './rule.ts';
import * as timing from './timing.ts';
import * as transport from './transport.ts';

/** What can be said of goods lines alone, before anything else is known: also run on a file of goods. */
export const goodsLineRules: readonly OriginRule[] = [
  description.goodsGiven,
  packages.packagesGiven,
  packages.packagesWhole,
  packages.packageKindGiven,
  packages.packageCountGiven,
  packages.packageKindKnown,
  description.descriptionGiven,
  description.descriptionIsGoods,
  description.softwareOnCarrier,
  description.descriptionQuestioned,
  description.descriptionStandsAlone,
  description.descriptionWithoutYear,
  description.descriptionWithoutPrefecture,
  description.descriptionNamesGoods,
  description.hsCodeSixDigits,
  origin.lineOriginByName,
  quantity.quantityGiven,
  quantity.quantityNumber,
  quantity.unitGiven,
  quantity.unitIsNoPacking,
  quantity.unitKnown,
  quantity.piecesWhole,
  charactersMendable,
  charactersAllowed,
  charactersDrawn,
];

export const originRules: readonly OriginRule[] = [
  request.goodsClassGiven,
  request.destinationGiven,
  request.inkSignatureAtCounter,
  request.perforationAtCounter,
  request.tallySealAtCounter,
  exporter.exporterNameAsRegistered,
  exporter.exporterAddressGiven,
  exporter.exporterAddressAsRegistered,
  exporter.exporterCountryJapan,
  onBehalf.onBehalfInItsFields,
  onBehalf.onBehalfInFull,
  onBehalf.onBehalfCountryByName,
  onBehalf.onBehalfAbroad,
  consignee.consigneeNameGiven,
  consignee.consigneeAddressGiven,
  consignee.consigneeCountryGiven,
  consignee.consigneeCountryByName,
  consignee.consigneeAbroad,
  consignee.consigneeWithoutPrefix,
  consignee.toOrderByItsForm,
  consignee.consigneeOneCompany,
  consignee.consigneeOneAddress,
  consignee.toOrderNeedsRoute,
  invoices.invoiceGiven,
  invoices.invoiceNumberGiven,
  invoices.invoiceNumbersInFull,
  invoices.invoiceOnce,
  invoices.invoiceNumberUnused,
  invoices.invoiceDateReal,
  invoices.invoiceDateNotFuture,
  invoices.invoiceDateNotAfterDeclaration,
  origin.originGiven,
  origin.originByName,
  origin.originOnce,
  origin.originJapanOnly,
  transport.transportFormChosen,
  transport.transportFieldsGiven,
  transport.transportFieldsPrinted,
  transport.loadedInJapan,
  transport.dischargeCountryByName,
  transport.transportDecided,
  transport.transportMeansSingle,
  transport.transportDateReal,
  timing.shipmentDateReal,
  timing.shipmentDateWhenOld,
  timing.shippedWithinOneYear,
  timing.shippedWithinSixMonths,
  timing.lateReasonGiven,
  timing.lateReasonConcrete,
  timing.invoiceBeforeShipment,
  destination.consigneeCountryIsDestination,
  destination.finalDestinationNamesCountry,
  destination.finalDestinationIsConsignees,
  remarks.remarkTitled,
  remarks.remarkTitleListed,
  remarks.remarkTextGiven,
  remarks.remarkWithoutPronoun,
  remarks.remarkWithoutOath,
  remarks.remarkWithoutReference,
  remarks.remarkWithoutAmount,
  remarks.tradeTermsWithPlace,
  remarks.remarkPartyInFull,
  remarks.endUserInDestination,
  food.foodPlaceGiven,
  food.foodToItsDestination,
  food.foodClassChosen,
  packages.marksGiven,
  packages.marksSayNone,
  ...goodsLineRules,
  description.descriptionWithoutOath,
  description.oathForConsulate,
  others.othersMarked,
  others.othersAsRemarks,
  demand.languageChosen,
  origin.lineOriginJapanOnly,
  origin.lineOriginInBox4,
  origin.lineOriginWhenSeveral,
  quantity.totalPackagesAgree,
  quantity.totalQuantitiesAgree,
  declaration.declarationPlaceGiven,
  declaration.declarationPlaceInJapan,
  declaration.declarationDateReal,
  declaration.declarationNotFuture,
  declaration.declarationRecent,
  boxesHold,
];

/** Of these rules, those that hold for foreign goods too. */
const japaneseOnly: ReadonlySet<string> = new Set(
  [
    origin.originJapanOnly,
    origin.lineOriginJapanOnly,
    transport.loadedInJapan,
    timing.shippedWithinSixMonths,
    timing.lateReasonGiven,
    timing.lateReasonConcrete,
  ].map(({ name }) => name),
);
export const sharedRules: readonly OriginRule[] = originRules.filter(({ name }) => !japaneseOnly.has(name));

/** Everything that the rules have to say about the content. What blocks must be mended before it may be submitted. */
export function problemsOf(content: OriginContent, facts: OriginFacts): Finding[] {
  return originRules.flatMap((rule) => rule.find(content, facts));
}
