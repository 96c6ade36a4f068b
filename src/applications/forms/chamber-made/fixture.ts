// Test material: what a firm asks for that no rule objects to, and what the chamber writes on it.
import type { Registration } from '../../../registrations/registration.ts';
import type { Facts } from '../content.ts';
import { demoIssued } from '../origin/sheet-fixture.ts';
import { ChamberMadeContent, type Made, withMade } from './content.ts';
import { type ChamberMadeKind, draftOfMade } from './kind.ts';

export const registration: Registration = {
  ...{ chamberId: '0001', registrationId: 'r', number: '0001-000001', nameJa: '浪速食品株式会社' },
  nameEn: 'NANIWA FOODS CO., LTD.',
  addressEn: '2-8 Honmachibashi, Chuo-ku, Osaka 540-0029',
  placeEn: 'Osaka, Japan',
  ...{ memberClass: 'member', kind: 'applicant', legalForm: 'corporation', corporateNumber: '7000012050002' },
  ...{ paperNumber: null, validFrom: '2026-01-01', validUntil: '2027-12-31', status: 'active' },
  sanctioned: { suspendedUntil: null, extraDocumentsUntil: null, struckOff: false },
  ...{ usersSeeAll: true, releaseRequired: false },
};

export const facts = (): Facts => ({
  registered: { name: registration.nameEn, addresses: [registration.addressEn] },
  today: '2026-11-22',
  usedInvoiceNumbers: new Set(),
});

export const asked = (): ChamberMadeContent =>
  ChamberMadeContent.parse({
    request: { purpose: 'bank', destination: 'AE' },
    company: { name: registration.nameEn, address: registration.addressEn, country: 'JAPAN' },
    addressee: { form: 'named', name: 'Gulf Commercial Bank', address: 'Dubai', country: 'U.A.E.' },
  });

/** The template with everything filled in that it leaves to the chamber. */
export function written(kind: ChamberMadeKind, language: ChamberMadeContent['language'] = 'en'): Made {
  const draft = draftOfMade(kind, { language, registration, chamber: demoIssued.chamber });
  return {
    ...draft,
    facts: draft.facts.map(({ name, value }, i) => ({ name, value: value || `M-${i}00${i}` })),
    ...{ extractDate: '2026-10-01', lookedUp: true },
  };
}

export const complete = (kind: ChamberMadeKind): ChamberMadeContent => withMade(asked(), written(kind));

export const issuedBy = (kind: ChamberMadeKind) => ({
  ...demoIssued,
  wording: kind.wording,
  template: kind.template,
});
