import { nextNumber } from '../audit/counters-store.ts';
import type { Trx } from '../lib/db.ts';
import { findAccountByLogin } from './store.ts';

const letters = { administrator: 'A', user: 'U', staff: 'S' } as const;

/** The next ID of a kind in a chamber: `U0001`, gapless; one that was given by hand is passed over. Never given twice. */
export async function nextLoginId(trx: Trx, chamberId: string, role: keyof typeof letters): Promise<string> {
  for (;;) {
    const serial = await nextNumber(trx, { chamberId, series: `${role}-id`, year: 0 });
    const loginId = `${letters[role]}${String(serial).padStart(4, '0')}`;
    if (!(await findAccountByLogin(trx, chamberId, loginId))) return loginId;
  }
}
