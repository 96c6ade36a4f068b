import { describe, expect, test } from 'vitest';
import { type Registration, type Sanctioned, standingOf } from './registration.ts';

const none: Sanctioned = { suspendedUntil: null, extraDocumentsUntil: null, struckOff: false };

const registration: Registration = {
  ...{
    chamberId: '9901',
    registrationId: 'r',
    number: '1',
    nameJa: '見本',
    nameEn: 'MIHON',
    addressEn: 'A',
    placeEn: 'P',
  },
  ...{
    memberClass: 'member',
    validFrom: '2025-04-01',
    validUntil: '2027-03-31',
    status: 'active',
    sanctioned: none,
    usersSeeAll: false,
    kind: 'applicant',
    legalForm: 'corporation',
    corporateNumber: null,
    paperNumber: null,
    releaseRequired: false,
  },
};

describe('who may apply on a day', () => {
  test.each([
    [{}, '2025-03-31', 'not_yet'],
    [{}, '2025-04-01', 'good'],
    [{}, '2027-03-31', 'good'],
    [{}, '2027-04-01', 'expired'],
    [{ sanctioned: { ...none, suspendedUntil: '2026-11-30' } }, '2026-11-30', 'suspended'],
    [{ sanctioned: { ...none, suspendedUntil: '2026-11-30' } }, '2026-12-01', 'good'],
    [{ sanctioned: { ...none, extraDocumentsUntil: '2026-11-30' } }, '2026-11-30', 'good'],
    [{ status: 'struck_off' }, '2026-01-01', 'struck_off'],
    [{ sanctioned: { ...none, struckOff: true } }, '2026-01-01', 'struck_off'], // whatever the status says yet
    [{ status: 'expired', sanctioned: { ...none, struckOff: true } }, '2026-01-01', 'struck_off'],
    [{ status: 'ended', sanctioned: { ...none, struckOff: true } }, '2026-01-01', 'ended'],
    [{ status: 'ended' }, '2026-01-01', 'ended'],
  ] as const)('%o on %s: %s', (change, today, expected) => {
    expect(standingOf({ ...registration, ...change }, today)).toBe(expected);
  });
});
