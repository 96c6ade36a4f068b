// The rules that check an application for a signature certificate: this list is all of them, in the order of the paper.
import type { Finding } from '../../../finding.ts';
import type { SignatureContent } from '../content.ts';
import { boxesHold } from './box-fit.ts';
import { charactersAllowed, charactersDrawn, charactersMendable } from './characters.ts';
import * as declaration from './declaration.ts';
import * as document from './document.ts';
import * as goods from './goods.ts';
import * as parties from './parties.ts';
import * as request from './request.ts';
import type { SignatureFacts, SignatureRule } from './rule.ts';
import * as translation from './translation.ts';

/** What can be said of lines of products alone: also run on a file of them. */
export const goodsLineRules: readonly SignatureRule[] = [
  goods.descriptionGiven,
  goods.lotGiven,
  goods.quantityNumber,
  charactersMendable,
  charactersAllowed,
  charactersDrawn,
];

export const signatureRules: readonly SignatureRule[] = [
  request.documentChosen,
  request.destinationReal,
  request.inkSignatureAtCounter,
  request.perforationAtCounter,
  request.tallySealAtCounter,
  parties.declarantNameAsRegistered,
  parties.declarantAddressGiven,
  parties.declarantAddressAsRegistered,
  parties.declarantCountryJapan,
  parties.addresseeNameGiven,
  parties.addresseeCountryByName,
  document.titleGiven,
  document.titleNotOrigin,
  document.titleNotPublic,
  document.documentByItsOwnForm,
  document.statementGiven,
  document.notLikeOrigin,
  document.publicDocumentQuestioned,
  document.chamberDoesNotVouch,
  document.freelySoldStated,
  document.signedInBox5Only,
  document.noForSignature,
  document.declaresForItself,
  parties.makerGiven,
  parties.plantGiven,
  translation.originalGiven,
  translation.languagesDiffer,
  translation.originalDateReal,
  translation.translationTextGiven,
  document.goodsGiven,
  ...goodsLineRules,
  declaration.declarationPlaceGiven,
  declaration.declarationPlaceInJapan,
  declaration.declarationDateReal,
  declaration.declarationNotFuture,
  declaration.declarationRecent,
  boxesHold,
];

/** Everything that the rules have to say about the content. What blocks must be mended before it may be submitted. */
export const problemsOf = (content: SignatureContent, facts: SignatureFacts): Finding[] =>
  signatureRules.flatMap((rule) => rule.find(content, facts));
