// The rows of a new sub ID, for those who make one: the signatory, the handing over, the demo world.
import type { Account } from '../../accounts/account.ts';
import { byOf, type Ctx } from '../../accounts/context.ts';
import { findAccount, insertAccount } from '../../accounts/store.ts';
import { nextNumber } from '../../audit/counters-store.ts';
import { appendEvent } from '../../audit/events.ts';
import type { Trx } from '../../lib/db.ts';
import { newId } from '../../lib/ids.ts';
import type { Registration, Signatory } from '../registration.ts';
import { type SubIdHolder, type SubIdLimits, trimmedHolder } from './sub-ids-input.ts';
import { insertSubId } from './sub-ids-store.ts';

/**
 * Adds a sub ID under a signatory, without a password: `U0001-01`, then `-02`, never given twice. Its holder has been told
 * nothing yet. `after`: the ID that was handed over to it. `agent`: whose clerk holds it; null or left out: somebody of the firm.
 */
export async function addSubId(
  trx: Trx,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  signatory: Signatory,
  input: SubIdHolder & SubIdLimits & { agent?: Pick<Registration, 'registrationId'> | null; after?: string },
): Promise<Account> {
  const { actor, now } = ctx;
  const { chamberId, signatoryId, registrationId } = signatory;
  const user = await findAccount(trx, chamberId, signatory.accountId);
  if (!user) throw new Error(`the signatory ${signatoryId} has no account`);
  const number = await nextNumber(trx, { chamberId, series: `sub ${user.loginId}`, year: 0 });
  const account: Account = {
    ...{ chamberId, accountId: newId(now), loginId: `${user.loginId}-${String(number).padStart(2, '0')}` },
    ...{ role: 'sub', status: 'active', registrationId, ...trimmedHolder(input), titleEn: '', rights: [] },
  };
  await insertAccount(trx, { ...account, passwordHash: null }, now);
  await insertSubId(trx, {
    ...{ chamberId, accountId: account.accountId, signatoryId, may: input.may },
    ...{ holderRegistrationId: input.agent?.registrationId ?? null },
    ...{ validUntil: input.validUntil, createdBy: actor.accountId, at: now },
  });
  await appendEvent(trx, {
    ...{ chamberId, at: now, by: byOf(actor), subject: 'account', subjectId: account.accountId },
    ...{ action: 'make', to: 'active' },
    detail: {
      ...{ loginId: account.loginId, signatory: signatoryId, may: input.may, validUntil: input.validUntil },
      ...(input.agent ? { agent: input.agent.registrationId } : {}),
      ...(input.after === undefined ? {} : { after: input.after }),
    },
  });
  return account;
}
