// The rules that check what a firm asks for: this list is all of them, in the order of the paper.
import type { Finding, Place } from '../../finding.ts';
import * as addressed from '../addressee-rules.ts';
import * as fit from '../box-fit-rule.ts';
import { characterRules } from '../character-rules.ts';
import type { BoxFit, Facts } from '../content.ts';
import * as counter from '../counter-rules.ts';
import * as registered from '../registered-party-rules.ts';
import { hitIf, isBlank, type Rule, type RuleDefinition, ruleOf } from '../rule.ts';
import { type MapTexts, mapFields } from '../texts.ts';
import type { ChamberMadeContent } from './content.ts';

export type FittedBox = '1' | '2';
export type ChamberMadeFacts = Facts & { boxFit?: Partial<Record<FittedBox, BoxFit>> };
type ChamberMadeRule = Rule<ChamberMadeContent, ChamberMadeFacts>;

const rule = (definition: RuleDefinition<ChamberMadeContent, ChamberMadeFacts>): ChamberMadeRule => ruleOf(definition);

const application = '大阪商工会議所・東京商工会議所「会員証明・日本法人証明」発給申請書';
const ownForm = '本システムの様式';

const party = { name: 'line', address: 'lines', country: 'line' } as const;

/** What the firm typed and is printed; the chamber's part is looked at by ./made-rules. */
export const mapTexts: MapTexts<ChamberMadeContent> = (content, change) => ({
  ...content,
  company: mapFields(content.company, party, { path: 'company', place: '1' }, change),
  addressee:
    content.addressee.form === 'named'
      ? mapFields(content.addressee, party, { path: 'addressee', place: '2' }, change)
      : content.addressee,
});

const company = {
  key: 'company',
  box: '1',
  ja: '証明を受ける会社',
  en: 'company',
  party: (content: ChamberMadeContent) => content.company,
} as const;

const purposeChosen = rule({
  ...{ name: 'purpose-chosen', box: 'request', level: 'block', source: application },
  find: ({ request }) => [
    ...hitIf(request.purpose === '', 'request.purpose', '使用目的を選んでください。', 'Choose the purpose.'),
    ...hitIf(
      request.purpose === 'other' && isBlank(request.purposeText),
      'request.purposeText',
      '「その他」の使用目的を書いてください。',
      'Say what the other purpose is.',
    ),
  ],
});

const characters = characterRules(mapTexts, { box: '1', source: ownForm, drawnSource: ownForm });

const boxesHold = fit.boxesHold<ChamberMadeContent, FittedBox>(
  { '1': 'company.address', '2': 'addressee.address' },
  { box: '1', source: ownForm },
);

export const chamberMadeRules: readonly ChamberMadeRule[] = [
  purposeChosen,
  addressed.destinationReal(ownForm),
  counter.inkSignatureAtCounter(),
  counter.perforationAtCounter(),
  counter.tallySealAtCounter(),
  registered.nameAsRegistered(company, application),
  registered.addressGiven(company, application),
  registered.addressAsRegistered(company, {
    ...{ level: 'block', source: application },
    ja: '証明できるのは登録された住所だけです。住所が変わったときは先に登録変更をしてください。',
    en: 'Only the registered address can be certified. Where it has changed, change the registration first.',
  }),
  registered.countryJapan(company, { source: application, ja: '', en: '' }),
  addressed.addresseeNameGiven(ownForm),
  addressed.addresseeCountryByName(ownForm),
  characters.charactersMendable,
  characters.charactersAllowed,
  characters.charactersDrawn,
  boxesHold,
];

export const problemsOf = (content: ChamberMadeContent, facts: ChamberMadeFacts): Finding[] =>
  chamberMadeRules.flatMap((one) => one.find(content, facts));

/** `3`: what the chamber writes; `invoice`: what is attached. */
export const chamberMadePlaces = ['request', '1', '2', '3', 'invoice'] as const satisfies Place[];
