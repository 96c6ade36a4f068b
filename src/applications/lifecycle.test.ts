import { describe, expect, test } from 'vitest';
import { applicationLifecycle, applicationStatuses, isOpenToFirm } from './lifecycle.ts';

/** Every status × role, as a person may read it: who has which buttons. */
const table = {
  draft: { firm: ['submit', 'withdraw'] },
  submitted: { firm: ['withdraw'], examiner: ['send_back', 'reject', 'approve'] },
  returned: { firm: ['submit', 'withdraw'] },
  approved: { firm: ['withdraw'], certifier: ['hand_back', 'certify'] },
  rejected: {},
  certified: { firm: ['cancel'], certifier: ['cancel'], system: ['lapse', 'settle'] },
  paid: { system: ['issue', 'hold'] },
  held: { certifier: ['resume'], system: ['refund'] },
  issued: {},
  refunded: {},
  withdrawn: {},
  cancelled: {},
  lapsed: {},
} as const;

describe('who may do what with an application in which status', () => {
  test.each(applicationStatuses)('%s', (status) => {
    const found = Object.fromEntries(
      (['firm', 'examiner', 'certifier', 'system'] as const)
        .map((role) => [role, applicationLifecycle.actionsFor(status, role)] as const)
        .filter(([, actions]) => actions.length > 0),
    );
    expect(found).toEqual(table[status]);
  });

  test('the firm changes what it typed only while it holds it', () => {
    expect(applicationStatuses.filter(isOpenToFirm)).toEqual(['draft', 'returned']);
  });
});
