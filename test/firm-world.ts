// A firm with its administrator, two signatories and a sub ID of the first; and another firm beside it.
import type { Account } from '../src/accounts/account.ts';
import type { Ctx } from '../src/accounts/context.ts';
import { insertAccount } from '../src/accounts/store.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { findSignatoryOfAccount, insertSignatory } from '../src/registrations/store.ts';
import { insertSubId } from '../src/registrations/sub-ids/sub-ids-store.ts';
import { contextOf } from './deeds.ts';
import type { World } from './world.ts';

export type FirmWorld = {
  administrator: Ctx;
  /** U0001, the demo's signatory. */
  user: Ctx;
  /** U0088, another signatory of the same firm; nobody has chosen its password. */
  colleague: Ctx;
  /** U0001-88, a sub ID of U0001. */
  sub: Ctx;
};

export async function makeFirmWorld(world: World): Promise<FirmWorld> {
  const administrator = await contextOf(world, 'administrator');
  const user = await contextOf(world, 'user');
  const { chamberId, registrationId } = user.actor;
  const { via, ...own } = user.actor;
  const now = world.now();
  const colleague: Account = {
    ...{ ...own, accountId: newId(now), loginId: 'U0088', nameJa: '同僚 三郎', nameEn: 'Saburo Doryo' },
    mail: 'u0088@mihon.example',
  };
  const sub: Account = {
    ...{ ...own, accountId: newId(now), loginId: 'U0001-88', role: 'sub', nameJa: '補助 四郎', nameEn: 'Shiro Hojo' },
    ...{ titleEn: '', mail: 'u0001-88@mihon.example' },
  };
  await inChamber(world.house.db, chamberId, async (trx) => {
    const mine = await findSignatoryOfAccount(trx, chamberId, user.actor.accountId);
    if (!mine || registrationId === null) throw new Error('the demo’s user is no signatory');
    await insertAccount(trx, { ...colleague, passwordHash: null }, now);
    await insertAccount(trx, { ...sub, passwordHash: null }, now);
    const names = { nameJa: '同僚 三郎', nameEn: 'Saburo Doryo', signatureSha256: null };
    await insertSignatory(trx, { ...mine, ...names, signatoryId: newId(now), accountId: colleague.accountId }, now);
    const of = { chamberId, accountId: sub.accountId, signatoryId: mine.signatoryId, holderRegistrationId: null };
    await insertSubId(trx, { ...of, may: ['submit'], validUntil: null, createdBy: user.actor.accountId, at: now });
  });
  const as = (account: Account): Ctx => ({ ...user, actor: { ...account, via } });
  return { administrator, user, colleague: as(colleague), sub: as(sub) };
}
