// `A on behalf of B` in box 1: the firm exports for another party, which is abroad, and shows by what right.
import { findCountryByName } from '../../../countries.ts';
import { hitIf, isBlank } from '../../rule.ts';
import type { OriginContent } from '../content.ts';
import { countryHint } from './country-hint.ts';
import { fukuiGuide, rule } from './rule.ts';

const source = fukuiGuide('1. Exporter');

type Party = NonNullable<OriginContent['onBehalfOf']>;
const nobody: Party = { name: '', address: '', country: '' };

/** Whether the certificate is applied for on behalf of another. */
export const isOnBehalf = ({ onBehalfOf = nobody }: OriginContent): boolean =>
  !isBlank(onBehalfOf.name) || !isBlank(onBehalfOf.address) || !isBlank(onBehalfOf.country);

export const onBehalfInFull = rule({
  name: 'on-behalf-in-full',
  box: '1',
  level: 'block',
  source,
  find: (content) => {
    if (!isOnBehalf(content)) return [];
    const { name, address, country } = content.onBehalfOf ?? nobody;
    return [
      ...hitIf(
        isBlank(name),
        'onBehalfOf.name',
        '「on behalf of」に続く会社名を入れてください。',
        'Give the company that follows "on behalf of".',
      ),
      ...hitIf(
        isBlank(address),
        'onBehalfOf.address',
        '「on behalf of」の会社の住所を入れてください。',
        'Give the address of the company on whose behalf you export.',
      ),
      ...hitIf(
        isBlank(country),
        'onBehalfOf.country',
        '「on behalf of」の会社の国名を入れてください。',
        'Give the country of the company on whose behalf you export.',
      ),
    ];
  },
});

export const onBehalfCountryByName = rule({
  name: 'on-behalf-country-by-name',
  box: '1',
  level: 'block',
  source,
  find: ({ onBehalfOf = nobody }) => {
    const { country } = onBehalfOf;
    const hint = countryHint(country);
    return hitIf(
      !isBlank(country) && findCountryByName(country) === undefined,
      'onBehalfOf.country',
      `「${country}」は国名として使えません。正式な国名か、認められた略称にしてください${hint.ja}。`,
      `"${country}" is not a country of the list. Give the official name or a listed short form${hint.en}.`,
    );
  },
});

export const onBehalfAbroad = rule({
  name: 'on-behalf-abroad',
  box: '1',
  level: 'block',
  source, // 「Bは日本国外の企業」
  find: ({ onBehalfOf = nobody }) =>
    hitIf(
      findCountryByName(onBehalfOf.country)?.code === 'JP',
      'onBehalfOf.country',
      '「on behalf of」に書けるのは、日本国外の会社です。',
      'Only a company outside Japan may follow "on behalf of".',
    ),
});

export const onBehalfInItsFields = rule({
  name: 'exporter-on-behalf',
  box: '1',
  level: 'block',
  source,
  find: ({ exporter }) =>
    hitIf(
      /\bon behalf of\b/i.test(`${exporter.name}\n${exporter.address}`),
      'exporter.address',
      '「on behalf of」の会社は、住所の欄ではなく、専用の欄に入れてください。',
      'Give the company on whose behalf you export in the fields for it, not in the address.',
    ),
});
