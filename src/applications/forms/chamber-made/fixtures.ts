// For each rule of what a firm asks for one content that it lets pass and one that it stops. Each changes the base.
import type { Facts } from '../content.ts';
import type { ChamberMadeContent } from './content.ts';

type Change = (content: ChamberMadeContent, facts: Facts) => void;
/** `path`: where the rule must point; without one the rule must be silent. */
export type Fixture = { change: Change; path?: string };

const good = (change: Change): Fixture => ({ change });
const bad = (path: string, change: Change): Fixture => ({ change, path });
const request =
  (fields: Partial<ChamberMadeContent['request']>): Change =>
  (content) => {
    content.request = { ...content.request, ...fields };
  };
const company =
  (fields: Partial<ChamberMadeContent['company']>): Change =>
  (content) => {
    content.company = { ...content.company, ...fields };
  };
const addressee =
  (fields: Partial<ChamberMadeContent['addressee']>): Change =>
  (content) => {
    content.addressee = { ...content.addressee, ...fields };
  };
const asItIs: Change = () => undefined;
const withoutE: Change = (_content, facts) => {
  facts.missingGlyphs = (text) => [...text].filter((one) => one === 'é');
};

export const chamberMadeFixtures: Readonly<Record<string, readonly Fixture[]>> = {
  'purpose-chosen': [
    good(request({ purpose: 'other', purposeText: '商標登録' })),
    bad('request.purpose', request({ purpose: '' })),
    bad('request.purposeText', request({ purpose: 'other' })),
  ],
  'destination-real': [good(request({ destination: '' })), bad('request.destination', request({ destination: 'XX' }))],
  'ink-signature-at-counter': [good(asItIs), bad('request.inkSignature', request({ inkSignature: true }))],
  'perforation-at-counter': [good(asItIs), bad('request.perforation', request({ perforation: true }))],
  'tally-seal-at-counter': [good(asItIs), bad('request.tallySeal', request({ tallySeal: true }))],
  'company-name-as-registered': [good(asItIs), bad('company.name', company({ name: 'NANIWA FOODS CO. LTD.' }))],
  'company-address-given': [good(asItIs), bad('company.address', company({ address: ' ' }))],
  'company-address-as-registered': [
    good(company({ address: '2-8 Honmachibashi, Chuo-ku,\nOsaka 540-0029' })),
    bad('company.address', company({ address: '1-1 Umeda, Osaka' })),
  ],
  'company-country-japan': [good(company({ country: 'Japan' })), bad('company.country', company({ country: '' }))],
  'addressee-name-given': [
    good(addressee({ form: 'anyone', name: '' })),
    bad('addressee.name', addressee({ name: '' })),
  ],
  'addressee-country-by-name': [
    good(addressee({ country: '' })),
    bad('addressee.country', addressee({ country: 'Dubay' })),
  ],
  'characters-mendable': [good(asItIs), bad('addressee.name', addressee({ name: 'ＢＡＮＫ' }))],
  'characters-allowed': [
    good(request({ note: '急ぎません。' })), // not printed
    bad('addressee.name', addressee({ name: '銀行' })),
  ],
  'characters-drawn': [
    good(withoutE),
    bad('addressee.name', (content, facts) => {
      withoutE(content, facts);
      addressee({ name: 'Société' })(content, facts);
    }),
  ],
  'boxes-hold': [
    good(addressee({ address: '1\n2\n3' })),
    bad('addressee.address', addressee({ address: '1\n2\n3\n4' })),
  ],
};
