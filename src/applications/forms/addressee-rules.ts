// To whom a document is addressed, where it is no shipment's consignee: anybody, or one who is named.
import { findCountry, findCountryByName } from '../countries.ts';
import type { Content, Facts } from './content.ts';
import { hitIf, isBlank, type Rule, ruleOf } from './rule.ts';

export const toAnyone = 'To whom it may concern';

type Addressed = Content & { addressee: { form: 'anyone' | 'named'; name: string; country: string } };

export const addresseeNameGiven = <C extends Addressed>(source: string): Rule<C, Facts> =>
  ruleOf({
    name: 'addressee-name-given',
    box: '2',
    level: 'block',
    source,
    find: ({ addressee }) =>
      hitIf(
        addressee.form === 'named' && isBlank(addressee.name),
        'addressee.name',
        '宛先の名称を入れてください。宛先を定めないときは「関係各位」を選んでください。',
        'Give the name of the addressee, or choose "To whom it may concern".',
      ),
  });

/** A hint only: a document may well be addressed to a body that writes its country in its own way. */
export const addresseeCountryByName = <C extends Addressed>(source: string): Rule<C, Facts> =>
  ruleOf({
    name: 'addressee-country-by-name',
    box: '2',
    level: 'warn',
    source,
    find: ({ addressee: { form, country } }) =>
      hitIf(
        form === 'named' && !isBlank(country) && findCountryByName(country) === undefined,
        'addressee.country',
        `「${country}」は国名の一覧にありません。正式な国名か確かめてください。`,
        `"${country}" is not in the list of countries. Make sure that it is the official name.`,
      ),
  });

/** Statistical, and a contract or a curriculum vitae goes nowhere in particular: it may stay empty. */
export const destinationReal = <C extends Content & { request: { destination: string } }>(
  source: string,
): Rule<C, Facts> =>
  ruleOf({
    name: 'destination-real',
    box: 'request',
    level: 'block',
    source,
    find: ({ request: { destination } }) =>
      hitIf(
        destination !== '' && findCountry(destination) === undefined,
        'request.destination',
        '仕向国(提出先の国)は一覧から選ぶか、空のままにしてください。',
        'Choose the country from the list, or leave it empty.',
      ),
  });
