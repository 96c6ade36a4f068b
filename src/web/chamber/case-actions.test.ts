import { describe, expect, test } from 'vitest';
import type { Right } from '../../accounts/account.ts';
import type { ApplicationStatus } from '../../applications/lifecycle.ts';
import { deskActions } from './case-actions.ts';

const me = (...rights: Right[]) => ({ accountId: 'me', role: 'staff' as const, rights });
const one = (status: ApplicationStatus, change: object = {}) => ({
  ...{ status, claimedBy: null, certifyPersons: 2 as 1 | 2, approvedBy: undefined },
  ...change,
});
const may = (...asked: Parameters<typeof deskActions>): string[] => [...deskActions(...asked)].sort();

describe('what the desk offers', () => {
  test('a case must be taken before it is decided; a colleague’s is only taken over', () => {
    expect(may(me('examine'), one('submitted'))).toEqual(['claim']);
    expect(may(me('examine'), one('submitted', { claimedBy: 'other' }))).toEqual(['take_over']);
    expect(may(me('examine'), one('submitted', { claimedBy: 'me' }))).toEqual([
      ...['approve', 'reject', 'release', 'send_back'],
    ]);
  });

  test('nothing without the right, whatever the state', () => {
    expect(may(me(), one('submitted'))).toEqual([]);
    expect(may(me('examine'), one('approved'))).toEqual([]);
    expect(may(me('certify'), one('submitted'))).toEqual([]);
    expect(may(me('revoke', 'manage_staff'), one('certified'))).toEqual([]);
  });

  test('four eyes: who approved does not certify, but may hand back; where one person is enough he does both', () => {
    const approved = { approvedBy: 'me' };
    expect(may(me('examine', 'certify'), one('approved', approved))).toEqual(['hand_back']);
    expect(may(me('certify'), one('approved', { approvedBy: 'other' }))).toEqual(['certify', 'hand_back']);
    expect(may(me('certify'), one('approved', { ...approved, certifyPersons: 1 }))).toEqual(['certify', 'hand_back']);
    const held = { claimedBy: 'me', certifyPersons: 1 };
    expect(may(me('examine', 'certify'), one('submitted', held))).toContain('certify_at_once');
    expect(may(me('examine', 'certify'), one('submitted', held))).not.toContain('approve');
    expect(may(me('examine'), one('submitted', held))).toContain('approve');
  });

  test('certified may be cancelled by who certifies; what is over offers nothing', () => {
    expect(may(me('certify'), one('certified'))).toEqual(['cancel']);
    for (const status of ['rejected', 'withdrawn', 'cancelled', 'issued', 'returned'] as const)
      expect(may(me('examine', 'certify'), one(status))).toEqual([]);
  });
});
